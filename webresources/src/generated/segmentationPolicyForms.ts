// Generated from solution/Entities/kam_SegmentationPolicy/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_segmentationpolicy: a column or control that is not on it does not compile. */
export type SegmentationPolicyForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_contactsforfulldensity"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_goodrelationship"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_hysteresispoints"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_longestoverridedays"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_lowerloadpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_potentialforall"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_potentialweight"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_requiredroles"): Xrm.Attributes.MultiSelectOptionSetAttribute;
  getAttribute(name: "kam_scoreweight"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_singlethreadpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_upperloadpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_willingnessweight"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_contactsforfulldensity"): Xrm.Controls.NumberControl;
  getControl(name: "kam_goodrelationship"): Xrm.Controls.NumberControl;
  getControl(name: "kam_hysteresispoints"): Xrm.Controls.NumberControl;
  getControl(name: "kam_longestoverridedays"): Xrm.Controls.NumberControl;
  getControl(name: "kam_lowerloadpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_potentialforall"): Xrm.Controls.NumberControl;
  getControl(name: "kam_potentialweight"): Xrm.Controls.NumberControl;
  getControl(name: "kam_requiredroles"): Xrm.Controls.MultiSelectOptionSetControl;
  getControl(name: "kam_scoreweight"): Xrm.Controls.NumberControl;
  getControl(name: "kam_singlethreadpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_upperloadpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_willingnessweight"): Xrm.Controls.NumberControl;
  getControl(name: "segmentsGrid"): Xrm.Controls.GridControl;
};
