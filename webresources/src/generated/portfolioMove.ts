// Generated from solution/Entities/kam_PortfolioMove/Entity.xml by Kam.Generate. Do not edit.
import type {
  PortfolioMoveState,
  PortfolioMoveStatusReason,
} from "./choices";

/** Logical names of kam_portfoliomove and its columns. */
export const PortfolioMove = {
  table: "kam_portfoliomove",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    fromPortfolioId: "kam_fromportfolioid",
    handoverHours: "kam_handoverhours",
    hours: "kam_hours",
    name: "kam_name",
    portfolioMoveId: "kam_portfoliomoveid",
    portfolioProposalId: "kam_portfolioproposalid",
    sequence: "kam_sequence",
    toPortfolioId: "kam_toportfolioid",
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

/** One account that changes hands in a balancing proposal. As the Web API returns it: only the columns asked for. */
export interface PortfolioMoveRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Which account. Lookup, required. */
  _kam_accountid_value?: string | null;
  /** Portfolio it leaves. Lookup, required. */
  _kam_fromportfolioid_value?: string | null;
  /** What the handover costs, hours of both sides. Decimal number, 0 to 100000000000. */
  kam_handoverhours?: number | null;
  /** Load that goes with it. Decimal number, 0 to 100000000000. */
  kam_hours?: number | null;
  /** Name of the handover. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_portfoliomoveid?: string | null;
  /** The proposal. Lookup, required. */
  _kam_portfolioproposalid_value?: string | null;
  /** Those that help most come first. Whole number, 1 to 2147483647. */
  kam_sequence?: number | null;
  /** Portfolio it joins. Lookup, required. */
  _kam_toportfolioid_value?: string | null;
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
  statecode?: PortfolioMoveState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PortfolioMoveStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
