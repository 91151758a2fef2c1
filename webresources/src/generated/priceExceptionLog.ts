// Generated from solution/Entities/kam_PriceExceptionLog/Entity.xml by Kam.Generate. Do not edit.
import type {
  ExceptionEventChoice,
  PriceExceptionLogState,
  PriceExceptionLogStatusReason,
} from "./choices";

/** Logical names of kam_priceexceptionlog and its columns. */
export const PriceExceptionLog = {
  table: "kam_priceexceptionlog",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    event: "kam_event",
    name: "kam_name",
    on: "kam_on",
    priceExceptionId: "kam_priceexceptionid",
    priceExceptionLogId: "kam_priceexceptionlogid",
    text: "kam_text",
    userId: "kam_userid",
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

/** What happened to a price exception; never changed. As the Web API returns it: only the columns asked for. */
export interface PriceExceptionLogRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** What happened. Choice, required. */
  kam_event?: ExceptionEventChoice | null;
  /** Name of the price exception event. Text, up to 200 characters. */
  kam_name?: string | null;
  /** When. Instant (UTC), required. */
  kam_on?: string | null;
  /** The exception. Lookup, required. */
  _kam_priceexceptionid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_priceexceptionlogid?: string | null;
  /** What was said. Text, up to 4000 characters. */
  kam_text?: string | null;
  /** Who did it. Lookup. */
  _kam_userid_value?: string | null;
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
  statecode?: PriceExceptionLogState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PriceExceptionLogStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
