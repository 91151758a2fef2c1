// Generated from solution/Entities/kam_PriceContradiction/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_pricecontradiction: a column or control that is not on it does not compile. */
export type PriceContradictionForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_amountatstake"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_fromquantity"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_otheraccountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_otherpocketprice"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_othersegmentrank"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_paircount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_pocketprice"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_productid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_quantity"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_runon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_segmentrank"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_uomid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_amountatstake"): Xrm.Controls.NumberControl;
  getControl(name: "kam_fromquantity"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_otheraccountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_otherpocketprice"): Xrm.Controls.NumberControl;
  getControl(name: "kam_othersegmentrank"): Xrm.Controls.NumberControl;
  getControl(name: "kam_paircount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_pocketprice"): Xrm.Controls.NumberControl;
  getControl(name: "kam_productid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_quantity"): Xrm.Controls.NumberControl;
  getControl(name: "kam_runon"): Xrm.Controls.DateControl;
  getControl(name: "kam_segmentrank"): Xrm.Controls.NumberControl;
  getControl(name: "kam_uomid"): Xrm.Controls.LookupControl;
};
