// Generated from solution/Entities/kam_CrossSellChance/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_crosssellchance: a column or control that is not on it does not compile. */
export type CrossSellChanceForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_asof"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_boughtfamilyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_configurationversion"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_expectedmargin"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_familyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_peerbuyercount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_peercount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_probability"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_reason"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_typicalmargin"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_asof"): Xrm.Controls.DateControl;
  getControl(name: "kam_boughtfamilyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_configurationversion"): Xrm.Controls.StringControl;
  getControl(name: "kam_expectedmargin"): Xrm.Controls.NumberControl;
  getControl(name: "kam_familyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_peerbuyercount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_peercount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_probability"): Xrm.Controls.NumberControl;
  getControl(name: "kam_reason"): Xrm.Controls.StringControl;
  getControl(name: "kam_typicalmargin"): Xrm.Controls.NumberControl;
};
