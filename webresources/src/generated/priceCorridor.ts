// Generated from solution/Entities/kam_PriceCorridor/Entity.xml by Kam.Generate. Do not edit.
import type {
  PriceCorridorState,
  PriceCorridorStatusReason,
} from "./choices";

/** Logical names of kam_pricecorridor and its columns. */
export const PriceCorridor = {
  table: "kam_pricecorridor",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    familyId: "kam_familyid",
    floor: "kam_floor",
    floorBase: "kam_floor_base",
    minimum: "kam_minimum",
    minimumBase: "kam_minimum_base",
    name: "kam_name",
    priceCorridorId: "kam_pricecorridorid",
    segmentId: "kam_segmentid",
    target: "kam_target",
    targetBase: "kam_target_base",
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
    transactionCurrencyId: "transactioncurrencyid",
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** What one segment may pay for one product family: target, minimum and floor. As the Web API returns it: only the columns asked for. */
export interface PriceCorridorRow {
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
  /** The product family it holds for. Lookup, required. */
  _kam_familyid_value?: string | null;
  /** Below this pocket price per unit nobody may sign. Only for readers of cost. Money, required, column security. */
  kam_floor?: number | null;
  /** Value of Floor in base currency. Money, column security. */
  kam_floor_base?: number | null;
  /** Below this pocket price per unit somebody must sign. Money, required. */
  kam_minimum?: number | null;
  /** Value of Minimum in base currency. Money. */
  kam_minimum_base?: number | null;
  /** Name of the price corridor. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_pricecorridorid?: string | null;
  /** The segment it holds for. Lookup, required. */
  _kam_segmentid_value?: string | null;
  /** The pocket price per unit we aim for. Money, required. */
  kam_target?: number | null;
  /** Value of Target in base currency. Money. */
  kam_target_base?: number | null;
  /** First day on which it holds. Day, required. */
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
  statecode?: PriceCorridorState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PriceCorridorStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
