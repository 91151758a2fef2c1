// Generated from solution/Entities/kam_GrowthAnalysis/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_growthanalysis: a column or control that is not on it does not compile. */
export type GrowthAnalysisForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_costeffect"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_isprofitless"): Xrm.Attributes.BooleanAttribute;
  getAttribute(name: "kam_lineswithoutcost"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_lostproducts"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_marginbefore"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_marginchange"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_mixeffect"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_newproducts"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_periodfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_perioduntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_priceeffect"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_revenue"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_revenuechange"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_volumeeffect"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_costeffect"): Xrm.Controls.NumberControl;
  getControl(name: "kam_isprofitless"): Xrm.Controls.BooleanControl;
  getControl(name: "kam_lineswithoutcost"): Xrm.Controls.NumberControl;
  getControl(name: "kam_lostproducts"): Xrm.Controls.NumberControl;
  getControl(name: "kam_marginbefore"): Xrm.Controls.NumberControl;
  getControl(name: "kam_marginchange"): Xrm.Controls.NumberControl;
  getControl(name: "kam_mixeffect"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_newproducts"): Xrm.Controls.NumberControl;
  getControl(name: "kam_periodfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_perioduntil"): Xrm.Controls.DateControl;
  getControl(name: "kam_priceeffect"): Xrm.Controls.NumberControl;
  getControl(name: "kam_revenue"): Xrm.Controls.NumberControl;
  getControl(name: "kam_revenuechange"): Xrm.Controls.NumberControl;
  getControl(name: "kam_volumeeffect"): Xrm.Controls.NumberControl;
};
