// Generated from solution/Entities/kam_BonusStatement/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_bonusstatement: a column or control that is not on it does not compile. */
export type BonusStatementForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_bonusplanid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_correction"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_correctsid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_iscorrection"): Xrm.Attributes.BooleanAttribute;
  getAttribute(name: "kam_keyaccountmanagerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_lineswithoutcost"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_margin"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_marginbefore"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_pay"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_periodfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_perioduntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_sharepercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_statedbefore"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_bonusplanid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_correction"): Xrm.Controls.NumberControl;
  getControl(name: "kam_correctsid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_iscorrection"): Xrm.Controls.BooleanControl;
  getControl(name: "kam_keyaccountmanagerid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_lineswithoutcost"): Xrm.Controls.NumberControl;
  getControl(name: "kam_margin"): Xrm.Controls.NumberControl;
  getControl(name: "kam_marginbefore"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_pay"): Xrm.Controls.NumberControl;
  getControl(name: "kam_periodfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_perioduntil"): Xrm.Controls.DateControl;
  getControl(name: "kam_sharepercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_statedbefore"): Xrm.Controls.NumberControl;
  getControl(name: "parts"): Xrm.Controls.GridControl;
};
