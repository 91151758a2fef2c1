// Generated from solution/Entities/kam_SolutionBundle/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_solutionbundle: a column or control that is not on it does not compile. */
export type SolutionBundleForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_coreprice"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_description"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_validfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "components"): Xrm.Controls.GridControl;
  getControl(name: "groups"): Xrm.Controls.GridControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_coreprice"): Xrm.Controls.NumberControl;
  getControl(name: "kam_description"): Xrm.Controls.StringControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_name1"): Xrm.Controls.StringControl;
  getControl(name: "kam_validfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
  getControl(name: "materials"): Xrm.Controls.GridControl;
  getControl(name: "offers"): Xrm.Controls.GridControl;
  getControl(name: "rules"): Xrm.Controls.GridControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
};

/** quickCreate form "Information" of kam_solutionbundle: a column or control that is not on it does not compile. */
export type SolutionBundleQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_description"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_validfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "kam_description"): Xrm.Controls.StringControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_validfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
};
