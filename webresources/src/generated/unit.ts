// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of uom and its columns. */
export const Unit = {
  table: "uom",
  column: {
    baseUoM: "baseuom",
    name: "name",
    quantity: "quantity",
    uoMId: "uomid",
    uoMScheduleId: "uomscheduleid",
  },
} as const;

/** Unit: what a product is counted in. As the Web API returns it: only the columns asked for. */
export interface UnitRow {
  /** Base Unit Lookup. */
  _baseuom_value?: string | null;
  /** Name Text. */
  name?: string | null;
  /** Quantity Decimal number. */
  quantity?: number | null;
  /** Unit Primary key. */
  uomid?: string | null;
  /** Unit Schedule Lookup. */
  _uomscheduleid_value?: string | null;
}
