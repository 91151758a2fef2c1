// Generated from solution/Entities/kam_ScoringRun/Entity.xml by Kam.Generate. Do not edit.
import type {
  ScoringPhaseChoice,
  ScoringRunState,
  ScoringRunStatusReason,
} from "./choices";

/** Logical names of kam_scoringrun and its columns. */
export const ScoringRun = {
  table: "kam_scoringrun",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    accountCount: "kam_accountcount",
    asOf: "kam_asof",
    basis: "kam_basis",
    cursor: "kam_cursor",
    distribution: "kam_distribution",
    finishedOn: "kam_finishedon",
    name: "kam_name",
    pageCount: "kam_pagecount",
    phase: "kam_phase",
    scoredCount: "kam_scoredcount",
    scoringModelId: "kam_scoringmodelid",
    scoringRunId: "kam_scoringrunid",
    startedOn: "kam_startedon",
    valueModelFitId: "kam_valuemodelfitid",
    modifiedBy: "modifiedby",
    modifiedOn: "modifiedon",
    modifiedOnBehalfBy: "modifiedonbehalfby",
    organizationId: "organizationid",
    overriddenCreatedOn: "overriddencreatedon",
    stateCode: "statecode",
    statusCode: "statuscode",
    timeZoneRuleVersionNumber: "timezoneruleversionnumber",
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** One valuation of the whole portfolio as of a day: where it stands, how many accounts were measured and scored, and the distributions percentiles were read from. As the Web API returns it: only the columns asked for. */
export interface ScoringRunRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Accounts measured so far. Whole number, 0 to 2147483647. */
  kam_accountcount?: number | null;
  /** Day the portfolio is valued for; the rolling period ends with it. Day, required. */
  kam_asof?: string | null;
  /** What the whole run stands on, kept when it began: settings, models with their criteria, base currency; as JSON. Text, up to 1048576 characters, column security. */
  kam_basis?: string | null;
  /** Where the next page starts; empty when nothing is left. Text, up to 400 characters. */
  kam_cursor?: string | null;
  /** Quantile knots per measure over the portfolio, as JSON. Text, up to 1048576 characters, column security. */
  kam_distribution?: string | null;
  /** When the last page was scored. Instant (UTC). */
  kam_finishedon?: string | null;
  /** Model and as-of date, written by the run. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Pages measured so far. Whole number, 0 to 2147483647. */
  kam_pagecount?: number | null;
  /** How far the run has come. Choice. */
  kam_phase?: ScoringPhaseChoice | null;
  /** Accounts that got a score; the others lack every value their model needs. Whole number, 0 to 2147483647. */
  kam_scoredcount?: number | null;
  /** The model the portfolio is scored with. Lookup, required. */
  _kam_scoringmodelid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_scoringrunid?: string | null;
  /** When the first page was measured. Instant (UTC). */
  kam_startedon?: string | null;
  /** The fit that customer lifetime values of this run were read from. Lookup. */
  _kam_valuemodelfitid_value?: string | null;
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
  statecode?: ScoringRunState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ScoringRunStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
