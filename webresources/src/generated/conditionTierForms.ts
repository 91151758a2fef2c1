// Generated from solution/Entities/kam_ConditionTier/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_conditiontier: a column or control that is not on it does not compile. */
export type ConditionTierForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_from"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_percent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_priceconditionid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_from"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_percent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_priceconditionid"): Xrm.Controls.LookupControl;
};
