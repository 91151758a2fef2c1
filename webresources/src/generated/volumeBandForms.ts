// Generated from solution/Entities/kam_VolumeBand/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_volumeband: a column or control that is not on it does not compile. */
export type VolumeBandForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_from"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_tolerancepercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_from"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_tolerancepercent"): Xrm.Controls.NumberControl;
};
