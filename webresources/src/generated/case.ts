// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  CaseState,
  CaseStatusReason,
} from "./choices";

/** Logical names of incident and its columns. */
export const Case = {
  table: "incident",
  column: {
    createdOn: "createdon",
    customerId: "customerid",
    incidentId: "incidentid",
    ownerId: "ownerid",
    stateCode: "statecode",
    statusCode: "statuscode",
    ticketNumber: "ticketnumber",
    title: "title",
  },
} as const;

/** Case: a request or complaint of a customer. As the Web API returns it: only the columns asked for. */
export interface CaseRow {
  /** Created On Instant (UTC). */
  createdon?: string | null;
  /** Customer Lookup. */
  _customerid_value?: string | null;
  /** Case Primary key. */
  incidentid?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Status State. */
  statecode?: CaseState | null;
  /** Status Reason Status reason. */
  statuscode?: CaseStatusReason | null;
  /** Case Number Text. */
  ticketnumber?: string | null;
  /** Case Title Text. */
  title?: string | null;
}
