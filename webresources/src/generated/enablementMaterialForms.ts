// Generated from solution/Entities/kam_EnablementMaterial/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_enablementmaterial: a column or control that is not on it does not compile. */
export type EnablementMaterialForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_description"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_solutionbundleid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_url"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_description"): Xrm.Controls.StringControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_solutionbundleid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_url"): Xrm.Controls.StringControl;
};

/** quickCreate form "Information" of kam_enablementmaterial: a column or control that is not on it does not compile. */
export type EnablementMaterialQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_description"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_solutionbundleid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_url"): Xrm.Attributes.StringAttribute;
  getControl(name: "kam_description"): Xrm.Controls.StringControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_solutionbundleid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_url"): Xrm.Controls.StringControl;
};
