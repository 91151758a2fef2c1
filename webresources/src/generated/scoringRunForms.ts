// Generated from solution/Entities/kam_ScoringRun/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_scoringrun: a column or control that is not on it does not compile. */
export type ScoringRunForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountcount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_asof"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_cursor"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_distribution"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_finishedon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_pagecount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_phase"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_scoredcount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_scoringmodelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_startedon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_valuemodelfitid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "header_kam_asof"): Xrm.Controls.DateControl;
  getControl(name: "header_kam_phase"): Xrm.Controls.OptionSetControl;
  getControl(name: "header_kam_scoredcount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_accountcount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_asof"): Xrm.Controls.DateControl;
  getControl(name: "kam_cursor"): Xrm.Controls.StringControl;
  getControl(name: "kam_distribution"): Xrm.Controls.StringControl;
  getControl(name: "kam_finishedon"): Xrm.Controls.DateControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_pagecount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_phase"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_scoredcount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_scoringmodelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_startedon"): Xrm.Controls.DateControl;
  getControl(name: "kam_valuemodelfitid"): Xrm.Controls.LookupControl;
  getControl(name: "pages"): Xrm.Controls.GridControl;
  getControl(name: "scores"): Xrm.Controls.GridControl;
  getControl(name: "scoresByBand"): Xrm.Controls.GridControl;
};
