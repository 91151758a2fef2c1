// Generated from solution/Entities/kam_BonusStatement/Entity.xml by Kam.Generate. Do not edit.
import type {
  BonusStatementState,
  BonusStatementStatusReason,
} from "./choices";

/** Logical names of kam_bonusstatement and its columns. */
export const BonusStatement = {
  table: "kam_bonusstatement",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    bonusPlanId: "kam_bonusplanid",
    bonusStatementId: "kam_bonusstatementid",
    correction: "kam_correction",
    correctionBase: "kam_correction_base",
    correctsId: "kam_correctsid",
    isCorrection: "kam_iscorrection",
    keyAccountManagerId: "kam_keyaccountmanagerid",
    linesWithoutCost: "kam_lineswithoutcost",
    margin: "kam_margin",
    marginBase: "kam_margin_base",
    marginBefore: "kam_marginbefore",
    marginBeforeBase: "kam_marginbefore_base",
    name: "kam_name",
    pay: "kam_pay",
    payBase: "kam_pay_base",
    periodFrom: "kam_periodfrom",
    periodUntil: "kam_perioduntil",
    sequence: "kam_sequence",
    sharePercent: "kam_sharepercent",
    statedBefore: "kam_statedbefore",
    statedBeforeBase: "kam_statedbefore_base",
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

/** What a key account manager has earned from the beginning of a plan up to a day, and what of it is still due. Never changed. As the Web API returns it: only the columns asked for. */
export interface BonusStatementRow {
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
  /** The plan it follows. Lookup, required. */
  _kam_bonusplanid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_bonusstatementid?: string | null;
  /** Earned less what was stated before: above zero to pay, below zero to hold back. Money. */
  kam_correction?: number | null;
  /** Value of Due in base currency. Money. */
  kam_correction_base?: number | null;
  /** The statement of the same days before this one. Lookup. */
  _kam_correctsid_value?: string | null;
  /** Whether the same days had been stated before. Yes or no. */
  kam_iscorrection?: boolean | null;
  /** Who earns it. Lookup, required. */
  _kam_keyaccountmanagerid_value?: string | null;
  /** Lines that earned nothing because their cost is unknown. Whole number, 0 to 2147483647. */
  kam_lineswithoutcost?: number | null;
  /** Pocket margin of the days, base currency. Money, column security. */
  kam_margin?: number | null;
  /** Value of Margin in base currency. Money, column security. */
  kam_margin_base?: number | null;
  /** Pocket margin of as many days before the plan. Money, column security. */
  kam_marginbefore?: number | null;
  /** Value of Margin before in base currency. Money, column security. */
  kam_marginbefore_base?: number | null;
  /** Name of the bonus statement. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Earned up to the last day, in base currency. Money, required. */
  kam_pay?: number | null;
  /** Value of Earned in base currency. Money. */
  kam_pay_base?: number | null;
  /** First day that counts: of the plan, or the day of entry. Day, required. */
  kam_periodfrom?: string | null;
  /** Last day that counts. Day, required. */
  kam_perioduntil?: string | null;
  /** 1 for the first statement of the plan and manager. Whole number, 1 to 100000, required. */
  kam_sequence?: number | null;
  /** Days that count by days of the plan. Decimal number, 0 to 100. */
  kam_sharepercent?: number | null;
  /** What earlier statements of the plan came to. Money. */
  kam_statedbefore?: number | null;
  /** Value of Stated before in base currency. Money. */
  kam_statedbefore_base?: number | null;
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
  statecode?: BonusStatementState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: BonusStatementStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
