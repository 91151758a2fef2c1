import type { Column, Table } from "../server/definitions";
import { referenceIn, type Row } from "../server/webApi";

/** A row a lookup points to, as client scripts have it. */
export interface LookupValue {
  readonly id: string;
  readonly name?: string;
  readonly entityType: string;
}

/** What a column of a form holds, in the types client scripts have. */
export type FieldValue = string | number | boolean | Date | readonly number[] | readonly LookupValue[] | null;

/** The value of a column in a row of the Web API. */
export function valueIn(row: Row, column: Column): FieldValue {
  if (column.kind === "lookup") {
    const reference = referenceIn(row, column.name);
    return reference ? [{ id: `{${reference.id.toUpperCase()}}`, name: reference.name, entityType: reference.table }] : null;
  }
  const value = row[column.name];
  if (value === null || value === undefined) return null;
  switch (column.kind) {
    case "date":
    case "datetime":
      return new Date(typeof value === "string" && value.length === 10 ? `${value}T00:00:00Z` : (value as string));
    case "choices":
      return (value as string).split(",").map(Number);
    default:
      return value as string | number | boolean;
  }
}

export function isSame(a: FieldValue, b: FieldValue): boolean {
  return comparable(a) === comparable(b);
}

function comparable(value: FieldValue): unknown {
  if (value === null || value === "") return null;
  if (value instanceof Date) return value.getTime();
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return null;
  return value
    .map((each: number | LookupValue) => (typeof each === "number" ? each : `${each.entityType} ${plainId(each.id)}`))
    .sort()
    .join(";");
}

export function plainId(id: string): string {
  return id.replace(/[{}]/g, "").toLowerCase();
}

/** Adds a column with its value to the body of a POST or PATCH. */
export async function write(
  body: Record<string, unknown>,
  table: Table,
  column: Column,
  value: FieldValue,
  setOf: (table: string) => Promise<string>,
): Promise<void> {
  if (column.kind === "lookup") {
    const target = Array.isArray(value) ? (value[0] as LookupValue | undefined) : undefined;
    const paths = table.lookups.filter((each) => each.column === column.name);
    const path = paths.find((each) => each.target === target?.entityType) ?? paths[0];
    // An owner is no relationship of its own: its property has the name of the column.
    const property = path?.property ?? column.name;
    body[`${property}@odata.bind`] = target ? `/${await setOf(target.entityType)}(${plainId(target.id)})` : null;
    return;
  }
  body[column.name] = jsonOf(column, value);
}

function jsonOf(column: Column, value: FieldValue): unknown {
  if (value === null || value === "") return null;
  if (value instanceof Date) return column.behavior === "DateOnly" ? value.toISOString().slice(0, 10) : value.toISOString();
  if (column.kind === "choices") return (value as readonly number[]).join(",") || null;
  return value;
}
