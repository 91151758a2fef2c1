// Generated from solution/Entities/kam_ContentTold/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_contenttold: a column or control that is not on it does not compile. */
export type ContentToldForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_activityid"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_contactid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_contenttopicid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_stakeholderid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_toldon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_activityid"): Xrm.Controls.StringControl;
  getControl(name: "kam_contactid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_contenttopicid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_stakeholderid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_toldon"): Xrm.Controls.DateControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
};

/** quickCreate form "Information" of kam_contenttold: a column or control that is not on it does not compile. */
export type ContentToldQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_contenttopicid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_stakeholderid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_toldon"): Xrm.Attributes.DateAttribute;
  getControl(name: "kam_contenttopicid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_stakeholderid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_toldon"): Xrm.Controls.DateControl;
};
