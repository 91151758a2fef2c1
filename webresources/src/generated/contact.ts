// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  ContactState,
} from "./choices";

/** Logical names of contact and its columns. */
export const Contact = {
  table: "contact",
  column: {
    contactId: "contactid",
    eMailAddress1: "emailaddress1",
    firstName: "firstname",
    fullName: "fullname",
    jobTitle: "jobtitle",
    lastName: "lastname",
    ownerId: "ownerid",
    parentCustomerId: "parentcustomerid",
    stateCode: "statecode",
  },
} as const;

/** Contact: a person, mostly of an account. As the Web API returns it: only the columns asked for. */
export interface ContactRow {
  /** Contact Primary key. */
  contactid?: string | null;
  /** Email Text. */
  emailaddress1?: string | null;
  /** First Name Text. */
  firstname?: string | null;
  /** Full Name Text. */
  fullname?: string | null;
  /** Job Title Text. */
  jobtitle?: string | null;
  /** Last Name Text. */
  lastname?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Company Name Lookup. */
  _parentcustomerid_value?: string | null;
  /** Status State. */
  statecode?: ContactState | null;
}
