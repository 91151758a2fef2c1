// Generated from solution/Entities/kam_ApprovalDelegation/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_approvaldelegation: a column or control that is not on it does not compile. */
export type ApprovalDelegationForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_fromuserid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_touserid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_validfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_fromuserid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_touserid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_validfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
};

/** quickCreate form "Information" of kam_approvaldelegation: a column or control that is not on it does not compile. */
export type ApprovalDelegationQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_fromuserid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_touserid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_validfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getControl(name: "kam_fromuserid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_touserid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_validfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
};
