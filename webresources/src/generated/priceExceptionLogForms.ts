// Generated from solution/Entities/kam_PriceExceptionLog/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_priceexceptionlog: a column or control that is not on it does not compile. */
export type PriceExceptionLogForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_event"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_on"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_priceexceptionid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_text"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_userid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_event"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_on"): Xrm.Controls.DateControl;
  getControl(name: "kam_priceexceptionid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_text"): Xrm.Controls.StringControl;
  getControl(name: "kam_userid"): Xrm.Controls.LookupControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
};
