// Generated from solution/Entities/kam_Portfolio/Entity.xml by Kam.Generate. Do not edit.
import type {
  LoadChoice,
  PortfolioState,
  PortfolioStatusReason,
} from "./choices";

/** Logical names of kam_portfolio and its columns. */
export const Portfolio = {
  table: "kam_portfolio",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    accountCount: "kam_accountcount",
    capacityHours: "kam_capacityhours",
    keyAccountManagerId: "kam_keyaccountmanagerid",
    languages: "kam_languages",
    loadHours: "kam_loadhours",
    loadState: "kam_loadstate",
    maximumAccounts: "kam_maximumaccounts",
    name: "kam_name",
    portfolioId: "kam_portfolioid",
    territoryId: "kam_territoryid",
    utilisationPercent: "kam_utilisationpercent",
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
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** The accounts one key account manager looks after, and the hours there are for them. As the Web API returns it: only the columns asked for. */
export interface PortfolioRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Number of active accounts in it; kept by the system. Whole number, 0 to 2147483647. */
  kam_accountcount?: number | null;
  /** Hours per year for customers. Decimal number, 0 to 100000, required. */
  kam_capacityhours?: number | null;
  /** Who looks after the accounts; they belong to this user. Lookup, required. */
  _kam_keyaccountmanagerid_value?: string | null;
  /** Languages the manager speaks; none chosen means all. Choice. */
  kam_languages?: string | null;
  /** Care hours of all its accounts; kept by the system. Decimal number, 0 to 100000000000. */
  kam_loadhours?: number | null;
  /** Under load, balanced or over load by the bounds of the policy in use. Choice. */
  kam_loadstate?: LoadChoice | null;
  /** Not more accounts than this are handed over to it. Whole number, 0 to 100000, required. */
  kam_maximumaccounts?: number | null;
  /** Name of the portfolio. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_portfolioid?: string | null;
  /** Main territory the manager covers; together with the further territories. Without any, all. Lookup. */
  _kam_territoryid_value?: string | null;
  /** Load in percent of the capacity; empty without capacity. Decimal number, 0 to 100000000000. */
  kam_utilisationpercent?: number | null;
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
  statecode?: PortfolioState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PortfolioStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
