// Generated from solution/Entities/kam_PriceModel/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_pricemodel: a column or control that is not on it does not compile. */
export type PriceModelForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_configurationversion"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_maximumconditionpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_rounding"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "conditions"): Xrm.Controls.GridControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_configurationversion"): Xrm.Controls.StringControl;
  getControl(name: "kam_maximumconditionpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_rounding"): Xrm.Controls.OptionSetControl;
};
