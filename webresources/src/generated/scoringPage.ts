// Generated from solution/Entities/kam_ScoringPage/Entity.xml by Kam.Generate. Do not edit.
import type {
  ScoringPageState,
  ScoringPageStatusReason,
} from "./choices";

/** Logical names of kam_scoringpage and its columns. */
export const ScoringPage = {
  table: "kam_scoringpage",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    measures: "kam_measures",
    name: "kam_name",
    number: "kam_number",
    scoringPageId: "kam_scoringpageid",
    scoringRunId: "kam_scoringrunid",
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

/** The measures of one page of accounts, kept by a scoring run until the whole portfolio has been measured. As the Web API returns it: only the columns asked for. */
export interface ScoringPageRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Measures of the accounts on this page, as JSON. Text, up to 1048576 characters. */
  kam_measures?: string | null;
  /** Run and page number, written by the run. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Position of the page in its run, from 1. Whole number, 0 to 2147483647, required. */
  kam_number?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_scoringpageid?: string | null;
  /** The run this page belongs to. Lookup, required. */
  _kam_scoringrunid_value?: string | null;
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
  statecode?: ScoringPageState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ScoringPageStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
