// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of businessunit and its columns. */
export const BusinessUnit = {
  table: "businessunit",
  column: {
    businessUnitId: "businessunitid",
    name: "name",
    organizationId: "organizationid",
    parentBusinessUnitId: "parentbusinessunitid",
  },
} as const;

/** Business unit. As the Web API returns it: only the columns asked for. */
export interface BusinessUnitRow {
  /** Business Unit Primary key. */
  businessunitid?: string | null;
  /** Name Text. */
  name?: string | null;
  /** Organization Lookup. */
  _organizationid_value?: string | null;
  /** Parent Business Lookup. */
  _parentbusinessunitid_value?: string | null;
}
