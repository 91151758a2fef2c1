// Generated from solution/Entities/kam_ScoringCriterion/Entity.xml by Kam.Generate. Do not edit.
import type {
  CurveChoice,
  MeasureChoice,
  MissingValuePolicyChoice,
  ScoringCriterionState,
  ScoringCriterionStatusReason,
} from "./choices";

/** Logical names of kam_scoringcriterion and its columns. */
export const ScoringCriterion = {
  table: "kam_scoringcriterion",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    best: "kam_best",
    curve: "kam_curve",
    measure: "kam_measure",
    missingValuePolicy: "kam_missingvaluepolicy",
    name: "kam_name",
    scoringCriterionId: "kam_scoringcriterionid",
    scoringModelId: "kam_scoringmodelid",
    sequence: "kam_sequence",
    submodelId: "kam_submodelid",
    weight: "kam_weight",
    worst: "kam_worst",
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

/** One criterion of a scoring model: a measure or another model’s score, the curve that maps it to points, and its weight. As the Web API returns it: only the columns asked for. */
export interface ScoringCriterionRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Raw value that earns 100 points. For a percentile only the order of worst and best counts. Confidential, because bounds and points give the raw value back: whoever edits a model needs the column security profile KAM Cost and Margin, members of the role KAM Administrator too. Decimal number, -100000000000 to 100000000000, column security. */
  kam_best?: number | null;
  /** How the raw value becomes points. Choice, required. */
  kam_curve?: CurveChoice | null;
  /** The measure that is judged; empty when a submodel gives the input. Choice. */
  kam_measure?: MeasureChoice | null;
  /** What happens when the account has no value for the measure. Choice, required. */
  kam_missingvaluepolicy?: MissingValuePolicyChoice | null;
  /** What the criterion is called in explanations. Text, up to 200 characters, required. */
  kam_name?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_scoringcriterionid?: string | null;
  /** The model this criterion belongs to. Lookup, required. */
  _kam_scoringmodelid_value?: string | null;
  /** Order in which criteria are listed. Whole number, 0 to 100000. */
  kam_sequence?: number | null;
  /** A model whose score is the input of this criterion. Cycles are refused. Lookup. */
  _kam_submodelid_value?: string | null;
  /** Relative weight; the weights of a model need not add up to anything, but not to zero. Decimal number, 0 to 1000000, required. */
  kam_weight?: number | null;
  /** Raw value that earns 0 points. Worst above best means that less is better. Confidential, because bounds and points give the raw value back: whoever edits a model needs the column security profile KAM Cost and Margin, members of the role KAM Administrator too. Decimal number, -100000000000 to 100000000000, column security. */
  kam_worst?: number | null;
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
  statecode?: ScoringCriterionState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ScoringCriterionStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
