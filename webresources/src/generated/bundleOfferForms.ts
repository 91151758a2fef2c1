// Generated from solution/Entities/kam_BundleOffer/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_bundleoffer: a column or control that is not on it does not compile. */
export type BundleOfferForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_configuration"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_cost"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_differentiation"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_margin"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_price"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_quoteid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_solutionbundleid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_configuration"): Xrm.Controls.StringControl;
  getControl(name: "kam_cost"): Xrm.Controls.NumberControl;
  getControl(name: "kam_differentiation"): Xrm.Controls.NumberControl;
  getControl(name: "kam_margin"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_price"): Xrm.Controls.NumberControl;
  getControl(name: "kam_quoteid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_solutionbundleid"): Xrm.Controls.LookupControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
};
