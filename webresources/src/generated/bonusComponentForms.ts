// Generated from solution/Entities/kam_BonusComponent/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_bonuscomponent: a column or control that is not on it does not compile. */
export type BonusComponentForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_bonusplanid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_cap"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_cappaypercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_driver"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_target"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_targetpay"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_threshold"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_thresholdpaypercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_bonusplanid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_cap"): Xrm.Controls.NumberControl;
  getControl(name: "kam_cappaypercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_driver"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_target"): Xrm.Controls.NumberControl;
  getControl(name: "kam_targetpay"): Xrm.Controls.NumberControl;
  getControl(name: "kam_threshold"): Xrm.Controls.NumberControl;
  getControl(name: "kam_thresholdpaypercent"): Xrm.Controls.NumberControl;
};
