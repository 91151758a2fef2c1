// Generated from solution/Entities/kam_BonusPart/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_bonuspart: a column or control that is not on it does not compile. */
export type BonusPartForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_bonuscomponentid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_bonusstatementid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_driver"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_pay"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_paypercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_reached"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_reason"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_bonuscomponentid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_bonusstatementid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_driver"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_pay"): Xrm.Controls.NumberControl;
  getControl(name: "kam_paypercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_reached"): Xrm.Controls.NumberControl;
  getControl(name: "kam_reason"): Xrm.Controls.StringControl;
};
