// Generated from solution/Entities/kam_Portfolio/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_portfolio: a column or control that is not on it does not compile. */
export type PortfolioForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountcount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_capacityhours"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_keyaccountmanagerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_languages"): Xrm.Attributes.MultiSelectOptionSetAttribute;
  getAttribute(name: "kam_loadhours"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_loadstate"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_maximumaccounts"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_territoryid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_utilisationpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "accountsGrid"): Xrm.Controls.GridControl;
  getControl(name: "header_kam_loadhours"): Xrm.Controls.NumberControl;
  getControl(name: "header_kam_loadstate"): Xrm.Controls.OptionSetControl;
  getControl(name: "header_kam_utilisationpercent"): Xrm.Controls.NumberControl;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_accountcount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_capacityhours"): Xrm.Controls.NumberControl;
  getControl(name: "kam_keyaccountmanagerid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_languages"): Xrm.Controls.MultiSelectOptionSetControl;
  getControl(name: "kam_loadhours"): Xrm.Controls.NumberControl;
  getControl(name: "kam_loadstate"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_maximumaccounts"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_name1"): Xrm.Controls.StringControl;
  getControl(name: "kam_name2"): Xrm.Controls.StringControl;
  getControl(name: "kam_name3"): Xrm.Controls.StringControl;
  getControl(name: "kam_territoryid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_utilisationpercent"): Xrm.Controls.NumberControl;
};
