// Generated from solution/Entities/kam_PortfolioProposal/Entity.xml by Kam.Generate. Do not edit.
import type {
  PortfolioProposalState,
  PortfolioProposalStatusReason,
} from "./choices";

/** Logical names of kam_portfolioproposal and its columns. */
export const PortfolioProposal = {
  table: "kam_portfolioproposal",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    acceptedById: "kam_acceptedbyid",
    appliedOn: "kam_appliedon",
    fairUtilisationPercent: "kam_fairutilisationpercent",
    gain: "kam_gain",
    handoverHours: "kam_handoverhours",
    imbalanceAfter: "kam_imbalanceafter",
    imbalanceBefore: "kam_imbalancebefore",
    mostMoves: "kam_mostmoves",
    name: "kam_name",
    portfolioProposalId: "kam_portfolioproposalid",
    proposedOn: "kam_proposedon",
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

/** Handovers that would level the load of the managers. Nothing moves until a lead accepts. As the Web API returns it: only the columns asked for. */
export interface PortfolioProposalRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Who accepted; set by the system. Lookup. */
  _kam_acceptedbyid_value?: string | null;
  /** When the accounts changed hands. Instant (UTC). */
  kam_appliedon?: string | null;
  /** Load of all in percent of the capacity of all. Decimal number, 0 to 100000000000. */
  kam_fairutilisationpercent?: number | null;
  /** Imbalance saved less handovers. Decimal number, -100000000000 to 100000000000. */
  kam_gain?: number | null;
  /** What all handovers cost, hours. Decimal number, 0 to 100000000000. */
  kam_handoverhours?: number | null;
  /** The same after the handovers. Decimal number, 0 to 100000000000. */
  kam_imbalanceafter?: number | null;
  /** Hours by which all managers together are away from their fair share. Decimal number, 0 to 100000000000. */
  kam_imbalancebefore?: number | null;
  /** How many handovers were allowed. Whole number, 0 to 1000, required. */
  kam_mostmoves?: number | null;
  /** Name of the balancing proposal. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_portfolioproposalid?: string | null;
  /** When it was computed. Instant (UTC). */
  kam_proposedon?: string | null;
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
  statecode?: PortfolioProposalState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PortfolioProposalStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
