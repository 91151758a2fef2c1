// Generated from solution/Entities/kam_InsightUse/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_insightuse: a column or control that is not on it does not compile. */
export type InsightUseForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_appointmentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_customerinsightid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_note"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_opportunityid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_outcome"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_reaction"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_usedon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "header_kam_outcome"): Xrm.Controls.OptionSetControl;
  getControl(name: "header_kam_reaction"): Xrm.Controls.OptionSetControl;
  getControl(name: "header_kam_usedon"): Xrm.Controls.DateControl;
  getControl(name: "kam_appointmentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_customerinsightid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_note"): Xrm.Controls.StringControl;
  getControl(name: "kam_opportunityid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_outcome"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_reaction"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_usedon"): Xrm.Controls.DateControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
};

/** quickCreate form "Information" of kam_insightuse: a column or control that is not on it does not compile. */
export type InsightUseQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_appointmentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_customerinsightid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_note"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_opportunityid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_outcome"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_reaction"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_usedon"): Xrm.Attributes.DateAttribute;
  getControl(name: "kam_appointmentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_customerinsightid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_note"): Xrm.Controls.StringControl;
  getControl(name: "kam_opportunityid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_outcome"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_reaction"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_usedon"): Xrm.Controls.DateControl;
};
