// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  OpportunityState,
  OpportunityStatusReason,
} from "./choices";

/** Logical names of opportunity and its columns. */
export const Opportunity = {
  table: "opportunity",
  column: {
    actualCloseDate: "actualclosedate",
    actualValue: "actualvalue",
    actualValueBase: "actualvalue_base",
    closeProbability: "closeprobability",
    createdOn: "createdon",
    customerId: "customerid",
    estimatedCloseDate: "estimatedclosedate",
    estimatedValue: "estimatedvalue",
    estimatedValueBase: "estimatedvalue_base",
    name: "name",
    opportunityId: "opportunityid",
    ownerId: "ownerid",
    parentAccountId: "parentaccountid",
    stateCode: "statecode",
    statusCode: "statuscode",
    transactionCurrencyId: "transactioncurrencyid",
  },
} as const;

/** Opportunity: a possible sale. As the Web API returns it: only the columns asked for. */
export interface OpportunityRow {
  /** Actual Close Date Day. */
  actualclosedate?: string | null;
  /** Actual Revenue Money. */
  actualvalue?: number | null;
  /** Actual Revenue (Base) Money. */
  actualvalue_base?: number | null;
  /** Probability Whole number. */
  closeprobability?: number | null;
  /** Created On Instant (UTC). */
  createdon?: string | null;
  /** Customer Lookup. */
  _customerid_value?: string | null;
  /** Est. Close Date Day. */
  estimatedclosedate?: string | null;
  /** Est. Revenue Money. */
  estimatedvalue?: number | null;
  /** Est. Revenue (Base) Money. */
  estimatedvalue_base?: number | null;
  /** Topic Text. */
  name?: string | null;
  /** Opportunity Primary key. */
  opportunityid?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Account Lookup. */
  _parentaccountid_value?: string | null;
  /** Status State. */
  statecode?: OpportunityState | null;
  /** Status Reason Status reason. */
  statuscode?: OpportunityStatusReason | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
}
