// Generated from solution/Entities/kam_ApprovalDelegation/Entity.xml by Kam.Generate. Do not edit.
import type {
  ApprovalDelegationState,
  ApprovalDelegationStatusReason,
} from "./choices";

/** Logical names of kam_approvaldelegation and its columns. */
export const ApprovalDelegation = {
  table: "kam_approvaldelegation",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    approvalDelegationId: "kam_approvaldelegationid",
    fromUserId: "kam_fromuserid",
    name: "kam_name",
    toUserId: "kam_touserid",
    validFrom: "kam_validfrom",
    validUntil: "kam_validuntil",
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

/** Who signs in whose place, and when. As the Web API returns it: only the columns asked for. */
export interface ApprovalDelegationRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_approvaldelegationid?: string | null;
  /** Whose rights to sign pass on. Lookup, required. */
  _kam_fromuserid_value?: string | null;
  /** Name of the approval delegation. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Who signs instead. Lookup, required. */
  _kam_touserid_value?: string | null;
  /** First day on which it holds. Day, required. */
  kam_validfrom?: string | null;
  /** Last day on which it holds. Day, required. */
  kam_validuntil?: string | null;
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
  statecode?: ApprovalDelegationState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ApprovalDelegationStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
