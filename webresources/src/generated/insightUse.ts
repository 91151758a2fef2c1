// Generated from solution/Entities/kam_InsightUse/Entity.xml by Kam.Generate. Do not edit.
import type {
  InsightUseState,
  InsightUseStatusReason,
  OutcomeOfTheInsightChoice,
  ReactionToTheInsightChoice,
} from "./choices";

/** Logical names of kam_insightuse and its columns. */
export const InsightUse = {
  table: "kam_insightuse",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    appointmentId: "kam_appointmentid",
    customerInsightId: "kam_customerinsightid",
    insightUseId: "kam_insightuseid",
    name: "kam_name",
    note: "kam_note",
    opportunityId: "kam_opportunityid",
    outcome: "kam_outcome",
    reaction: "kam_reaction",
    usedOn: "kam_usedon",
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

/** One presentation of an insight to the customer: in which meeting, how the customer reacted and what came of it. As the Web API returns it: only the columns asked for. */
export interface InsightUseRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** The meeting in which it was presented. Lookup. */
  _kam_appointmentid_value?: string | null;
  /** The insight that was presented. Lookup, required. */
  _kam_customerinsightid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_insightuseid?: string | null;
  /** Insight and day, written by the system when left empty. Text, up to 200 characters. */
  kam_name?: string | null;
  /** What was said. Text, up to 4000 characters. */
  kam_note?: string | null;
  /** The opportunity that came of it. Lookup. */
  _kam_opportunityid_value?: string | null;
  /** What came of it; open until it is known. Choice. */
  kam_outcome?: OutcomeOfTheInsightChoice | null;
  /** How the customer reacted. Choice. */
  kam_reaction?: ReactionToTheInsightChoice | null;
  /** Day of the presentation. Day, required. */
  kam_usedon?: string | null;
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
  statecode?: InsightUseState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: InsightUseStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
