// Generated from solution/Entities/kam_BonusPlan/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_bonusplan: a column or control that is not on it does not compile. */
export type BonusPlanForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_marginfalllimitpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_maximumpay"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_periodfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_perioduntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_plannedrevenue"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_standardmarginpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "components"): Xrm.Controls.GridControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_marginfalllimitpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_maximumpay"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_periodfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_perioduntil"): Xrm.Controls.DateControl;
  getControl(name: "kam_plannedrevenue"): Xrm.Controls.NumberControl;
  getControl(name: "kam_standardmarginpercent"): Xrm.Controls.NumberControl;
  getControl(name: "participants"): Xrm.Controls.GridControl;
  getControl(name: "statements"): Xrm.Controls.GridControl;
};
