// Generated from solution/Entities/kam_BundleComponent/Entity.xml by Kam.Generate. Do not edit.
import type {
  BundleComponentState,
  BundleComponentStatusReason,
  KindOfComponentChoice,
} from "./choices";

/** Logical names of kam_bundlecomponent and its columns. */
export const BundleComponent = {
  table: "kam_bundlecomponent",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    bundleComponentId: "kam_bundlecomponentid",
    bundleGroupId: "kam_bundlegroupid",
    customerValue: "kam_customervalue",
    customerValueBase: "kam_customervalue_base",
    differentiation: "kam_differentiation",
    kind: "kam_kind",
    maximumQuantity: "kam_maximumquantity",
    minimumQuantity: "kam_minimumquantity",
    name: "kam_name",
    productId: "kam_productid",
    sequence: "kam_sequence",
    solutionBundleId: "kam_solutionbundleid",
    unitCost: "kam_unitcost",
    unitCostBase: "kam_unitcost_base",
    unitPrice: "kam_unitprice",
    unitPriceBase: "kam_unitprice_base",
    uomId: "kam_uomid",
    modifiedBy: "modifiedby",
    modifiedOn: "modifiedon",
    modifiedOnBehalfBy: "modifiedonbehalfby",
    organizationId: "organizationid",
    overriddenCreatedOn: "overriddencreatedon",
    stateCode: "statecode",
    statusCode: "statuscode",
    timeZoneRuleVersionNumber: "timezoneruleversionnumber",
    transactionCurrencyId: "transactioncurrencyid",
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** A product or service that may be in a bundle, with its quantities and price. As the Web API returns it: only the columns asked for. */
export interface BundleComponentRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Exchange rate between the currency of the row and the base currency. Decimal number, 0.000000000001 to 100000000000. */
  exchangerate?: number | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_bundlecomponentid?: string | null;
  /** Where it is chosen; empty when it stands alone. Lookup. */
  _kam_bundlegroupid_value?: string | null;
  /** What a unit is worth to the customer; empty when unknown. Money. */
  kam_customervalue?: number | null;
  /** Value of Value to the customer in base currency. Money. */
  kam_customervalue_base?: number | null;
  /** From 1, as everybody’s, to 5, only ours. Whole number, 1 to 5, required. */
  kam_differentiation?: number | null;
  /** Core is always in; options and services may be chosen. Choice, required. */
  kam_kind?: KindOfComponentChoice | null;
  /** Most units. Decimal number, 0 to 100000000, required. */
  kam_maximumquantity?: number | null;
  /** Fewest units when it is in; above zero. Decimal number, 0 to 100000000, required. */
  kam_minimumquantity?: number | null;
  /** What stands on the quote when no product is named. Text, up to 200 characters, required. */
  kam_name?: string | null;
  /** The product sold; empty for one that is written in. Lookup. */
  _kam_productid_value?: string | null;
  /** Place in the list. Whole number, 0 to 10000. */
  kam_sequence?: number | null;
  /** The bundle. Lookup, required. */
  _kam_solutionbundleid_value?: string | null;
  /** What a unit costs us; empty when unknown. Read by members of KAM Cost and Margin only. Money, column security. */
  kam_unitcost?: number | null;
  /** Value of Unit cost in base currency. Money, column security. */
  kam_unitcost_base?: number | null;
  /** Price of a unit in this bundle, currency of the bundle. Money, required. */
  kam_unitprice?: number | null;
  /** Value of Unit price in base currency. Money. */
  kam_unitprice_base?: number | null;
  /** Unit of the quantities; empty: the product’s default. Lookup. */
  _kam_uomid_value?: string | null;
  /** Unique identifier of the user who modified the record. Lookup. */
  _modifiedby_value?: string | null;
  /** Date and time when the record was modified. Instant (UTC). */
  modifiedon?: string | null;
  /** Unique identifier of the delegate user who modified the record. Lookup. */
  _modifiedonbehalfby_value?: string | null;
  /** Unique identifier for the organization. Lookup. */
  _organizationid_value?: string | null;
  /** Date and time that the record was migrated. Day. */
  overriddencreatedon?: string | null;
  /** Whether the row is active. State, required. */
  statecode?: BundleComponentState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: BundleComponentStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
