// Generated from solution/Entities/kam_ValueDifferentiation/Entity.xml by Kam.Generate. Do not edit.
import type {
  DirectionOfDifferentiationChoice,
  ValueDifferentiationState,
  ValueDifferentiationStatusReason,
} from "./choices";

/** Logical names of kam_valuedifferentiation and its columns. */
export const ValueDifferentiation = {
  table: "kam_valuedifferentiation",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    amount: "kam_amount",
    amountBase: "kam_amount_base",
    direction: "kam_direction",
    evidence: "kam_evidence",
    name: "kam_name",
    valueDifferentiationId: "kam_valuedifferentiationid",
    valuePropositionId: "kam_valuepropositionid",
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
    transactionCurrencyId: "transactioncurrencyid",
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** One thing that makes our offer worth more or less to the customer than their next best alternative. As the Web API returns it: only the columns asked for. */
export interface ValueDifferentiationRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Exchange rate between the currency of the row and the base currency. Decimal number, 0.000000000001 to 100000000000. */
  exchangerate?: number | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** What the difference is worth to the customer; never negative, the direction gives the sign. Money, required. */
  kam_amount?: number | null;
  /** Value of Amount in base currency. Money. */
  kam_amount_base?: number | null;
  /** Whether it adds value or takes it away. Choice, required. */
  kam_direction?: DirectionOfDifferentiationChoice | null;
  /** What proves the amount; a line without evidence counts but is marked as unproven. Text, up to 4000 characters. */
  kam_evidence?: string | null;
  /** What differs, in one line. Text, up to 200 characters, required. */
  kam_name?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_valuedifferentiationid?: string | null;
  /** The proposition this line belongs to. Lookup, required. */
  _kam_valuepropositionid_value?: string | null;
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
  statecode?: ValueDifferentiationState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ValueDifferentiationStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
