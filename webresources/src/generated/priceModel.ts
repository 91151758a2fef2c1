// Generated from solution/Entities/kam_PriceModel/Entity.xml by Kam.Generate. Do not edit.
import type {
  PriceModelState,
  PriceModelStatusReason,
  RoundingChoice,
} from "./choices";

/** Logical names of kam_pricemodel and its columns. */
export const PriceModel = {
  table: "kam_pricemodel",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    configurationVersion: "kam_configurationversion",
    maximumConditionPercent: "kam_maximumconditionpercent",
    name: "kam_name",
    priceModelId: "kam_pricemodelid",
    rounding: "kam_rounding",
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

/** Which conditions a customer gets, how far they go together, and how amounts are rounded. As the Web API returns it: only the columns asked for. */
export interface PriceModelRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Changes whenever the model, one of its conditions or tiers changes; kept by the system. Text, up to 40 characters. */
  kam_configurationversion?: string | null;
  /** All conditions together take off at most this much of the list price; empty for no common cap. Decimal number, 0 to 100. */
  kam_maximumconditionpercent?: number | null;
  /** Name of the price model. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_pricemodelid?: string | null;
  /** On account to the currency’s unit; in cash as coins allow (CHF 0.05). Choice, required. */
  kam_rounding?: RoundingChoice | null;
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
  statecode?: PriceModelState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PriceModelStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
