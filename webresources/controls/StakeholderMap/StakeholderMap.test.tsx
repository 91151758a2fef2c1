import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { afterEach, expect, it } from "vitest";
import { hostForTests, serverForTests } from "../src/hostForTests";
import { StakeholderMapVisual } from "./StakeholderMap";
import { roles, type BuyingCentre, type Person } from "./people";

const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  stakeholderId: id,
  name,
  role: "User",
  influence: 3,
  attitude: 0,
  relationship: 2,
  isReached: false,
  ...more,
});
const eva = person("1", "Eva Frei", { role: "Decider", influence: 5, attitude: 2, relationship: 5, isReached: true, jobTitle: "CEO" });
const urs = person("2", "Urs Koch", { role: "Buyer", influence: 4, attitude: -1, reportsToId: "1" });
const pia = person("3", "Pia Zeller", {
  influence: 1,
  attitude: null,
  reportsToId: "2",
  otherAccounts: [{ accountId: "9", name: "Muster AG" }],
});
const centre: BuyingCentre = {
  people: [eva, urs, pia],
  relationshipScore: 41.6,
  coveragePercent: 50,
  sentimentPercent: 33.33,
  missingRoles: ["Sponsor"],
  singleThreadId: "1",
};
const answering = (map: BuyingCentre) => serverForTests({ kam_MapStakeholders: () => ({ Map: JSON.stringify(map) }) });
const show = (language = 1033, more = {}) =>
  render(
    <StakeholderMapVisual host={hostForTests("StakeholderMap", { record: { table: "account", id: "a" }, ...more }, language)} version="" />,
  );
const words = () => document.body.textContent.replaceAll("\u00a0", " ");
const nodes = () => screen.getAllByRole("button").filter((button) => /Influence|Einfluss/.test(button.getAttribute("title") ?? ""));

afterEach(cleanup);

it("says everything about a person in one sentence", async () => {
  answering(centre);
  show();
  await screen.findByText("Eva Frei");
  expect(nodes().map((node) => node.getAttribute("title"))).toEqual([
    "Eva Frei, CEO, Decider. Influence 5 of 5. Attitude: for us. Relationship 5 of 5. We reach this person. Everything hangs on Eva Frei",
    "Urs Koch, Buyer. Influence 4 of 5. Attitude: critical. Relationship 2 of 5. We do not reach this person. Reports to Eva Frei",
    "Pia Zeller, User. Influence 1 of 5. Attitude: unknown. Relationship 2 of 5. We do not reach this person. Reports to Urs Koch. Also on the map of Muster AG",
  ]);
});

it("warns of the single thread and of roles that nobody fills, and of neither without cause", async () => {
  answering(centre);
  show();
  await screen.findByText("Everything hangs on Eva Frei");
  expect(words()).toContain("Nobody fills: Sponsor");
  cleanup();
  answering({ ...centre, singleThreadId: null, missingRoles: [] });
  show();
  await screen.findByText("Eva Frei");
  expect(words()).not.toMatch(/hangs on|Nobody fills/);
});

it.each([
  [1031, "Abdeckung50 % des ganzen Einflusses", "Entscheider"],
  [1036, "Couverture50 % de toute l’influence", "Décideur"],
  [1040, "Copertura50 % di tutta l’influenza", "Decisore"],
])("speaks the language %i", async (language, coverage, role) => {
  answering(centre);
  show(language);
  await screen.findByText(role);
  expect(words()).toContain(coverage);
});

it("has one stop for the Tab key, goes on with arrows and opens whom one is at", async () => {
  const opened: string[] = [];
  answering(centre);
  show(1033, { openRow: (table: string, id: string) => opened.push(`${table} ${id}`) });
  await screen.findByText("Eva Frei");
  expect(nodes().map((node) => node.tabIndex)).toEqual([0, -1, -1]);
  nodes()[0]!.focus();
  fireEvent.keyDown(nodes()[0]!, { key: "ArrowLeft" });
  expect(document.activeElement).toBe(nodes()[1]);
  fireEvent.click(document.activeElement!);
  expect(opened).toEqual(["kam_stakeholder 2"]);
});

it("has everybody in its table, which opens them too", async () => {
  const opened: string[] = [];
  answering(centre);
  show(1033, { openRow: (_: string, id: string) => opened.push(id) });
  fireEvent.click(await screen.findByText("Show as table"));
  expect(screen.getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent).join(" | "))).toEqual([
    "Person | Role | Influence | Attitude | Relationship | Reached | Reports to | Also at",
    "Eva Frei, CEO | Decider | 5 | for us (+2) | 5 | yes |  | ",
    "Urs Koch | Buyer | 4 | critical (−1) | 2 | no | Eva Frei | ",
    "Pia Zeller | User | 1 | unknown | 2 | no | Urs Koch | Muster AG",
  ]);
  fireEvent.click(screen.getByText("Pia Zeller"));
  expect(opened).toEqual(["3"]);
});

it("shows 2,000 people as a map that stays one, and lists whom a cell has no room for", async () => {
  const many = Array.from({ length: 2000 }, (_, index) =>
    person(String(index), `Person ${index}`, { role: roles[index % roles.length]!, influence: (index % 5) + 1, attitude: (index % 4) - 2 }),
  );
  answering({ ...centre, people: many, singleThreadId: null });
  show();
  const crowd = (await screen.findAllByText(/ more$/))[0]!;
  expect(document.querySelectorAll("*").length).toBeLessThan(3000);
  fireEvent.click(crowd);
  expect(screen.getByRole("table").getAttribute("aria-rowcount")).toBe(String(2000 / 20 - 8 + 1));
});

it("says who is to be entered where nobody is, what must be saved, and what the server refused", async () => {
  answering({ ...centre, people: [], missingRoles: ["Buyer"] });
  show();
  await screen.findByText(/Nobody is on the map/);
  cleanup();
  show(1033, { record: { table: "account", id: "" } });
  await screen.findByText(/once the row is saved/);
  cleanup();
  serverForTests({
    kam_MapStakeholders: () => {
      throw new Error("No segmentation policy is in use.");
    },
  });
  show();
  await screen.findByText(/No segmentation policy is in use/);
});
