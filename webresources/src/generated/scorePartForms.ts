// Generated from solution/Entities/kam_ScorePart/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_scorepart: a column or control that is not on it does not compile. */
export type ScorePartForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_appliedpolicy"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_contribution"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_curvepoints"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_explanation"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_measure"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_rawvalue"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_scoringcriterionid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_securedrawvalue"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_valuescoreid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_weightpercent"): Xrm.Attributes.NumberAttribute;
  getControl(name: "header_kam_contribution"): Xrm.Controls.NumberControl;
  getControl(name: "header_kam_curvepoints"): Xrm.Controls.NumberControl;
  getControl(name: "kam_appliedpolicy"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_contribution"): Xrm.Controls.NumberControl;
  getControl(name: "kam_curvepoints"): Xrm.Controls.NumberControl;
  getControl(name: "kam_explanation"): Xrm.Controls.StringControl;
  getControl(name: "kam_measure"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_rawvalue"): Xrm.Controls.NumberControl;
  getControl(name: "kam_scoringcriterionid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_securedrawvalue"): Xrm.Controls.NumberControl;
  getControl(name: "kam_valuescoreid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_weightpercent"): Xrm.Controls.NumberControl;
};
