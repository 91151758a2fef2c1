// Generated from solution/Entities/kam_ConditionTier/Entity.xml by Kam.Generate. Do not edit.
import type {
  ConditionTierState,
  ConditionTierStatusReason,
} from "./choices";

/** Logical names of kam_conditiontier and its columns. */
export const ConditionTier = {
  table: "kam_conditiontier",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    conditionTierId: "kam_conditiontierid",
    from: "kam_from",
    name: "kam_name",
    percent: "kam_percent",
    priceConditionId: "kam_priceconditionid",
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

/** From a value on, a percentage. As the Web API returns it: only the columns asked for. */
export interface ConditionTierRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_conditiontierid?: string | null;
  /** In the unit of the condition’s kind; the value itself belongs to the tier. Decimal number, -1000000000 to 1000000000, required. */
  kam_from?: number | null;
  /** Name of the condition tier. Text, up to 200 characters. */
  kam_name?: string | null;
  /** 0 to 100. Decimal number, -1000 to 1000, required. */
  kam_percent?: number | null;
  /** The condition it belongs to. Lookup, required. */
  _kam_priceconditionid_value?: string | null;
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
  statecode?: ConditionTierState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ConditionTierStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
