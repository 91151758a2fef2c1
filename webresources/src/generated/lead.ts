// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  LeadState,
} from "./choices";

/** Logical names of lead and its columns. */
export const Lead = {
  table: "lead",
  column: {
    companyName: "companyname",
    fullName: "fullname",
    leadId: "leadid",
    ownerId: "ownerid",
    stateCode: "statecode",
    subject: "subject",
  },
} as const;

/** Lead: somebody who may become a customer. As the Web API returns it: only the columns asked for. */
export interface LeadRow {
  /** Company Name Text. */
  companyname?: string | null;
  /** Name Text. */
  fullname?: string | null;
  /** Lead Primary key. */
  leadid?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Status State. */
  statecode?: LeadState | null;
  /** Topic Text. */
  subject?: string | null;
}
