// Generated from solution/Entities/kam_PortfolioMove/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_portfoliomove: a column or control that is not on it does not compile. */
export type PortfolioMoveForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_fromportfolioid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_handoverhours"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_hours"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_portfolioproposalid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_sequence"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_toportfolioid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_fromportfolioid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_handoverhours"): Xrm.Controls.NumberControl;
  getControl(name: "kam_hours"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_portfolioproposalid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_sequence"): Xrm.Controls.NumberControl;
  getControl(name: "kam_toportfolioid"): Xrm.Controls.LookupControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
};
