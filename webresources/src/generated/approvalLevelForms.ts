// Generated from solution/Entities/kam_ApprovalLevel/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_approvallevel: a column or control that is not on it does not compile. */
export type ApprovalLevelForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_decisiondays"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_istoldbytask"): Xrm.Attributes.BooleanAttribute;
  getAttribute(name: "kam_maximumamount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_maximumdeviationpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_rank"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_teamid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_decisiondays"): Xrm.Controls.NumberControl;
  getControl(name: "kam_istoldbytask"): Xrm.Controls.BooleanControl;
  getControl(name: "kam_maximumamount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_maximumdeviationpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_rank"): Xrm.Controls.NumberControl;
  getControl(name: "kam_teamid"): Xrm.Controls.LookupControl;
};
