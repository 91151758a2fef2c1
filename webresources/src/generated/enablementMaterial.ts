// Generated from solution/Entities/kam_EnablementMaterial/Entity.xml by Kam.Generate. Do not edit.
import type {
  EnablementMaterialState,
  EnablementMaterialStatusReason,
} from "./choices";

/** Logical names of kam_enablementmaterial and its columns. */
export const EnablementMaterial = {
  table: "kam_enablementmaterial",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    description: "kam_description",
    enablementMaterialId: "kam_enablementmaterialid",
    name: "kam_name",
    solutionBundleId: "kam_solutionbundleid",
    url: "kam_url",
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

/** What helps to sell a bundle: a presentation, a calculation, a reference. As the Web API returns it: only the columns asked for. */
export interface EnablementMaterialRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** When and how to use it. Text, up to 4000 characters. */
  kam_description?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_enablementmaterialid?: string | null;
  /** What it is. Text, up to 200 characters, required. */
  kam_name?: string | null;
  /** The bundle it helps to sell. Lookup, required. */
  _kam_solutionbundleid_value?: string | null;
  /** Where it is found. Text, up to 500 characters. */
  kam_url?: string | null;
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
  statecode?: EnablementMaterialState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: EnablementMaterialStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
