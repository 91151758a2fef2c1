// Generated from solution/Entities/kam_BundleComponent/FormXml by Kam.Generate. Do not edit.

/** main form "Information" of kam_bundlecomponent: a column or control that is not on it does not compile. */
export type BundleComponentForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_bundlegroupid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_customervalue"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_differentiation"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_kind"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_maximumquantity"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_minimumquantity"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_productid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_sequence"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_solutionbundleid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_unitcost"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_unitprice"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_uomid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "statuscode"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "transactioncurrencyid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "header_statuscode"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_bundlegroupid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_customervalue"): Xrm.Controls.NumberControl;
  getControl(name: "kam_differentiation"): Xrm.Controls.NumberControl;
  getControl(name: "kam_kind"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_maximumquantity"): Xrm.Controls.NumberControl;
  getControl(name: "kam_minimumquantity"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_productid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_sequence"): Xrm.Controls.NumberControl;
  getControl(name: "kam_solutionbundleid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_unitcost"): Xrm.Controls.NumberControl;
  getControl(name: "kam_unitprice"): Xrm.Controls.NumberControl;
  getControl(name: "kam_uomid"): Xrm.Controls.LookupControl;
  getControl(name: "transactioncurrencyid"): Xrm.Controls.LookupControl;
};

/** quickCreate form "Information" of kam_bundlecomponent: a column or control that is not on it does not compile. */
export type BundleComponentQuickCreateForm = Omit<Xrm.FormContext, "getAttribute" | "getControl"> & {
  getAttribute(name: "kam_bundlegroupid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_differentiation"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_kind"): Xrm.Attributes.OptionSetAttribute;
  getAttribute(name: "kam_maximumquantity"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_minimumquantity"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_name"): Xrm.Attributes.StringAttribute;
  getAttribute(name: "kam_productid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_solutionbundleid"): Xrm.Attributes.LookupAttribute;
  getAttribute(name: "kam_unitcost"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_unitprice"): Xrm.Attributes.NumberAttribute;
  getAttribute(name: "kam_uomid"): Xrm.Attributes.LookupAttribute;
  getControl(name: "kam_bundlegroupid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_differentiation"): Xrm.Controls.NumberControl;
  getControl(name: "kam_kind"): Xrm.Controls.OptionSetControl;
  getControl(name: "kam_maximumquantity"): Xrm.Controls.NumberControl;
  getControl(name: "kam_minimumquantity"): Xrm.Controls.NumberControl;
  getControl(name: "kam_name"): Xrm.Controls.StringControl;
  getControl(name: "kam_productid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_solutionbundleid"): Xrm.Controls.LookupControl;
  getControl(name: "kam_unitcost"): Xrm.Controls.NumberControl;
  getControl(name: "kam_unitprice"): Xrm.Controls.NumberControl;
  getControl(name: "kam_uomid"): Xrm.Controls.LookupControl;
};
