// Generated from solution/Entities/kam_CrossSellChance/Entity.xml by Kam.Generate. Do not edit.
import type {
  CrossSellChanceState,
  CrossSellChanceStatusReason,
} from "./choices";

/** Logical names of kam_crosssellchance and its columns. */
export const CrossSellChance = {
  table: "kam_crosssellchance",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    asOf: "kam_asof",
    boughtFamilyId: "kam_boughtfamilyid",
    configurationVersion: "kam_configurationversion",
    crossSellChanceId: "kam_crosssellchanceid",
    expectedMargin: "kam_expectedmargin",
    expectedMarginBase: "kam_expectedmargin_base",
    familyId: "kam_familyid",
    name: "kam_name",
    peerBuyerCount: "kam_peerbuyercount",
    peerCount: "kam_peercount",
    probability: "kam_probability",
    reason: "kam_reason",
    reasonData: "kam_reasondata",
    typicalMargin: "kam_typicalmargin",
    typicalMarginBase: "kam_typicalmargin_base",
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

/** How likely an account buys a product family it has not bought, why, and what that would bring. As the Web API returns it: only the columns asked for. */
export interface CrossSellChanceRow {
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
  /** Who. Lookup, required. */
  _kam_accountid_value?: string | null;
  /** The day whose purchases it rests on. Day, required. */
  kam_asof?: string | null;
  /** What the account and these peers buy; empty when it is all peers. Lookup. */
  _kam_boughtfamilyid_value?: string | null;
  /** The settings that made it. Text, up to 300 characters. */
  kam_configurationversion?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_crosssellchanceid?: string | null;
  /** Probability times typical margin. Money, column security. */
  kam_expectedmargin?: number | null;
  /** Value of Expected margin in base currency. Money, column security. */
  kam_expectedmargin_base?: number | null;
  /** What. Lookup, required. */
  _kam_familyid_value?: string | null;
  /** Name of the cross-sell chance. Text, up to 300 characters. */
  kam_name?: string | null;
  /** How many of them buy the family. Whole number, 0 to 2147483647. */
  kam_peerbuyercount?: number | null;
  /** How many peers the reason counts. Whole number, 0 to 2147483647. */
  kam_peercount?: number | null;
  /** That it buys within a year, 0 to 1. Decimal number, 0 to 1. */
  kam_probability?: number | null;
  /** Why, in words, with the peers’ figures. Text, up to 2000 characters. */
  kam_reason?: string | null;
  /** The reason as JSON, for readers of other languages. Text, up to 4000 characters. */
  kam_reasondata?: string | null;
  /** Median margin of a year of peers that buy it, base currency. Money, column security. */
  kam_typicalmargin?: number | null;
  /** Value of Typical margin in base currency. Money, column security. */
  kam_typicalmargin_base?: number | null;
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
  statecode?: CrossSellChanceState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: CrossSellChanceStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
