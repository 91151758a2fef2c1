// Generated from solution/Entities/kam_ScorePart/Entity.xml by Kam.Generate. Do not edit.
import type {
  MeasureChoice,
  MissingValuePolicyChoice,
  ScorePartState,
  ScorePartStatusReason,
} from "./choices";

/** Logical names of kam_scorepart and its columns. */
export const ScorePart = {
  table: "kam_scorepart",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    appliedPolicy: "kam_appliedpolicy",
    contribution: "kam_contribution",
    curvePoints: "kam_curvepoints",
    explanation: "kam_explanation",
    measure: "kam_measure",
    name: "kam_name",
    rawValue: "kam_rawvalue",
    scorePartId: "kam_scorepartid",
    scoringCriterionId: "kam_scoringcriterionid",
    securedRawValue: "kam_securedrawvalue",
    valueScoreId: "kam_valuescoreid",
    weightPercent: "kam_weightpercent",
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
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** What one criterion contributed to a value score. The contributions add up to the score exactly. As the Web API returns it: only the columns asked for. */
export interface ScorePartRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** What was done about a missing value; empty when the value was there. Choice. */
  kam_appliedpolicy?: MissingValuePolicyChoice | null;
  /** Points of the score that come from this criterion. Decimal number, 0 to 100. */
  kam_contribution?: number | null;
  /** Points from 0 to 100 that the curve gave the raw value. Decimal number, 0 to 100. */
  kam_curvepoints?: number | null;
  /** The contribution in words. Text, up to 4000 characters. */
  kam_explanation?: string | null;
  /** The measure that was judged; empty when a submodel gave the input. Choice. */
  kam_measure?: MeasureChoice | null;
  /** The criterion, as it was called when the score was made. Text, up to 200 characters. */
  kam_name?: string | null;
  /** The measured value; empty when it was missing, or when it tells cost or margin and stands in the confidential column. Decimal number, -100000000000 to 100000000000. */
  kam_rawvalue?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_scorepartid?: string | null;
  /** The criterion that made this part. Lookup. */
  _kam_scoringcriterionid_value?: string | null;
  /** The measured value of a measure that tells cost or margin; the raw value stays empty then, so that whoever may not read cost and margin cannot read it from a part. Decimal number, -100000000000 to 100000000000, column security. */
  kam_securedrawvalue?: number | null;
  /** The snapshot this part belongs to. Lookup, required. */
  _kam_valuescoreid_value?: string | null;
  /** Weight in percent after missing values were left out. Decimal number, 0 to 100. */
  kam_weightpercent?: number | null;
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
  statecode?: ScorePartState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ScorePartStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
