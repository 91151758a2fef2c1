// Generated from solution/Entities/kam_PriceAgreement/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_priceagreement: a column or control that is not on it does not compile. */
export type PriceAgreementForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_pricemodelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_pricestatus"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_validfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_pricemodelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_pricestatus"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_validfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
  getControl(name: "lines"): Xrm.Controls.GridControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
};

/** quickCreate form "Information" of kam_priceagreement: a column or control that is not on it does not compile. */
export type PriceAgreementQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_pricemodelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_validfrom"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_pricemodelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_validfrom"): Xrm.Controls.DateControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
};
