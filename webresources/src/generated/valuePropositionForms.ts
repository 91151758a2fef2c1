// Generated from solution/Entities/kam_ValueProposition/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_valueproposition: a column or control that is not on it does not compile. */
export type ValuePropositionForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_capturedpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_customersurplus"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_differentiationvalue"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_economicvalue"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_offer"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_price"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_referenceevidence"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_referencevalue"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "directions"): Xrm.Controls.GridControl;
  getControl(name: "header_kam_capturedpercent"): Xrm.Controls.NumberControl;
  getControl(name: "header_kam_customersurplus"): Xrm.Controls.NumberControl;
  getControl(name: "header_kam_economicvalue"): Xrm.Controls.NumberControl;
  getControl(name: "header_kam_price"): Xrm.Controls.NumberControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_capturedpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_customersurplus"): Xrm.Controls.NumberControl;
  getControl(name: "kam_differentiationvalue"): Xrm.Controls.NumberControl;
  getControl(name: "kam_economicvalue"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_offer"): Xrm.Controls.StringControl;
  getControl(name: "kam_price"): Xrm.Controls.NumberControl;
  getControl(name: "kam_referenceevidence"): Xrm.Controls.StringControl;
  getControl(name: "kam_referencevalue"): Xrm.Controls.NumberControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
  getControl(name: "lines"): Xrm.Controls.GridControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
  getControl(name: "valueSheet"): Xrm.Controls.FramedControl;
};

/** quickCreate form "Information" of kam_valueproposition: a column or control that is not on it does not compile. */
export type ValuePropositionQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_offer"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_price"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_referencevalue"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_offer"): Xrm.Controls.StringControl;
  getControl(name: "kam_price"): Xrm.Controls.NumberControl;
  getControl(name: "kam_referencevalue"): Xrm.Controls.NumberControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
};
