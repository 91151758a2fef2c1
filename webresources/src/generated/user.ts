// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of systemuser and its columns. */
export const User = {
  table: "systemuser",
  column: {
    businessUnitId: "businessunitid",
    domainName: "domainname",
    fullName: "fullname",
    internalEMailAddress: "internalemailaddress",
    isDisabled: "isdisabled",
    systemUserId: "systemuserid",
  },
} as const;

/** User. As the Web API returns it: only the columns asked for. */
export interface UserRow {
  /** Business Unit Lookup. */
  _businessunitid_value?: string | null;
  /** User Name Text. */
  domainname?: string | null;
  /** Full Name Text. */
  fullname?: string | null;
  /** Primary Email Text. */
  internalemailaddress?: string | null;
  /** Status Yes or no. */
  isdisabled?: boolean | null;
  /** User Primary key. */
  systemuserid?: string | null;
}
