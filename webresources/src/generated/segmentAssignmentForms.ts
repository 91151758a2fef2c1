// Generated from solution/Entities/kam_SegmentAssignment/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_segmentassignment: a column or control that is not on it does not compile. */
export type SegmentAssignmentForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_approvedbyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_assignedon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_cause"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_expireson"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_explanation"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_previoussegmentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_reason"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_segmentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_segmentindex"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_valuescore"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_approvedbyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_assignedon"): Xrm.Controls.DateControl;
  getControl(name: "kam_cause"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_expireson"): Xrm.Controls.DateControl;
  getControl(name: "kam_explanation"): Xrm.Controls.StringControl;
  getControl(name: "kam_previoussegmentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_reason"): Xrm.Controls.StringControl;
  getControl(name: "kam_segmentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_segmentindex"): Xrm.Controls.NumberControl;
  getControl(name: "kam_valuescore"): Xrm.Controls.NumberControl;
};
