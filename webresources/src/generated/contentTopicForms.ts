// Generated from solution/Entities/kam_ContentTopic/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_contenttopic: a column or control that is not on it does not compile. */
export type ContentTopicForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_channel"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_description"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_role"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_segmentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_timesperyear"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_channel"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_description"): Xrm.Controls.StringControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_role"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_segmentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_timesperyear"): Xrm.Controls.NumberControl;
};
