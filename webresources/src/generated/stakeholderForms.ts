// Generated from solution/Entities/kam_Stakeholder/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_stakeholder: a column or control that is not on it does not compile. */
export type StakeholderForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_attitude"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_contactid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_influence"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_nextcontenton"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_nexttopicid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_note"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_relationship"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_reportstoid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_role"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_attitude"): Xrm.Controls.NumberControl;
  getControl(name: "kam_contactid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_influence"): Xrm.Controls.NumberControl;
  getControl(name: "kam_nextcontenton"): Xrm.Controls.DateControl;
  getControl(name: "kam_nexttopicid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_note"): Xrm.Controls.StringControl;
  getControl(name: "kam_relationship"): Xrm.Controls.NumberControl;
  getControl(name: "kam_reportstoid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_role"): Xrm.Controls.OptionSetControl;
};

/** quickCreate form "Information" of kam_stakeholder: a column or control that is not on it does not compile. */
export type StakeholderQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_attitude"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_contactid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_influence"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_relationship"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_reportstoid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_role"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_attitude"): Xrm.Controls.NumberControl;
  getControl(name: "kam_contactid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_influence"): Xrm.Controls.NumberControl;
  getControl(name: "kam_relationship"): Xrm.Controls.NumberControl;
  getControl(name: "kam_reportstoid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_role"): Xrm.Controls.OptionSetControl;
};
