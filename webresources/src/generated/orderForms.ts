// Generated from plugins/Kam.Generate/FormXml by Kam.Generate. Do not edit.

/** main form "Key Account" of salesorder: a column or control that is not on it does not compile. */
export type OrderForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "customerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "datefulfilled"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "discountamount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "discountpercentage"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "ispricelocked"): Xrm.Attributes.BooleanAttribute;
  getAttribute(name: "kam_pricestatus"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "ordernumber"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "pricelevelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "quoteid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "totalamount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "totallineitemamount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "customerid"): Xrm.Controls.LookupControl;
  getControl(name: "datefulfilled"): Xrm.Controls.DateControl;
  getControl(name: "discountamount"): Xrm.Controls.NumberControl;
  getControl(name: "discountpercentage"): Xrm.Controls.NumberControl;
  getControl(name: "exceptionsGrid"): Xrm.Controls.GridControl;
  getControl(name: "header_kam_pricestatus"): Xrm.Controls.OptionSetControl;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "header_totalamount"): Xrm.Controls.NumberControl;
  getControl(name: "ispricelocked"): Xrm.Controls.BooleanControl;
  getControl(name: "kam_pricestatus"): Xrm.Controls.OptionSetControl;
  getControl(name: "linesGrid"): Xrm.Controls.GridControl;
  getControl(name: "name"): Xrm.Controls.StringControl;
  getControl(name: "ordernumber"): Xrm.Controls.StringControl;
  getControl(name: "pricelevelid"): Xrm.Controls.LookupControl;
  getControl(name: "quoteid"): Xrm.Controls.LookupControl;
  getControl(name: "totalamount"): Xrm.Controls.NumberControl;
  getControl(name: "totallineitemamount"): Xrm.Controls.NumberControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
};
