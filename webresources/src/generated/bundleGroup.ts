// Generated from solution/Entities/kam_BundleGroup/Entity.xml by Kam.Generate. Do not edit.
import type {
  BundleGroupState,
  BundleGroupStatusReason,
} from "./choices";

/** Logical names of kam_bundlegroup and its columns. */
export const BundleGroup = {
  table: "kam_bundlegroup",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    bundleGroupId: "kam_bundlegroupid",
    maximum: "kam_maximum",
    minimum: "kam_minimum",
    name: "kam_name",
    sequence: "kam_sequence",
    solutionBundleId: "kam_solutionbundleid",
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

/** Components of a bundle of which some must be chosen. As the Web API returns it: only the columns asked for. */
export interface BundleGroupRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_bundlegroupid?: string | null;
  /** Most different components to choose. Whole number, 0 to 1000, required. */
  kam_maximum?: number | null;
  /** Fewest different components to choose. Whole number, 0 to 1000, required. */
  kam_minimum?: number | null;
  /** What is chosen here. Text, up to 200 characters, required. */
  kam_name?: string | null;
  /** Place in the list. Whole number, 0 to 10000. */
  kam_sequence?: number | null;
  /** The bundle. Lookup, required. */
  _kam_solutionbundleid_value?: string | null;
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
  statecode?: BundleGroupState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: BundleGroupStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
