// Generated from solution/Entities/kam_CustomerInsight/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_customerinsight: a column or control that is not on it does not compile. */
export type CustomerInsightForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_amountatstake"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_confidencepercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_evidence"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_hitcount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_hitratehighpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_hitratelowpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_hitratepercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_hypothesis"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_teachingpitch"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_usecount"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "header_kam_amountatstake"): Xrm.Controls.NumberControl;
  getControl(name: "header_kam_hitratepercent"): Xrm.Controls.NumberControl;
  getControl(name: "header_kam_validuntil"): Xrm.Controls.DateControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_amountatstake"): Xrm.Controls.NumberControl;
  getControl(name: "kam_confidencepercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_evidence"): Xrm.Controls.StringControl;
  getControl(name: "kam_hitcount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_hitratehighpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_hitratelowpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_hitratepercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_hypothesis"): Xrm.Controls.StringControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_teachingpitch"): Xrm.Controls.StringControl;
  getControl(name: "kam_usecount"): Xrm.Controls.NumberControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
  getControl(name: "outcomes"): Xrm.Controls.GridControl;
  getControl(name: "ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
  getControl(name: "uses"): Xrm.Controls.GridControl;
};

/** quickCreate form "Information" of kam_customerinsight: a column or control that is not on it does not compile. */
export type CustomerInsightQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_accountid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_amountatstake"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_confidencepercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_evidence"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_hypothesis"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_validuntil"): Xrm.Attributes.DateAttribute;
  getControl(name: "kam_accountid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_amountatstake"): Xrm.Controls.NumberControl;
  getControl(name: "kam_confidencepercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_evidence"): Xrm.Controls.StringControl;
  getControl(name: "kam_hypothesis"): Xrm.Controls.StringControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_validuntil"): Xrm.Controls.DateControl;
};
