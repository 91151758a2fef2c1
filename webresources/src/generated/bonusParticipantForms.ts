// Generated from solution/Entities/kam_BonusParticipant/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_bonusparticipant: a column or control that is not on it does not compile. */
export type BonusParticipantForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_bonusplanid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_currentstatementid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_entryon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_keyaccountmanagerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_leaveon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_bonusplanid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_currentstatementid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_entryon"): Xrm.Controls.DateControl;
  getControl(name: "kam_keyaccountmanagerid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_leaveon"): Xrm.Controls.DateControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
};
