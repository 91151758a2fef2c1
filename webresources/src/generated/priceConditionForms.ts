// Generated from solution/Entities/kam_PriceCondition/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_pricecondition: a column or control that is not on it does not compile. */
export type PriceConditionForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_basis"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_cappercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_isretroactive"): Xrm.Attributes.BooleanAttribute;
  getAttribute(name: "kam_kind"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_pricemodelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_sequence"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_tiermethod"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_validfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_basis"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_cappercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_isretroactive"): Xrm.Controls.BooleanControl;
  getControl(name: "kam_kind"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_pricemodelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_sequence"): Xrm.Controls.NumberControl;
  getControl(name: "kam_tiermethod"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_validfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
  getControl(name: "tiers"): Xrm.Controls.GridControl;
};
