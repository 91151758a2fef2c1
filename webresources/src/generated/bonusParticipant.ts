// Generated from solution/Entities/kam_BonusParticipant/Entity.xml by Kam.Generate. Do not edit.
import type {
  BonusParticipantState,
  BonusParticipantStatusReason,
} from "./choices";

/** Logical names of kam_bonusparticipant and its columns. */
export const BonusParticipant = {
  table: "kam_bonusparticipant",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    bonusParticipantId: "kam_bonusparticipantid",
    bonusPlanId: "kam_bonusplanid",
    currentStatementId: "kam_currentstatementid",
    entryOn: "kam_entryon",
    keyAccountManagerId: "kam_keyaccountmanagerid",
    leaveOn: "kam_leaveon",
    name: "kam_name",
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

/** A key account manager whom a bonus plan covers, and from when until when. As the Web API returns it: only the columns asked for. */
export interface BonusParticipantRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_bonusparticipantid?: string | null;
  /** The plan that covers the manager. Lookup, required. */
  _kam_bonusplanid_value?: string | null;
  /** The last statement; kept by the system. Lookup. */
  _kam_currentstatementid_value?: string | null;
  /** First day on the job, when it is within the period. Day. */
  kam_entryon?: string | null;
  /** Who is covered. Lookup, required. */
  _kam_keyaccountmanagerid_value?: string | null;
  /** Last day on the job, when it is within the period. Day. */
  kam_leaveon?: string | null;
  /** Name of the bonus participant. Text, up to 200 characters. */
  kam_name?: string | null;
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
  statecode?: BonusParticipantState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: BonusParticipantStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
