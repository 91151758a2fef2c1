// Generated from solution/Entities/kam_BonusPart/Entity.xml by Kam.Generate. Do not edit.
import type {
  BonusDriverChoice,
  BonusPartState,
  BonusPartStatusReason,
} from "./choices";

/** Logical names of kam_bonuspart and its columns. */
export const BonusPart = {
  table: "kam_bonuspart",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    bonusComponentId: "kam_bonuscomponentid",
    bonusPartId: "kam_bonuspartid",
    bonusStatementId: "kam_bonusstatementid",
    driver: "kam_driver",
    name: "kam_name",
    pay: "kam_pay",
    payBase: "kam_pay_base",
    payPercent: "kam_paypercent",
    reached: "kam_reached",
    reason: "kam_reason",
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

/** What one component pays in a statement. As the Web API returns it: only the columns asked for. */
export interface BonusPartRow {
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
  /** The component that pays. Lookup, required. */
  _kam_bonuscomponentid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_bonuspartid?: string | null;
  /** The statement it belongs to. Lookup, required. */
  _kam_bonusstatementid_value?: string | null;
  /** What is paid for. Choice. */
  kam_driver?: BonusDriverChoice | null;
  /** Name of the bonus part. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Base currency; the parts add up to the statement. Money, required. */
  kam_pay?: number | null;
  /** Value of Earned in base currency. Money. */
  kam_pay_base?: number | null;
  /** Percent of the pay at target, gates aside. Decimal number, -100000000000 to 100000000000. */
  kam_paypercent?: number | null;
  /** In the unit of the driver. Decimal number, -100000000000 to 100000000000, column security. */
  kam_reached?: number | null;
  /** Why it pays nothing, when a gate stopped it. Text, up to 2000 characters. */
  kam_reason?: string | null;
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
  statecode?: BonusPartState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: BonusPartStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
