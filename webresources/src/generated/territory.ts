// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of territory and its columns. */
export const Territory = {
  table: "territory",
  column: {
    name: "name",
    territoryId: "territoryid",
  },
} as const;

/** Territory: where accounts are and managers work. As the Web API returns it: only the columns asked for. */
export interface TerritoryRow {
  /** Territory Name Text. */
  name?: string | null;
  /** Territory Primary key. */
  territoryid?: string | null;
}
