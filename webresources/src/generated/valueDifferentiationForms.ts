// Generated from solution/Entities/kam_ValueDifferentiation/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_valuedifferentiation: a column or control that is not on it does not compile. */
export type ValueDifferentiationForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_amount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_direction"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_evidence"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_valuepropositionid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "header_kam_amount"): Xrm.Controls.NumberControl;
  getControl(name: "header_kam_direction"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_amount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_direction"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_evidence"): Xrm.Controls.StringControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_valuepropositionid"): Xrm.Controls.LookupControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
};

/** quickCreate form "Information" of kam_valuedifferentiation: a column or control that is not on it does not compile. */
export type ValueDifferentiationQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_amount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_direction"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_evidence"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_valuepropositionid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "kam_amount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_direction"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_evidence"): Xrm.Controls.StringControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_valuepropositionid"): Xrm.Controls.LookupControl;
};
