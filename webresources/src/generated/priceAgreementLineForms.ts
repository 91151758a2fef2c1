// Generated from solution/Entities/kam_PriceAgreementLine/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_priceagreementline: a column or control that is not on it does not compile. */
export type PriceAgreementLineForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_clawback"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_clawbackpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_conditionkind"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_discountpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_familyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_fromquantity"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_granted"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_pocketmargin"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_pocketprice"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_priceagreementid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_priceexceptionid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_priceperunit"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_pricereason"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_pricestatus"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_productid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_required"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_requiredlevelid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_reviewon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_reviewoutcome"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_verdict"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_clawback"): Xrm.Controls.NumberControl;
  getControl(name: "kam_clawbackpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_conditionkind"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_discountpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_familyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_fromquantity"): Xrm.Controls.NumberControl;
  getControl(name: "kam_granted"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_pocketmargin"): Xrm.Controls.NumberControl;
  getControl(name: "kam_pocketprice"): Xrm.Controls.NumberControl;
  getControl(name: "kam_priceagreementid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_priceexceptionid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_priceperunit"): Xrm.Controls.NumberControl;
  getControl(name: "kam_pricereason"): Xrm.Controls.StringControl;
  getControl(name: "kam_pricestatus"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_productid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_required"): Xrm.Controls.NumberControl;
  getControl(name: "kam_requiredlevelid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_reviewon"): Xrm.Controls.DateControl;
  getControl(name: "kam_reviewoutcome"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_verdict"): Xrm.Controls.OptionSetControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
};

/** quickCreate form "Information" of kam_priceagreementline: a column or control that is not on it does not compile. */
export type PriceAgreementLineQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_discountpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_fromquantity"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_priceagreementid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_priceperunit"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_productid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "kam_discountpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_fromquantity"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_priceagreementid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_priceperunit"): Xrm.Controls.NumberControl;
  getControl(name: "kam_productid"): Xrm.Controls.LookupControl;
};
