// Generated from solution/Entities/kam_BundleRule/Entity.xml by Kam.Generate. Do not edit.
import type {
  BundleRuleState,
  BundleRuleStatusReason,
  KindOfRuleChoice,
} from "./choices";

/** Logical names of kam_bundlerule and its columns. */
export const BundleRule = {
  table: "kam_bundlerule",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    bundleRuleId: "kam_bundleruleid",
    componentId: "kam_componentid",
    kind: "kam_kind",
    name: "kam_name",
    otherComponentId: "kam_othercomponentid",
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

/** How two components of a bundle stand to each other. As the Web API returns it: only the columns asked for. */
export interface BundleRuleRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_bundleruleid?: string | null;
  /** The component that requires or excludes the other. Lookup, required. */
  _kam_componentid_value?: string | null;
  /** Requires or excludes. Choice, required. */
  kam_kind?: KindOfRuleChoice | null;
  /** Name of the bundle rule. Text, up to 200 characters. */
  kam_name?: string | null;
  /** The component that is required or excluded. Lookup, required. */
  _kam_othercomponentid_value?: string | null;
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
  statecode?: BundleRuleState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: BundleRuleStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
