// Generated from solution/Entities/kam_PriceCondition/Entity.xml by Kam.Generate. Do not edit.
import type {
  ConditionBasisChoice,
  ConditionKindChoice,
  PriceConditionState,
  PriceConditionStatusReason,
  TierMethodChoice,
} from "./choices";

/** Logical names of kam_pricecondition and its columns. */
export const PriceCondition = {
  table: "kam_pricecondition",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    basis: "kam_basis",
    capPercent: "kam_cappercent",
    isRetroactive: "kam_isretroactive",
    kind: "kam_kind",
    name: "kam_name",
    priceConditionId: "kam_priceconditionid",
    priceModelId: "kam_pricemodelid",
    sequence: "kam_sequence",
    tierMethod: "kam_tiermethod",
    validFrom: "kam_validfrom",
    validUntil: "kam_validuntil",
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

/** What is rewarded, by how much, and when it is paid. As the Web API returns it: only the columns asked for. */
export interface PriceConditionRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** What the percentage is taken of. Choice, required. */
  kam_basis?: ConditionBasisChoice | null;
  /** At most this much of the list price; empty for no cap. Decimal number, -100 to 1000. */
  kam_cappercent?: number | null;
  /** Paid later; otherwise the invoice already carries it. Yes or no, required. */
  kam_isretroactive?: boolean | null;
  /** What is measured: years, families, growth of margin, units, days of early payment. Choice, required. */
  kam_kind?: ConditionKindChoice | null;
  /** Name of the price condition. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_priceconditionid?: string | null;
  /** The model it belongs to. Lookup, required. */
  _kam_pricemodelid_value?: string | null;
  /** Conditions are taken off in this order; those on the invoice come before those paid later. Whole number, 1 to 1000, required. */
  kam_sequence?: number | null;
  /** Whether a tier holds for the whole or for its slice. Choice, required. */
  kam_tiermethod?: TierMethodChoice | null;
  /** First day on which it holds. Day. */
  kam_validfrom?: string | null;
  /** Last day on which it holds; empty for no end. Day. */
  kam_validuntil?: string | null;
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
  statecode?: PriceConditionState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PriceConditionStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
