// Generated from solution/Entities/kam_ContentTold/Entity.xml by Kam.Generate. Do not edit.
import type {
  ContentToldState,
  ContentToldStatusReason,
} from "./choices";

/** Logical names of kam_contenttold and its columns. */
export const ContentTold = {
  table: "kam_contenttold",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    activityId: "kam_activityid",
    contactId: "kam_contactid",
    contentToldId: "kam_contenttoldid",
    contentTopicId: "kam_contenttopicid",
    name: "kam_name",
    stakeholderId: "kam_stakeholderid",
    toldOn: "kam_toldon",
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

/** A topic that a person was told on a day. As the Web API returns it: only the columns asked for. */
export interface ContentToldRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Identifier of the activity in which it was told. Text, up to 100 characters. */
  kam_activityid?: string | null;
  /** The person of the stakeholder; set by the system. Lookup. */
  _kam_contactid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_contenttoldid?: string | null;
  /** What. Lookup, required. */
  _kam_contenttopicid_value?: string | null;
  /** Name of the content told. Text, up to 200 characters. */
  kam_name?: string | null;
  /** To whom. Lookup, required. */
  _kam_stakeholderid_value?: string | null;
  /** The day. Day, required. */
  kam_toldon?: string | null;
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
  statecode?: ContentToldState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ContentToldStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
