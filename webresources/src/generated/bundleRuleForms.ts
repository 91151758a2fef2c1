// Generated from solution/Entities/kam_BundleRule/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_bundlerule: a column or control that is not on it does not compile. */
export type BundleRuleForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_componentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_kind"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_othercomponentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_solutionbundleid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_componentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_kind"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_othercomponentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_solutionbundleid"): Xrm.Controls.LookupControl;
};

/** quickCreate form "Information" of kam_bundlerule: a column or control that is not on it does not compile. */
export type BundleRuleQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_componentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_kind"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_othercomponentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_solutionbundleid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "kam_componentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_kind"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_othercomponentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_solutionbundleid"): Xrm.Controls.LookupControl;
};
