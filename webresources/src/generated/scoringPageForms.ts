// Generated from solution/Entities/kam_ScoringPage/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_scoringpage: a column or control that is not on it does not compile. */
export type ScoringPageForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_measures"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_number"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_scoringrunid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "header_kam_number"): Xrm.Controls.NumberControl;
  getControl(name: "header_kam_scoringrunid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_measures"): Xrm.Controls.StringControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_number"): Xrm.Controls.NumberControl;
  getControl(name: "kam_scoringrunid"): Xrm.Controls.LookupControl;
};
