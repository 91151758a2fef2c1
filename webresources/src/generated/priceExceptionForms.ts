// Generated from solution/Entities/kam_PriceException/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_priceexception: a column or control that is not on it does not compile. */
export type PriceExceptionForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_actsforid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_agreementlineid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_amountbelowminimum"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_approvallevelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_comment"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_decideby"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_decidedbyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_decidedon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_deviationpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_discount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_orderlineid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_priceperunit"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_pricesetbyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_productdescription"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_productid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_quantity"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_quoteid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_quotelineid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_reason"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_requestedbyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_salesorderid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_uomid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_usedon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_actsforid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_agreementlineid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_amountbelowminimum"): Xrm.Controls.NumberControl;
  getControl(name: "kam_approvallevelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_comment"): Xrm.Controls.StringControl;
  getControl(name: "kam_decideby"): Xrm.Controls.DateControl;
  getControl(name: "kam_decidedbyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_decidedon"): Xrm.Controls.DateControl;
  getControl(name: "kam_deviationpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_discount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_orderlineid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_priceperunit"): Xrm.Controls.NumberControl;
  getControl(name: "kam_pricesetbyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_productdescription"): Xrm.Controls.StringControl;
  getControl(name: "kam_productid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_quantity"): Xrm.Controls.NumberControl;
  getControl(name: "kam_quoteid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_quotelineid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_reason"): Xrm.Controls.StringControl;
  getControl(name: "kam_requestedbyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_salesorderid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_uomid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_usedon"): Xrm.Controls.DateControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
  getControl(name: "log"): Xrm.Controls.GridControl;
  getControl(name: "notescontrol"): Xrm.Controls.Control;
  getControl(name: "statuscode"): Xrm.Controls.OptionSetControl;
};

/** quickCreate form "Information" of kam_priceexception: a column or control that is not on it does not compile. */
export type PriceExceptionQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_agreementlineid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_orderlineid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_quotelineid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_reason"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getControl(name: "kam_agreementlineid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_orderlineid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_quotelineid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_reason"): Xrm.Controls.StringControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
};
