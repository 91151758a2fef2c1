import { describe, expect, it } from "vitest";
import { chosenAccounts, chosenFamilies, chosenFamiliesOf, countsOf, inSight, scrolledTo, type Choice } from "./layout";
import type { Account, Cell, Whitespace } from "./whitespace";

const everything: Choice = { text: "", state: "", familyId: "", order: "value" };
const account = (id: string, name: string, cells: Readonly<Record<string, Cell>>): Account => ({
  id,
  name,
  cells: new Map(Object.entries(cells)),
});
const chance = (probability: number, expectedMargin: number | null): Cell => ({ state: "Chance", probability, expectedMargin });
const whitespace: Whitespace = {
  asOf: "2026-03-31",
  currency: "CHF",
  accounts: [
    account("1", "Zürn AG", { bikes: { state: "Bought", revenue: 900 }, locks: chance(0.2, 10) }),
    account("2", "Aarewerk", { bikes: { state: "Lapsed", revenue: 0 }, locks: chance(0.1, 500), lamps: chance(0.3, null) }),
    account("3", "Meier", {}),
  ],
  families: [
    { id: "bikes", name: "Bikes" },
    { id: "locks", name: "Locks" },
    { id: "lamps", name: "Lamps" },
  ],
  hasMoreAccounts: false,
  hasMoreFamilies: false,
};
const names = (choice: Partial<Choice>): string[] =>
  chosenAccounts(whitespace, { ...everything, ...choice }, "de-CH").map(({ name }) => name);
const familyNames = (choice: Partial<Choice>): string[] =>
  chosenFamiliesOf(whitespace.accounts[1]!, whitespace, { ...everything, ...choice }, "de-CH").map(({ name }) => name);

describe("accounts", () => {
  it("come by value, by name, and by what their chances promise", () => {
    expect(names({})).toEqual(["Zürn AG", "Aarewerk", "Meier"]);
    expect(names({ order: "name" })).toEqual(["Aarewerk", "Meier", "Zürn AG"]);
    expect(names({ order: "chances" })).toEqual(["Aarewerk", "Zürn AG", "Meier"]);
    expect(names({ order: "margin" })).toEqual(["Aarewerk", "Zürn AG", "Meier"]);
  });

  it("are sorted and filtered by the chosen family alone", () => {
    expect(names({ familyId: "locks", order: "probability" })).toEqual(["Zürn AG", "Aarewerk", "Meier"]);
    expect(names({ familyId: "lamps", state: "Chance" })).toEqual(["Aarewerk"]);
    expect(names({ familyId: "bikes", state: "Gap" })).toEqual(["Meier"]);
    expect(chosenFamilies(whitespace, { ...everything, familyId: "lamps" }).map(({ name }) => name)).toEqual(["Lamps"]);
  });

  it("are found by a part of their name in any case, and by how they stand with any family", () => {
    expect(names({ text: " zÜ " })).toEqual(["Zürn AG"]);
    expect(names({ state: "Lapsed" })).toEqual(["Aarewerk"]);
    expect(names({ state: "Gap" })).toEqual(["Zürn AG", "Meier"]);
  });
});

it("the families of one account come by chance, then what was bought, or as chosen", () => {
  expect(familyNames({ order: "probability" })).toEqual(["Lamps", "Locks", "Bikes"]);
  expect(familyNames({ order: "margin" })).toEqual(["Locks", "Lamps", "Bikes"]);
  expect(familyNames({ state: "Lapsed", order: "name" })).toEqual(["Bikes"]);
  expect(familyNames({ text: "l", order: "name" })).toEqual(["Lamps", "Locks"]);
});

it("every pair is counted once", () => {
  expect(countsOf(whitespace.accounts, whitespace.families)).toEqual({ Chance: 3, Bought: 1, Lapsed: 1, Gap: 4 });
  expect(countsOf(whitespace.accounts, whitespace.families.slice(1, 2))).toEqual({ Chance: 2, Bought: 0, Lapsed: 0, Gap: 1 });
});

describe("of a long row", () => {
  it("only what is in sight is drawn, with a few beyond each edge", () => {
    expect(inSight(0, 300, 30, 2_000)).toEqual({ from: 0, until: 13 });
    expect(inSight(3_000, 300, 30, 2_000)).toEqual({ from: 97, until: 113 });
    expect(inSight(59_700, 300, 30, 2_000)).toEqual({ from: 1_987, until: 2_000 });
    expect(inSight(9_000, 300, 30, 5)).toEqual({ from: 1, until: 5 });
  });

  it("an item is scrolled into sight by as little as it takes", () => {
    expect(scrolledTo(5, 30, 100, 300)).toBe(100);
    expect(scrolledTo(2, 30, 100, 300)).toBe(60);
    expect(scrolledTo(20, 30, 100, 300)).toBe(330);
  });
});
