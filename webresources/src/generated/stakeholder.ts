// Generated from solution/Entities/kam_Stakeholder/Entity.xml by Kam.Generate. Do not edit.
import type {
  StakeholderRoleChoice,
  StakeholderState,
  StakeholderStatusReason,
} from "./choices";

/** Logical names of kam_stakeholder and its columns. */
export const Stakeholder = {
  table: "kam_stakeholder",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    attitude: "kam_attitude",
    contactId: "kam_contactid",
    influence: "kam_influence",
    name: "kam_name",
    nextContentOn: "kam_nextcontenton",
    nextTopicId: "kam_nexttopicid",
    note: "kam_note",
    relationship: "kam_relationship",
    reportsToId: "kam_reportstoid",
    role: "kam_role",
    stakeholderId: "kam_stakeholderid",
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

/** One person in one account’s buying centre: part in the decision, influence, attitude, relationship. As the Web API returns it: only the columns asked for. */
export interface StakeholderRow {
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
  /** −2 (against us) to 2 (for us); empty when unknown. Whole number, -2 to 2. */
  kam_attitude?: number | null;
  /** The person; may be in several accounts. Lookup, required. */
  _kam_contactid_value?: string | null;
  /** 1 (little) to 5 (decisive). Whole number, 1 to 5, required. */
  kam_influence?: number | null;
  /** Name of the stakeholder. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Day on which the next topic is due, or since which it is; kept by the system. Day. */
  kam_nextcontenton?: string | null;
  /** Topic that the person is to be told next; kept by the system. Lookup. */
  _kam_nexttopicid_value?: string | null;
  /** What a colleague should know. Text, up to 4000 characters. */
  kam_note?: string | null;
  /** 0 (none) to 5 (trusted adviser). Whole number, 0 to 5, required. */
  kam_relationship?: number | null;
  /** The superior on the map. Lookup. */
  _kam_reportstoid_value?: string | null;
  /** Part in the decision. Choice, required. */
  kam_role?: StakeholderRoleChoice | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_stakeholderid?: string | null;
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
  statecode?: StakeholderState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: StakeholderStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
