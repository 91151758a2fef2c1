// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of uomschedule and its columns. */
export const UnitGroup = {
  table: "uomschedule",
  column: {
    name: "name",
    uoMScheduleId: "uomscheduleid",
  },
} as const;

/** Unit group. As the Web API returns it: only the columns asked for. */
export interface UnitGroupRow {
  /** Name Text. */
  name?: string | null;
  /** Unit Group Primary key. */
  uomscheduleid?: string | null;
}
