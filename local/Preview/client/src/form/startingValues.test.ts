import { expect, it } from "vitest";
import type { Column, Table } from "../server/definitions";
import { startingValues } from "./startingValues";

const column = (name: string, kind: Column["kind"], targets: readonly string[] = []) =>
  [name, { name, kind, targets } as unknown as Column] as const;
const table = {
  columns: new Map([
    column("lineid", "lookup", ["quotedetail"]),
    column("amount", "money"),
    column("iskey", "yesno"),
    column("until", "date"),
    column("reason", "text"),
  ]),
} as unknown as Table;

it("puts the id, name and table of a lookup together", () => {
  const values = startingValues(table, { lineid: "0ab", lineidname: "Sensor", lineidtype: "salesorderdetail" });

  expect(values.get("lineid")).toEqual([{ id: "{0AB}", name: "Sensor", entityType: "salesorderdetail" }]);
  expect([...values.keys()]).toEqual(["lineid"]);
});

it("takes the table the lookup points to where none is named, and a lookup as it is", () => {
  expect(startingValues(table, { lineid: "{0ab}" }).get("lineid")).toEqual([{ id: "{0AB}", entityType: "quotedetail" }]);
  const lookup = [{ id: "{1}", name: "x", entityType: "quotedetail" }];
  expect(startingValues(table, { lineid: lookup }).get("lineid")).toBe(lookup);
});

it("reads texts as the types of their columns", () => {
  const values = startingValues(table, { amount: "12.5", iskey: "true", until: "2026-09-30", reason: "12" });

  expect([...values]).toEqual([
    ["amount", 12.5],
    ["iskey", true],
    ["until", new Date("2026-09-30")],
    ["reason", "12"],
  ]);
});
