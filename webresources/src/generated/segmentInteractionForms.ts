// Generated from solution/Entities/kam_SegmentInteraction/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_segmentinteraction: a column or control that is not on it does not compile. */
export type SegmentInteractionForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_channel"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_segmentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_timesperyear"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_channel"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_segmentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_timesperyear"): Xrm.Controls.NumberControl;
};
