// Generated from solution/Entities/kam_BundleGroup/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_bundlegroup: a column or control that is not on it does not compile. */
export type BundleGroupForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_maximum"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_minimum"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_sequence"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_solutionbundleid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_maximum"): Xrm.Controls.NumberControl;
  getControl(name: "kam_minimum"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_sequence"): Xrm.Controls.NumberControl;
  getControl(name: "kam_solutionbundleid"): Xrm.Controls.LookupControl;
  getControl(name: "members"): Xrm.Controls.GridControl;
};

/** quickCreate form "Information" of kam_bundlegroup: a column or control that is not on it does not compile. */
export type BundleGroupQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_maximum"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_minimum"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_sequence"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_solutionbundleid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "kam_maximum"): Xrm.Controls.NumberControl;
  getControl(name: "kam_minimum"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_sequence"): Xrm.Controls.NumberControl;
  getControl(name: "kam_solutionbundleid"): Xrm.Controls.LookupControl;
};
