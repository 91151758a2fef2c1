// Generated from solution/Entities/kam_PortfolioProposal/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_portfolioproposal: a column or control that is not on it does not compile. */
export type PortfolioProposalForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_acceptedbyid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_appliedon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "kam_fairutilisationpercent"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_gain"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_handoverhours"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_imbalanceafter"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_imbalancebefore"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_mostmoves"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_proposedon"): Xrm.Attributes.DateAttribute;
  getAttribute(name: "ownerid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getControl(name: "header_ownerid"): Xrm.Controls.LookupControl;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_acceptedbyid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_appliedon"): Xrm.Controls.DateControl;
  getControl(name: "kam_fairutilisationpercent"): Xrm.Controls.NumberControl;
  getControl(name: "kam_gain"): Xrm.Controls.NumberControl;
  getControl(name: "kam_handoverhours"): Xrm.Controls.NumberControl;
  getControl(name: "kam_imbalanceafter"): Xrm.Controls.NumberControl;
  getControl(name: "kam_imbalancebefore"): Xrm.Controls.NumberControl;
  getControl(name: "kam_mostmoves"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_proposedon"): Xrm.Controls.DateControl;
  getControl(name: "movesGrid"): Xrm.Controls.GridControl;
  getControl(name: "statuscode"): Xrm.Controls.OptionSetControl;
};
