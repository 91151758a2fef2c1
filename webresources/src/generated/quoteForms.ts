// Generated from plugins/Kam.Generate/FormXml by Kam.Generate. Do not edit.

/** main form "Key Account" of quote: a column or control that is not on it does not compile. */
export type QuoteForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "customerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "discountamount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "discountpercentage"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_pricestatus"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "pricelevelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "quotenumber"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "totalamount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "totallineitemamount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "customerid"): Xrm.Controls.LookupControl;
  getControl(name: "discountamount"): Xrm.Controls.NumberControl;
  getControl(name: "discountpercentage"): Xrm.Controls.NumberControl;
  getControl(name: "exceptionsGrid"): Xrm.Controls.GridControl;
  getControl(name: "header_kam_pricestatus"): Xrm.Controls.OptionSetControl;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "header_totalamount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_pricestatus"): Xrm.Controls.OptionSetControl;
  getControl(name: "linesGrid"): Xrm.Controls.GridControl;
  getControl(name: "name"): Xrm.Controls.StringControl;
  getControl(name: "pricelevelid"): Xrm.Controls.LookupControl;
  getControl(name: "quotenumber"): Xrm.Controls.StringControl;
  getControl(name: "totalamount"): Xrm.Controls.NumberControl;
  getControl(name: "totallineitemamount"): Xrm.Controls.NumberControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
};
