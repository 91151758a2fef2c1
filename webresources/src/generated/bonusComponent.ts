// Generated from solution/Entities/kam_BonusComponent/Entity.xml by Kam.Generate. Do not edit.
import type {
  BonusComponentState,
  BonusComponentStatusReason,
  BonusDriverChoice,
} from "./choices";

/** Logical names of kam_bonuscomponent and its columns. */
export const BonusComponent = {
  table: "kam_bonuscomponent",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    bonusComponentId: "kam_bonuscomponentid",
    bonusPlanId: "kam_bonusplanid",
    cap: "kam_cap",
    capPayPercent: "kam_cappaypercent",
    driver: "kam_driver",
    name: "kam_name",
    target: "kam_target",
    targetPay: "kam_targetpay",
    targetPayBase: "kam_targetpay_base",
    threshold: "kam_threshold",
    thresholdPayPercent: "kam_thresholdpaypercent",
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

/** One thing a bonus plan pays for: from where, to where, how much. As the Web API returns it: only the columns asked for. */
export interface BonusComponentRow {
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
  kam_bonuscomponentid?: string | null;
  /** The plan it belongs to. Lookup, required. */
  _kam_bonusplanid_value?: string | null;
  /** Beyond it pay does not rise. Decimal number, -100000000000 to 100000000000, required. */
  kam_cap?: number | null;
  /** Percent of the target pay at the cap, 100 or more. Decimal number, -100000 to 100000, required. */
  kam_cappaypercent?: number | null;
  /** What is paid for. Choice, required. */
  kam_driver?: BonusDriverChoice | null;
  /** Name of the bonus component. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Where the whole target pay is earned. Decimal number, -100000000000 to 100000000000, required. */
  kam_target?: number | null;
  /** What the target brings for the whole period. Money, required. */
  kam_targetpay?: number | null;
  /** Value of Pay at target in base currency. Money. */
  kam_targetpay_base?: number | null;
  /** Below it nothing is paid. Amount in base currency, or percent for price realisation. Decimal number, -100000000000 to 100000000000, required. */
  kam_threshold?: number | null;
  /** Percent of the target pay at the threshold, 0 to 100. Decimal number, -100000 to 100000, required. */
  kam_thresholdpaypercent?: number | null;
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
  statecode?: BonusComponentState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: BonusComponentStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
