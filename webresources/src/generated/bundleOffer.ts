// Generated from solution/Entities/kam_BundleOffer/Entity.xml by Kam.Generate. Do not edit.
import type {
  BundleOfferState,
  BundleOfferStatusReason,
} from "./choices";

/** Logical names of kam_bundleoffer and its columns. */
export const BundleOffer = {
  table: "kam_bundleoffer",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    bundleOfferId: "kam_bundleofferid",
    configuration: "kam_configuration",
    cost: "kam_cost",
    costBase: "kam_cost_base",
    differentiation: "kam_differentiation",
    margin: "kam_margin",
    marginBase: "kam_margin_base",
    name: "kam_name",
    price: "kam_price",
    priceBase: "kam_price_base",
    quoteId: "kam_quoteid",
    requestId: "kam_requestid",
    solutionBundleId: "kam_solutionbundleid",
    modifiedBy: "modifiedby",
    modifiedOn: "modifiedon",
    modifiedOnBehalfBy: "modifiedonbehalfby",
    overriddenCreatedOn: "overriddencreatedon",
    ownerId: "ownerid",
    owningBusinessUnit: "owningbusinessunit",
    owningTeam: "owningteam",
    owningUser: "owninguser",
    stateCode: "statecode",
    statusCode: "statuscode",
    timeZoneRuleVersionNumber: "timezoneruleversionnumber",
    transactionCurrencyId: "transactioncurrencyid",
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** A bundle as put together for one quote; its lines name it. As the Web API returns it: only the columns asked for. */
export interface BundleOfferRow {
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
  /** The customer of the quote. Lookup. */
  _kam_accountid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_bundleofferid?: string | null;
  /** What was chosen, as JSON: component, quantity, unit price. Text, up to 1048576 characters. */
  kam_configuration?: string | null;
  /** What it costs us; empty when the cost of a component is unknown. Money, column security. */
  kam_cost?: number | null;
  /** Value of Cost in base currency. Money, column security. */
  kam_cost_base?: number | null;
  /** 1 to 5, mean of the components weighted by price. Decimal number, 1 to 5. */
  kam_differentiation?: number | null;
  /** Price less cost. Money, column security. */
  kam_margin?: number | null;
  /** Value of Margin in base currency. Money, column security. */
  kam_margin_base?: number | null;
  /** Name of the bundle offer. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Sum of the components, currency of the quote. Money. */
  kam_price?: number | null;
  /** Value of Price in base currency. Money. */
  kam_price_base?: number | null;
  /** The quote it was added to. Lookup, required. */
  _kam_quoteid_value?: string | null;
  /** Names the request that added it, so that a repeated one adds nothing. Text, up to 100 characters, required. */
  kam_requestid?: string | null;
  /** The bundle. Lookup, required. */
  _kam_solutionbundleid_value?: string | null;
  /** Unique identifier of the user who modified the record. Lookup. */
  _modifiedby_value?: string | null;
  /** Date and time when the record was modified. Instant (UTC). */
  modifiedon?: string | null;
  /** Unique identifier of the delegate user who modified the record. Lookup. */
  _modifiedonbehalfby_value?: string | null;
  /** Date and time that the record was migrated. Day. */
  overriddencreatedon?: string | null;
  /** Owner of the row. Lookup, required. */
  _ownerid_value?: string | null;
  /** Unique identifier for the business unit that owns the record. Lookup. */
  _owningbusinessunit_value?: string | null;
  /** Unique identifier for the team that owns the record. Lookup. */
  _owningteam_value?: string | null;
  /** Unique identifier for the user that owns the record. Lookup. */
  _owninguser_value?: string | null;
  /** Whether the row is active. State, required. */
  statecode?: BundleOfferState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: BundleOfferStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
