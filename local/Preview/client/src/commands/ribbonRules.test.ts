import { expect, it } from "vitest";
import { holds, isAvailable, type RibbonQuestions } from "./ribbonRules";
import type { Ribbon, RibbonCondition } from "./ribbonXml";

const form: RibbonQuestions = {
  primaryTable: "quote",
  selectedTable: null,
  formState: "Existing",
  primaryIds: ["q1"],
  selectedIds: [],
  valueOf: (column) => ({ statecode: "0", kam_verdict: null })[column],
  call: () => Promise.resolve(true),
  depthOf: (table) => Promise.resolve(table === "quote" ? "Local" : null),
  mayDo: (_table, id, right) => Promise.resolve(id === "q1" && right === "Write"),
};
const grid: RibbonQuestions = { ...form, selectedTable: "quotedetail", selectedIds: ["a", "b"] };

const rule = (kind: string, attributes: Record<string, string> = {}, more: Partial<RibbonCondition> = {}): RibbonCondition => ({
  kind,
  attributes: new Map(Object.entries(attributes)),
  call: null,
  groups: [],
  ...more,
});
const call = { library: "l.js", functionName: "F.may", parameters: [] };

it.each([
  ["ValueRule", { Field: "statecode", Value: "0" }, form, true],
  ["ValueRule", { Field: "statecode", Value: "1" }, form, false],
  ["ValueRule", { Field: "kam_verdict", Value: "" }, form, true],
  ["ValueRule", { Field: "notOnTheForm", Value: "1" }, form, false],
  ["ValueRule", { Field: "notOnTheForm", Value: "1", Default: "true" }, form, true],
  ["FormStateRule", { State: "Existing" }, form, true],
  ["FormStateRule", { State: "Create" }, form, false],
  ["FormStateRule", { State: "Create", InvertResult: "true" }, form, true],
  ["SelectionCountRule", { AppliesTo: "SelectedEntity", Minimum: "2", Maximum: "2" }, grid, true],
  ["SelectionCountRule", { Minimum: "3" }, grid, false],
  ["SelectionCountRule", { Maximum: "1" }, grid, false],
  ["SelectionCountRule", { AppliesTo: "PrimaryEntity", Minimum: "1", Maximum: "1" }, grid, true],
  ["EntityRule", { AppliesTo: "SelectedEntity", EntityName: "quotedetail" }, grid, true],
  ["EntityRule", { AppliesTo: "PrimaryEntity", EntityName: "quotedetail" }, grid, false],
  ["EntityPrivilegeRule", { EntityName: "quote", PrivilegeType: "Write", PrivilegeDepth: "Basic" }, form, true],
  ["EntityPrivilegeRule", { EntityName: "quote", PrivilegeType: "Write", PrivilegeDepth: "Global" }, form, false],
  ["EntityPrivilegeRule", { EntityName: "account", PrivilegeType: "Write", PrivilegeDepth: "Basic" }, form, false],
  ["RecordPrivilegeRule", { AppliesTo: "PrimaryEntity", PrivilegeType: "Write" }, form, true],
  ["RecordPrivilegeRule", { AppliesTo: "PrimaryEntity", PrivilegeType: "Delete" }, form, false],
  ["CrmClientTypeRule", { Type: "Web" }, form, true],
  ["CrmClientTypeRule", { Type: "Outlook" }, form, false],
])("%s %j holds: %#", async (kind, attributes, questions, expected) => {
  expect(await holds(rule(kind, attributes as Record<string, string>), questions)).toBe(expected);
});

it("takes the answer of a custom rule, its Default where it says neither yes nor no", async () => {
  const answering = (answer: unknown): RibbonQuestions => ({ ...form, call: () => Promise.resolve(answer) });
  const custom = (attributes: Record<string, string>) => rule("CustomRule", attributes, { call });

  expect(await holds(custom({}), answering(true))).toBe(true);
  expect(await holds(custom({}), answering(false))).toBe(false);
  expect(await holds(custom({ Default: "true" }), answering(undefined))).toBe(true);
  expect(await holds(custom({}), answering(undefined))).toBe(false);
});

it("lets an OrRule hold when one of its groups holds as a whole", async () => {
  const yes = rule("FormStateRule", { State: "Existing" });
  const no = rule("FormStateRule", { State: "Create" });

  expect(await holds(rule("OrRule", {}, { groups: [[yes, no], [yes]] }), form)).toBe(true);
  expect(await holds(rule("OrRule", {}, { groups: [[yes, no], [no]] }), form)).toBe(false);
});

it("says the name of a rule it does not know", async () => {
  const ribbon: Ribbon = { buttons: new Map(), commands: new Map(), enableRules: new Map(), displayRules: new Map() };
  const command = (id: string) => ({ id: "tst.Go", enableRules: [id], displayRules: [], actions: [] });

  await expect(holds(rule("SkuRule"), form)).rejects.toThrow("Not supported here: the rule SkuRule");
  await expect(isAvailable(ribbon, command("Mscrm.Nobody"), form)).rejects.toThrow(
    "Not supported here: the rule Mscrm.Nobody of the command tst.Go",
  );
  expect(await isAvailable(ribbon, command("Mscrm.FormStateNotNew"), form)).toBe(true);
});
