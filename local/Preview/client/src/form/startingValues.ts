import type { Column, Table } from "../server/definitions";
import type { FieldValue, LookupValue } from "./values";

/**
 * What a new row starts with, out of the parameters a form is opened with: values of columns, and a lookup as its id with the name and the table
 * beside it ("Set column values using parameters passed to a form": kam_accountid, kam_accountidname, kam_accountidtype).
 */
export function startingValues(table: Table, parameters: Readonly<Record<string, unknown>>): ReadonlyMap<string, FieldValue> {
  const values = new Map<string, FieldValue>();
  for (const [name, given] of Object.entries(parameters)) {
    const column = table.columns.get(name);
    if (column) values.set(name, column.kind === "lookup" ? lookupIn(parameters, column, given) : valueOf(column, given));
  }
  return values;
}

function lookupIn(parameters: Readonly<Record<string, unknown>>, column: Column, given: unknown): FieldValue {
  if (typeof given !== "string") return (given ?? null) as FieldValue;
  const beside = (ending: string) => parameters[`${column.name}${ending}`];
  const target = beside("type") ?? column.targets[0];
  const name = beside("name");
  const value: LookupValue = {
    id: `{${given.replace(/[{}]/g, "").toUpperCase()}}`,
    entityType: typeof target === "string" ? target : "",
    ...(typeof name === "string" ? { name } : {}),
  };
  return [value];
}

function valueOf(column: Column, given: unknown): FieldValue {
  if (typeof given !== "string") return (given ?? null) as FieldValue;
  switch (column.kind) {
    case "whole":
    case "decimal":
    case "money":
    case "float":
    case "choice":
    case "state":
    case "status":
      return given === "" ? null : Number(given);
    case "yesno":
      return given === "true" || given === "1";
    case "date":
    case "datetime":
      return given === "" ? null : new Date(given);
    default:
      return given;
  }
}
