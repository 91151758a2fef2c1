// Generated from solution/Entities/kam_SolutionBundle/Entity.xml by Kam.Generate. Do not edit.
import type {
  SolutionBundleState,
  SolutionBundleStatusReason,
} from "./choices";

/** Logical names of kam_solutionbundle and its columns. */
export const SolutionBundle = {
  table: "kam_solutionbundle",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    corePrice: "kam_coreprice",
    corePriceBase: "kam_coreprice_base",
    description: "kam_description",
    name: "kam_name",
    solutionBundleId: "kam_solutionbundleid",
    validFrom: "kam_validfrom",
    validUntil: "kam_validuntil",
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

/** What we offer together: components, what must be chosen, what goes with what. Once released it is not changed any more. As the Web API returns it: only the columns asked for. */
export interface SolutionBundleRow {
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
  /** Price of the core components in their smallest quantities, set at release. Money. */
  kam_coreprice?: number | null;
  /** Value of Price of the core in base currency. Money. */
  kam_coreprice_base?: number | null;
  /** What it does for the customer. Text, up to 4000 characters. */
  kam_description?: string | null;
  /** What sales staff call it. Text, up to 200 characters, required. */
  kam_name?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_solutionbundleid?: string | null;
  /** First day on which it may be offered; empty: from its release. Day. */
  kam_validfrom?: string | null;
  /** Last day on which it may be offered; empty: until it is retired. Day. */
  kam_validuntil?: string | null;
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
  statecode?: SolutionBundleState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: SolutionBundleStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
