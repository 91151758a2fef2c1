import type { FunctionCall, Ribbon, RibbonCommand, RibbonCondition } from "./ribbonXml";

/** What rules ask about the page they stand on. */
export interface RibbonQuestions {
  /** The table of the form, else of the grid. */
  readonly primaryTable: string;
  /** The table of the grid; null on a form. */
  readonly selectedTable: string | null;
  /** Create, Existing, ReadOnly or Disabled; null where there is no form. */
  readonly formState: string | null;
  readonly primaryIds: readonly string[];
  readonly selectedIds: readonly string[];
  /** The value of a column of the form as text; undefined where the form does not have it. */
  valueOf(column: string): string | null | undefined;
  /** Calls a function of a web resource. */
  call(call: FunctionCall): Promise<unknown>;
  /** How far the user's privilege reaches, such as Global; null without it. */
  depthOf(table: string, privilege: string): Promise<string | null>;
  /** Whether the user has a right to a row. */
  mayDo(table: string, id: string, right: string): Promise<boolean>;
}

/** Whether a command may be used: the command bar leaves out what may not. */
export async function isAvailable(ribbon: Ribbon, command: RibbonCommand, questions: RibbonQuestions): Promise<boolean> {
  for (const [ids, rules] of [
    [command.displayRules, ribbon.displayRules],
    [command.enableRules, ribbon.enableRules],
  ] as const) {
    for (const id of ids) {
      const conditions = rules.get(id) ?? standardRules[id];
      if (!conditions) throw new Error(`Not supported here: the rule ${id} of the command ${command.id}`);
      if (!(await holdAll(conditions, questions))) return false;
    }
  }
  return true;
}

async function holdAll(conditions: readonly RibbonCondition[], questions: RibbonQuestions): Promise<boolean> {
  for (const each of conditions) if (!(await holds(each, questions))) return false;
  return true;
}

/** Whether a condition holds; its Default where that cannot be told. */
export async function holds(condition: RibbonCondition, questions: RibbonQuestions): Promise<boolean> {
  const answer = (await answerOf(condition, questions)) ?? isTrue(condition.attributes.get("Default"));
  return isTrue(condition.attributes.get("InvertResult")) ? !answer : answer;
}

// Null: it cannot be told.
async function answerOf({ kind, attributes, call, groups }: RibbonCondition, questions: RibbonQuestions): Promise<boolean | null> {
  const given = (name: string) => attributes.get(name) ?? "";
  // What is counted in a grid is what is chosen there, unless the rule says otherwise.
  const appliesTo =
    attributes.get("AppliesTo") ?? (kind === "SelectionCountRule" && questions.selectedTable !== null ? "SelectedEntity" : "");
  const isSelected = appliesTo === "SelectedEntity";
  const ids = isSelected || questions.formState === null ? questions.selectedIds : questions.primaryIds;
  const table = isSelected ? questions.selectedTable : questions.primaryTable;
  switch (kind) {
    case "CustomRule": {
      const answer = call && (await questions.call(call));
      return typeof answer === "boolean" ? answer : null;
    }
    case "OrRule":
      for (const group of groups) if (await holdAll(group, questions)) return true;
      return false;
    case "ValueRule": {
      const value = questions.valueOf(given("Field"));
      return value === undefined ? null : (value ?? "") === given("Value");
    }
    case "FormStateRule":
      return questions.formState === null ? null : questions.formState === given("State");
    case "SelectionCountRule":
      return ids.length >= Number(attributes.get("Minimum") ?? 0) && ids.length <= Number(attributes.get("Maximum") ?? Infinity);
    case "EntityRule":
      return table === null ? null : table === given("EntityName");
    case "FormEntityContextRule":
      return questions.formState === null ? null : questions.primaryTable === given("EntityName");
    case "EntityPrivilegeRule": {
      const of = attributes.get("EntityName") ?? table;
      if (of === null) return null;
      const depth = await questions.depthOf(of, given("PrivilegeType"));
      return depth !== null && depths.indexOf(depth) >= depths.indexOf(attributes.get("PrivilegeDepth") ?? "Basic");
    }
    case "RecordPrivilegeRule": {
      if (table === null || ids.length === 0) return null;
      for (const id of ids) if (!(await questions.mayDo(table, id, given("PrivilegeType")))) return false;
      return true;
    }
    case "CrmClientTypeRule":
      return given("Type") === "Web";
    case "CommandClientTypeRule":
      return given("Type") === "Modern" || given("Type") === "Refresh";
    case "CrmOfflineAccessStateRule":
      return given("OfflineState") !== "Offline";
    case "HideForTabletExperienceRule":
      return true;
    default:
      throw new Error(`Not supported here: the rule ${kind} of a command`);
  }
}

const depths = ["None", "Basic", "Local", "Deep", "Global"];

function isTrue(text: string | undefined): boolean {
  return text === "true" || text === "1";
}

// Rules of the platform that solutions refer to by name.
const standardRules: Readonly<Record<string, readonly RibbonCondition[]>> = {
  "Mscrm.SelectionCountExactlyOne": [rule("SelectionCountRule", { AppliesTo: "SelectedEntity", Minimum: "1", Maximum: "1" })],
  "Mscrm.SelectionCountAtLeastOne": [rule("SelectionCountRule", { AppliesTo: "SelectedEntity", Minimum: "1" })],
  "Mscrm.FormStateNotNew": [rule("FormStateRule", { State: "Create", InvertResult: "true" })],
  "Mscrm.NotOffline": [rule("CrmOfflineAccessStateRule", { OfflineState: "Online" })],
  "Mscrm.CanReadPrimary": [rule("RecordPrivilegeRule", { AppliesTo: "PrimaryEntity", PrivilegeType: "Read" })],
  "Mscrm.CanWritePrimary": [rule("RecordPrivilegeRule", { AppliesTo: "PrimaryEntity", PrivilegeType: "Write" })],
  "Mscrm.CanWriteSelected": [rule("RecordPrivilegeRule", { AppliesTo: "SelectedEntity", PrivilegeType: "Write" })],
  "Mscrm.CanDeletePrimary": [rule("RecordPrivilegeRule", { AppliesTo: "PrimaryEntity", PrivilegeType: "Delete" })],
};

function rule(kind: string, attributes: Readonly<Record<string, string>>): RibbonCondition {
  return { kind, attributes: new Map(Object.entries(attributes)), call: null, groups: [] };
}
