// Generated from solution/Entities/kam_BonusPlan/Entity.xml by Kam.Generate. Do not edit.
import type {
  BonusPlanState,
  BonusPlanStatusReason,
} from "./choices";

/** Logical names of kam_bonusplan and its columns. */
export const BonusPlan = {
  table: "kam_bonusplan",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    bonusPlanId: "kam_bonusplanid",
    marginFallLimitPercent: "kam_marginfalllimitpercent",
    maximumPay: "kam_maximumpay",
    maximumPayBase: "kam_maximumpay_base",
    name: "kam_name",
    periodFrom: "kam_periodfrom",
    periodUntil: "kam_perioduntil",
    plannedRevenue: "kam_plannedrevenue",
    plannedRevenueBase: "kam_plannedrevenue_base",
    standardMarginPercent: "kam_standardmarginpercent",
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

/** What key account managers can earn in a period, and what stops it. As the Web API returns it: only the columns asked for. */
export interface BonusPlanRow {
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
  /** Unique identifier of the row. Primary key, required. */
  kam_bonusplanid?: string | null;
  /** When margin falls by more than this against the period before, revenue pays nothing. Decimal number, -100000 to 100000, required. */
  kam_marginfalllimitpercent?: number | null;
  /** All components together pay at most this for the whole period; empty for no common cap. Money. */
  kam_maximumpay?: number | null;
  /** Value of Maximum pay in base currency. Money. */
  kam_maximumpay_base?: number | null;
  /** Name of the bonus plan. Text, up to 200 characters. */
  kam_name?: string | null;
  /** First day that counts. Day, required. */
  kam_periodfrom?: string | null;
  /** Last day that counts. Day, required. */
  kam_perioduntil?: string | null;
  /** Revenue of one manager in the whole period at target prices; price realisation is measured on it. Money, required. */
  kam_plannedrevenue?: number | null;
  /** Value of Planned revenue in base currency. Money. */
  kam_plannedrevenue_base?: number | null;
  /** Usual margin in percent of revenue: revenue counts as far as margin backs it at this rate. Decimal number, -100000 to 100000, required. */
  kam_standardmarginpercent?: number | null;
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
  statecode?: BonusPlanState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: BonusPlanStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
