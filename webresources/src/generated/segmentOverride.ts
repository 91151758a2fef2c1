// Generated from solution/Entities/kam_SegmentOverride/Entity.xml by Kam.Generate. Do not edit.
import type {
  SegmentOverrideState,
  SegmentOverrideStatusReason,
} from "./choices";

/** Logical names of kam_segmentoverride and its columns. */
export const SegmentOverride = {
  table: "kam_segmentoverride",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    approvedById: "kam_approvedbyid",
    expiresOn: "kam_expireson",
    name: "kam_name",
    reason: "kam_reason",
    requestedById: "kam_requestedbyid",
    segmentId: "kam_segmentid",
    segmentOverrideId: "kam_segmentoverrideid",
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

/** Puts an account where its figures would not, for a time, signed by a second person. As the Web API returns it: only the columns asked for. */
export interface SegmentOverrideRow {
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
  /** Who signed; set by the system. Lookup. */
  _kam_approvedbyid_value?: string | null;
  /** Last day on which it holds. Day, required. */
  kam_expireson?: string | null;
  /** Name of the segment override. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Why the figures are not right about this account. Text, up to 2000 characters, required. */
  kam_reason?: string | null;
  /** Who asked; set by the system. Lookup. */
  _kam_requestedbyid_value?: string | null;
  /** Where it is put. Lookup, required. */
  _kam_segmentid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_segmentoverrideid?: string | null;
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
  statecode?: SegmentOverrideState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: SegmentOverrideStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
