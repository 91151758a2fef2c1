// Generated from solution/Entities/kam_ScoringCriterion/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_scoringcriterion: a column or control that is not on it does not compile. */
export type ScoringCriterionForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_best"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_curve"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_measure"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_missingvaluepolicy"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_scoringmodelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_sequence"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_submodelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_weight"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_worst"): Xrm.Attributes.NumberAttribute;
  getControl(name: "header_kam_scoringmodelid"): Xrm.Controls.LookupControl;
  getControl(name: "header_kam_weight"): Xrm.Controls.NumberControl;
  getControl(name: "kam_best"): Xrm.Controls.NumberControl;
  getControl(name: "kam_curve"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_measure"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_missingvaluepolicy"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_scoringmodelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_sequence"): Xrm.Controls.NumberControl;
  getControl(name: "kam_submodelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_weight"): Xrm.Controls.NumberControl;
  getControl(name: "kam_worst"): Xrm.Controls.NumberControl;
};

/** quickCreate form "Information" of kam_scoringcriterion: a column or control that is not on it does not compile. */
export type ScoringCriterionQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_best"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_curve"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_measure"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_missingvaluepolicy"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_scoringmodelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_submodelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_weight"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_worst"): Xrm.Attributes.NumberAttribute;
  getControl(name: "kam_best"): Xrm.Controls.NumberControl;
  getControl(name: "kam_curve"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_measure"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_missingvaluepolicy"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_scoringmodelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_submodelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_weight"): Xrm.Controls.NumberControl;
  getControl(name: "kam_worst"): Xrm.Controls.NumberControl;
};
