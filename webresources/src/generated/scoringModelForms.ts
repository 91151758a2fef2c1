// Generated from solution/Entities/kam_ScoringModel/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_scoringmodel: a column or control that is not on it does not compile. */
export type ScoringModelForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_activatedon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_bandpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_discountratepercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_highfrom"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_horizonmonths"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_hourlyrate"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_mediumfrom"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_minimumcostcoveragepercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_minimumcustomers"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_previousversionid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_revenuesource"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_topfrom"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_version"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "criteria"): Xrm.Controls.GridControl;
  getControl(name: "header_kam_activatedon"): Xrm.Controls.DateControl;
  getControl(name: "header_kam_version"): Xrm.Controls.NumberControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_activatedon"): Xrm.Controls.DateControl;
  getControl(name: "kam_bandpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_discountratepercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_highfrom"): Xrm.Controls.NumberControl;
  getControl(name: "kam_horizonmonths"): Xrm.Controls.NumberControl;
  getControl(name: "kam_hourlyrate"): Xrm.Controls.NumberControl;
  getControl(name: "kam_mediumfrom"): Xrm.Controls.NumberControl;
  getControl(name: "kam_minimumcostcoveragepercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_minimumcustomers"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_previousversionid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_revenuesource"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_topfrom"): Xrm.Controls.NumberControl;
  getControl(name: "kam_version"): Xrm.Controls.NumberControl;
  getControl(name: "runs"): Xrm.Controls.GridControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
};
