// Generated from solution/Entities/kam_Segment/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_segment: a column or control that is not on it does not compile. */
export type SegmentForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_coveragehours"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_description"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_entryindex"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_maximumdiscountpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_minimumwillingness"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_pricemodelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_rank"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_segmentationpolicyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "interactionsGrid"): Xrm.Controls.GridControl;
  getControl(name: "kam_coveragehours"): Xrm.Controls.NumberControl;
  getControl(name: "kam_description"): Xrm.Controls.StringControl;
  getControl(name: "kam_entryindex"): Xrm.Controls.NumberControl;
  getControl(name: "kam_maximumdiscountpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_minimumwillingness"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_name1"): Xrm.Controls.StringControl;
  getControl(name: "kam_pricemodelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_rank"): Xrm.Controls.NumberControl;
  getControl(name: "kam_segmentationpolicyid"): Xrm.Controls.LookupControl;
  getControl(name: "topicsGrid"): Xrm.Controls.GridControl;
};
