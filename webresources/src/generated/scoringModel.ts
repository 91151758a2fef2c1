// Generated from solution/Entities/kam_ScoringModel/Entity.xml by Kam.Generate. Do not edit.
import type {
  RevenueSourceChoice,
  ScoringModelState,
  ScoringModelStatusReason,
} from "./choices";

/** Logical names of kam_scoringmodel and its columns. */
export const ScoringModel = {
  table: "kam_scoringmodel",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    activatedOn: "kam_activatedon",
    bandPercent: "kam_bandpercent",
    discountRatePercent: "kam_discountratepercent",
    highFrom: "kam_highfrom",
    horizonMonths: "kam_horizonmonths",
    hourlyRate: "kam_hourlyrate",
    hourlyRateBase: "kam_hourlyrate_base",
    mediumFrom: "kam_mediumfrom",
    minimumCostCoveragePercent: "kam_minimumcostcoveragepercent",
    minimumCustomers: "kam_minimumcustomers",
    name: "kam_name",
    previousVersionId: "kam_previousversionid",
    revenueSource: "kam_revenuesource",
    scoringModelId: "kam_scoringmodelid",
    topFrom: "kam_topfrom",
    version: "kam_version",
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

/** How the value of an account is turned into a score from 0 to 100: its criteria, its bands, and the terms of customer lifetime value. A model in use is never edited in place; a new version replaces it. As the Web API returns it: only the columns asked for. */
export interface ScoringModelRow {
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
  /** When the model was taken into use. Instant (UTC). */
  kam_activatedon?: string | null;
  /** Probability, in percent, that the customer lifetime value lies between its low and its high figure. Decimal number, 0 to 100. */
  kam_bandpercent?: number | null;
  /** Yearly rate, in percent, at which future margin is discounted. Decimal number, 0 to 100. */
  kam_discountratepercent?: number | null;
  /** Lowest score of the band High. Decimal number, 0 to 100. */
  kam_highfrom?: number | null;
  /** How many months ahead customer lifetime value looks. Whole number, 1 to 120. */
  kam_horizonmonths?: number | null;
  /** Cost of one hour of activity with the customer; turns activity hours into cost to serve. Money. */
  kam_hourlyrate?: number | null;
  /** Value of Hourly rate in base currency. Money. */
  kam_hourlyrate_base?: number | null;
  /** Lowest score of the band Medium; everything below is Low. Decimal number, 0 to 100. */
  kam_mediumfrom?: number | null;
  /** Share of revenue, in percent, whose lines must carry a cost before margin counts as known. Below it margin is unknown, not zero. 95 when left empty. Decimal number, 0 to 100. */
  kam_minimumcostcoveragepercent?: number | null;
  /** Smallest customer base a value model may be fitted to; with fewer customers the heuristic is used. Whole number, 0 to 1000000. */
  kam_minimumcustomers?: number | null;
  /** What the model is called, without its version. Text, up to 200 characters, required. */
  kam_name?: string | null;
  /** The model that this version replaced. Lookup. */
  _kam_previousversionid_value?: string | null;
  /** Whether fulfilled orders or invoices count as revenue. Choice, required. */
  kam_revenuesource?: RevenueSourceChoice | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_scoringmodelid?: string | null;
  /** Lowest score of the band Top. A score exactly on the threshold belongs to the better band. Decimal number, 0 to 100. */
  kam_topfrom?: number | null;
  /** Counts up by one with each new version of the same model. Whole number, 1 to 1000000. */
  kam_version?: number | null;
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
  statecode?: ScoringModelState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ScoringModelStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
