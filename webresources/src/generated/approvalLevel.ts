// Generated from solution/Entities/kam_ApprovalLevel/Entity.xml by Kam.Generate. Do not edit.
import type {
  ApprovalLevelState,
  ApprovalLevelStatusReason,
} from "./choices";

/** Logical names of kam_approvallevel and its columns. */
export const ApprovalLevel = {
  table: "kam_approvallevel",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    approvalLevelId: "kam_approvallevelid",
    decisionDays: "kam_decisiondays",
    isToldByTask: "kam_istoldbytask",
    maximumAmount: "kam_maximumamount",
    maximumAmountBase: "kam_maximumamount_base",
    maximumDeviationPercent: "kam_maximumdeviationpercent",
    name: "kam_name",
    rank: "kam_rank",
    teamId: "kam_teamid",
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

/** Who may sign how much below the minimum. As the Web API returns it: only the columns asked for. */
export interface ApprovalLevelRow {
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
  kam_approvallevelid?: string | null;
  /** After so many days a request goes one level up. Whole number, 0 to 365, required. */
  kam_decisiondays?: number | null;
  /** Requests of this level become a task of its team and of whoever stands in for a member. Yes or no. */
  kam_istoldbytask?: boolean | null;
  /** What the line may lack to the minimum, base currency counts; the bound itself is covered. Money, required. */
  kam_maximumamount?: number | null;
  /** Value of Maximum amount in base currency. Money. */
  kam_maximumamount_base?: number | null;
  /** Below the minimum, percent of it; the bound itself is covered. Decimal number, 0 to 100, required. */
  kam_maximumdeviationpercent?: number | null;
  /** Name of the approval level. Text, up to 200 characters. */
  kam_name?: string | null;
  /** 1 is the lowest; a higher rank signs more. Whole number, 1 to 100, required. */
  kam_rank?: number | null;
  /** Whose members sign; without a team nobody does. Lookup. */
  _kam_teamid_value?: string | null;
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
  statecode?: ApprovalLevelState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ApprovalLevelStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
