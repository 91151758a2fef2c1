// Generated from solution/Entities/kam_SegmentOverride/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_segmentoverride: a column or control that is not on it does not compile. */
export type SegmentOverrideForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_approvedbyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_expireson"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_reason"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_requestedbyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_segmentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_approvedbyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_expireson"): Xrm.Controls.DateControl;
  getControl(name: "kam_reason"): Xrm.Controls.StringControl;
  getControl(name: "kam_requestedbyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_segmentid"): Xrm.Controls.LookupControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "statuscode"): Xrm.Controls.OptionSetControl;
};

/** quickCreate form "Information" of kam_segmentoverride: a column or control that is not on it does not compile. */
export type SegmentOverrideQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_expireson"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_reason"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_segmentid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_expireson"): Xrm.Controls.DateControl;
  getControl(name: "kam_reason"): Xrm.Controls.StringControl;
  getControl(name: "kam_segmentid"): Xrm.Controls.LookupControl;
};
