// Generated from solution/Entities/kam_CustomerInsight/Entity.xml by Kam.Generate. Do not edit.
import type {
  CustomerInsightState,
  CustomerInsightStatusReason,
} from "./choices";

/** Logical names of kam_customerinsight and its columns. */
export const CustomerInsight = {
  table: "kam_customerinsight",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    amountAtStake: "kam_amountatstake",
    amountAtStakeBase: "kam_amountatstake_base",
    confidencePercent: "kam_confidencepercent",
    customerInsightId: "kam_customerinsightid",
    evidence: "kam_evidence",
    hitCount: "kam_hitcount",
    hitRateHighPercent: "kam_hitratehighpercent",
    hitRateLowPercent: "kam_hitratelowpercent",
    hitRatePercent: "kam_hitratepercent",
    hypothesis: "kam_hypothesis",
    name: "kam_name",
    teachingPitch: "kam_teachingpitch",
    useCount: "kam_usecount",
    validUntil: "kam_validuntil",
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

/** Something we can teach the customer about their own business, with evidence and the amount at stake. Ready for use only with both. As the Web API returns it: only the columns asked for. */
export interface CustomerInsightRow {
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
  /** The customer the insight is about. Lookup, required. */
  _kam_accountid_value?: string | null;
  /** What the customer gains or loses per year. Money. */
  kam_amountatstake?: number | null;
  /** Value of Amount at stake in base currency. Money. */
  kam_amountatstake_base?: number | null;
  /** How sure we are, in percent. Decimal number, 0 to 100. */
  kam_confidencepercent?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_customerinsightid?: string | null;
  /** What proves the hypothesis: figures, sources, comparable customers. Text, up to 10000 characters. */
  kam_evidence?: string | null;
  /** Presentations that led to an opportunity or an order. Whole number, 0 to 2147483647. */
  kam_hitcount?: number | null;
  /** Upper end of the 95 % interval of the hit rate. Decimal number, 0 to 100. */
  kam_hitratehighpercent?: number | null;
  /** Lower end of the 95 % interval of the hit rate. Decimal number, 0 to 100. */
  kam_hitratelowpercent?: number | null;
  /** Hits in percent of uses; empty without uses. Decimal number, 0 to 100. */
  kam_hitratepercent?: number | null;
  /** What we believe about the customer’s business. Text, up to 4000 characters. */
  kam_hypothesis?: string | null;
  /** The insight in one line. Text, up to 200 characters, required. */
  kam_name?: string | null;
  /** How we tell it so that the customer sees their business differently. Text, up to 10000 characters. */
  kam_teachingpitch?: string | null;
  /** How often the insight was presented and its outcome is known. Whole number, 0 to 2147483647. */
  kam_usecount?: number | null;
  /** Last day on which the insight may be used; afterwards it expires. Day. */
  kam_validuntil?: string | null;
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
  statecode?: CustomerInsightState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: CustomerInsightStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
