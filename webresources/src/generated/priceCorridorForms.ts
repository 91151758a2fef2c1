// Generated from solution/Entities/kam_PriceCorridor/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_pricecorridor: a column or control that is not on it does not compile. */
export type PriceCorridorForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_familyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_floor"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_minimum"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_segmentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_target"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_validfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_familyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_floor"): Xrm.Controls.NumberControl;
  getControl(name: "kam_minimum"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_segmentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_target"): Xrm.Controls.NumberControl;
  getControl(name: "kam_validfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
};
