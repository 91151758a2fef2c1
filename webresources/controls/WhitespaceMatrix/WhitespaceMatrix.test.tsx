import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import * as React from "react";
import { afterEach, expect, it } from "vitest";
import { hostForTests, serverForTests } from "../src/hostForTests";
import { WhitespaceMatrixVisual } from "./WhitespaceMatrix";
import type { Page } from "./whitespace";

const segment = { table: "kam_segment", id: "00000000-0000-0000-0000-0000000000a1" };
const reason = "7 of 9 customers that buy Bikes also buy Helmets.";
const few: Page = {
  asOf: "2026-03-31",
  currency: "CHF",
  isCut: false,
  accounts: [
    { id: "1", name: "Meier AG" },
    { id: "2", name: "Aarewerk" },
  ],
  families: [
    { id: "f1", name: "Bikes", bought: 1 },
    { id: "f2", name: "Helmets", bought: 0 },
    { id: "f3", name: "Lamps", bought: 0 },
  ],
  cells: [
    { accountId: "1", familyId: "f1", state: "Bought", revenue: 250_000 },
    { accountId: "1", familyId: "f2", state: "Chance", probability: 0.7, expectedMargin: 1_200, reason },
    { accountId: "2", familyId: "f3", state: "Lapsed", revenue: 0 },
  ],
};
const answering = (page: Page) =>
  serverForTests({ kam_Whitespace: () => ({ Matrix: JSON.stringify(page), NextCursor: "", AccountCount: page.accounts.length }) });
const show = (more = {}, language = 1033) =>
  render(<WhitespaceMatrixVisual host={hostForTests("WhitespaceMatrix", { record: segment, ...more }, language)} />);
const spaced = (text: string | null | undefined): string => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ");
const active = (holder: HTMLElement) => document.getElementById(holder.getAttribute("aria-activedescendant") ?? "");

afterEach(cleanup);

it("walks the matrix with arrow keys, says each cell with its reason, and opens the account with Enter", async () => {
  answering(few);
  const opened: string[] = [];
  show({ openRow: (table: string, id: string) => opened.push(`${table} ${id}`) }, 1031);
  const grid = await screen.findByRole("grid");
  expect(spaced(active(grid)?.getAttribute("aria-label"))).toBe("Meier AG, Bikes: gekauft, CHF 250’000 im letzten Jahr");
  fireEvent.keyDown(grid, { key: "ArrowRight" });
  expect(spaced(active(grid)?.getAttribute("aria-label"))).toBe(
    `Meier AG, Helmets: wahrscheinlich, 70 %, erwartete Marge CHF 1’200 im Jahr. ${reason}`,
  );
  expect(document.body.textContent).toContain(reason);
  fireEvent.keyDown(grid, { key: "ArrowDown" });
  fireEvent.keyDown(grid, { key: "End" });
  expect(active(grid)?.getAttribute("aria-label")).toBe("Aarewerk, Lamps: nicht mehr gekauft");
  fireEvent.keyDown(grid, { key: "Enter" });
  expect(opened).toEqual(["account 2"]);
});

it("filters by name and state, sorts, and says when nothing fits", async () => {
  answering(few);
  show();
  await screen.findByRole("grid");
  const accounts = () => screen.queryAllByRole("rowheader").map((each) => each.textContent);
  fireEvent.change(screen.getByLabelText("Sort by"), { target: { value: "name" } });
  expect(accounts()).toEqual(["Aarewerk", "Meier AG"]);
  fireEvent.change(screen.getByLabelText("State"), { target: { value: "Chance" } });
  expect(accounts()).toEqual(["Meier AG"]);
  expect(document.body.textContent).toContain("1 of 2 accounts");
  fireEvent.change(screen.getByLabelText("Product family"), { target: { value: "f3" } });
  expect(accounts()).toEqual([]);
  expect(screen.getByRole("status").textContent).toBe("Nothing fits this choice.");
});

it("draws of 2,000 accounts and 200 families only what is in sight, and moves on with the keys", async () => {
  const many = { ...few, accounts: Array.from({ length: 2_000 }, (_, index) => ({ id: `a${index}`, name: `Account ${index}` })) };
  answering({ ...many, families: Array.from({ length: 200 }, (_, index) => ({ id: `f${index}`, name: `Family ${index}`, bought: 0 })) });
  show();
  const grid = await screen.findByRole("grid");
  expect([grid.getAttribute("aria-rowcount"), grid.getAttribute("aria-colcount")]).toEqual(["2001", "201"]);
  // Roles are slow to look up among so many.
  const cells = () => document.querySelectorAll("[role=gridcell]").length;
  expect(cells()).toBeLessThan(400);
  for (let turn = 0; turn < 3; turn++) fireEvent.keyDown(grid, { key: "PageDown" });
  fireEvent.keyDown(grid, { key: "End" });
  expect(active(grid)?.getAttribute("aria-label")).toBe("Account 30, Family 199: open");
  expect(cells()).toBeLessThan(400);
});

it("lists the families of one account, the likeliest first, and opens a family", async () => {
  const { asked } = answering({ ...few, accounts: few.accounts.slice(0, 1) });
  const opened: string[] = [];
  show({ record: { table: "account", id: "1" }, openRow: (table: string, id: string) => opened.push(`${table} ${id}`) }, 1036);
  const list = await screen.findByRole("listbox");
  expect(asked[0]?.parameters).toEqual({ AccountId: "1", PageSize: 1000 });
  expect(
    within(list)
      .getAllByRole("option")
      .map((each) => spaced(each.textContent)),
  ).toEqual([
    `70 %Helmets probable, 70 %, marge attendue CHF 1 200 par an. ${reason}`,
    "Bikes acheté, CHF 250 000 l’an dernier",
    "Lamps ouvert",
  ]);
  fireEvent.keyDown(list, { key: "ArrowDown" });
  expect(active(list)?.textContent).toContain("Bikes");
  fireEvent.keyDown(list, { key: "Enter" });
  expect(opened).toEqual(["product f1"]);
});

it("shows as a table every pair, and the gaps of an account in one row", async () => {
  answering(few);
  show({}, 1040);
  fireEvent.click(await screen.findByRole("button", { name: "Mostra come tabella" }));
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => spaced(cell.textContent)));
  expect(rows).toEqual([
    ["Meier AG", "Bikes", "acquistato", "", "", "CHF 250’000", ""],
    ["Meier AG", "Helmets", "probabile", "70 %", "CHF 1’200", "", reason],
    ["Meier AG", "Lamps", "aperto", "", "", "", ""],
    ["Aarewerk", "Lamps", "non più acquistato", "", "", "CHF 0", ""],
    ["Aarewerk", "Bikes, Helmets", "aperto", "", "", "", ""],
  ]);
});

it("says when there is nothing to show, and why something cannot be shown", async () => {
  answering({ ...few, accounts: [], cells: [] });
  show();
  await screen.findByText("There is no account or no product family to show.");
  cleanup();
  show({ record: { table: "account", id: "" } });
  await screen.findByText("This appears once the row is saved.");
  cleanup();
  serverForTests({
    kam_Whitespace: () => {
      throw new Error("No.");
    },
  });
  show();
  expect((await screen.findByRole("alert")).textContent).toContain("No.");
});
