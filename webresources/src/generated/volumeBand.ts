// Generated from solution/Entities/kam_VolumeBand/Entity.xml by Kam.Generate. Do not edit.
import type {
  VolumeBandState,
  VolumeBandStatusReason,
} from "./choices";

/** Logical names of kam_volumeband and its columns. */
export const VolumeBand = {
  table: "kam_volumeband",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    from: "kam_from",
    name: "kam_name",
    tolerancePercent: "kam_tolerancepercent",
    volumeBandId: "kam_volumebandid",
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

/** Quantities that compare, and how far their prices may differ. As the Web API returns it: only the columns asked for. */
export interface VolumeBandRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Smallest quantity of the band; it ends where the next one begins. Decimal number, -100000000000 to 100000000000, required. */
  kam_from?: number | null;
  /** Name of the volume band. Text, up to 200 characters. */
  kam_name?: string | null;
  /** A price that is lower by no more than this contradicts nothing. Decimal number, -100 to 1000, required. */
  kam_tolerancepercent?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_volumebandid?: string | null;
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
  statecode?: VolumeBandState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: VolumeBandStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
