// Generated from solution/Entities/kam_SegmentInteraction/Entity.xml by Kam.Generate. Do not edit.
import type {
  ChannelChoice,
  SegmentInteractionState,
  SegmentInteractionStatusReason,
} from "./choices";

/** Logical names of kam_segmentinteraction and its columns. */
export const SegmentInteraction = {
  table: "kam_segmentinteraction",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    channel: "kam_channel",
    name: "kam_name",
    segmentId: "kam_segmentid",
    segmentInteractionId: "kam_segmentinteractionid",
    timesPerYear: "kam_timesperyear",
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

/** How often a year an account of a segment is met through a channel. As the Web API returns it: only the columns asked for. */
export interface SegmentInteractionRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** How the account is met. Choice, required. */
  kam_channel?: ChannelChoice | null;
  /** Name of the segment interaction. Text, up to 200 characters. */
  kam_name?: string | null;
  /** The segment. Lookup, required. */
  _kam_segmentid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_segmentinteractionid?: string | null;
  /** At least this often. Whole number, 1 to 365, required. */
  kam_timesperyear?: number | null;
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
  statecode?: SegmentInteractionState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: SegmentInteractionStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
