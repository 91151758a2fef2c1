// Generated from solution/Entities/kam_SegmentAssignment/Entity.xml by Kam.Generate. Do not edit.
import type {
  CauseOfTheAssignmentChoice,
  SegmentAssignmentState,
  SegmentAssignmentStatusReason,
} from "./choices";

/** Logical names of kam_segmentassignment and its columns. */
export const SegmentAssignment = {
  table: "kam_segmentassignment",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    approvedById: "kam_approvedbyid",
    assignedOn: "kam_assignedon",
    cause: "kam_cause",
    expiresOn: "kam_expireson",
    explanation: "kam_explanation",
    explanationData: "kam_explanationdata",
    name: "kam_name",
    previousSegmentId: "kam_previoussegmentid",
    reason: "kam_reason",
    segmentAssignmentId: "kam_segmentassignmentid",
    segmentId: "kam_segmentid",
    segmentIndex: "kam_segmentindex",
    valueScore: "kam_valuescore",
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

/** History: when and why an account came into a segment. Written by the system, changed by nobody. As the Web API returns it: only the columns asked for. */
export interface SegmentAssignmentRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** The account. Lookup, required. */
  _kam_accountid_value?: string | null;
  /** Who signed the override. Lookup. */
  _kam_approvedbyid_value?: string | null;
  /** Day from which it holds. Day, required. */
  kam_assignedon?: string | null;
  /** What moved the account. Choice, required. */
  kam_cause?: CauseOfTheAssignmentChoice | null;
  /** Last day of the override. Day. */
  kam_expireson?: string | null;
  /** Inputs and rule in words. Text, up to 10000 characters. */
  kam_explanation?: string | null;
  /** The explanation as JSON, for the reader’s language. Text, up to 20000 characters. */
  kam_explanationdata?: string | null;
  /** Name of the segment assignment. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Where it was before; empty the first time. Lookup. */
  _kam_previoussegmentid_value?: string | null;
  /** Reason of the override. Text, up to 2000 characters. */
  kam_reason?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_segmentassignmentid?: string | null;
  /** Where it came. Lookup, required. */
  _kam_segmentid_value?: string | null;
  /** Index on that day, 0 to 100. Decimal number, 0 to 100. */
  kam_segmentindex?: number | null;
  /** Value score that went into the index. Decimal number, 0 to 100. */
  kam_valuescore?: number | null;
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
  statecode?: SegmentAssignmentState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: SegmentAssignmentStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
