// Generated from solution/Entities/kam_ContentTopic/Entity.xml by Kam.Generate. Do not edit.
import type {
  ChannelChoice,
  ContentTopicState,
  ContentTopicStatusReason,
  StakeholderRoleChoice,
} from "./choices";

/** Logical names of kam_contenttopic and its columns. */
export const ContentTopic = {
  table: "kam_contenttopic",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    channel: "kam_channel",
    contentTopicId: "kam_contenttopicid",
    description: "kam_description",
    name: "kam_name",
    role: "kam_role",
    segmentId: "kam_segmentid",
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

/** What is communicated to which segment, role and channel, and how often. As the Web API returns it: only the columns asked for. */
export interface ContentTopicRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** How it is told. Choice, required. */
  kam_channel?: ChannelChoice | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_contenttopicid?: string | null;
  /** What to tell, and with which material. Text, up to 4000 characters. */
  kam_description?: string | null;
  /** Name of the content topic. Text, up to 200 characters. */
  kam_name?: string | null;
  /** People of this role; empty means all on the map. Choice. */
  kam_role?: StakeholderRoleChoice | null;
  /** Accounts of this segment; empty means all. Lookup. */
  _kam_segmentid_value?: string | null;
  /** The year is cut into that many equal parts. Whole number, 1 to 365, required. */
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
  statecode?: ContentTopicState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ContentTopicStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
