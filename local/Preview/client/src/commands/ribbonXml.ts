import { childAt, childrenOf, parseXml } from "../design/xml";

/** Command bars a ribbon has buttons on. */
export type RibbonLocation = "Form" | "HomepageGrid" | "SubGrid";

export interface RibbonButton {
  readonly id: string;
  /** Id of its command; empty for a menu that only opens. */
  readonly command: string;
  readonly label: string;
  readonly title: string;
  /** Address of its icon. */
  readonly image: string | null;
  /** Of a menu: what it opens. */
  readonly items: readonly RibbonButton[];
}

/** A parameter of a function: a value that is given, or the name of one of the platform's. */
export type RibbonParameter =
  { readonly kind: "value"; readonly value: string | number | boolean } | { readonly kind: "crm"; readonly value: string };

export interface FunctionCall {
  readonly library: string;
  readonly functionName: string;
  readonly parameters: readonly RibbonParameter[];
}

export interface UrlAction {
  readonly address: string;
  readonly parameters: readonly { readonly name: string; readonly parameter: RibbonParameter }[];
}

export type RibbonAction = { readonly kind: "function"; readonly call: FunctionCall } | { readonly kind: "url"; readonly url: UrlAction };

/** One condition of a rule, by the name of its element. */
export interface RibbonCondition {
  readonly kind: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Of a CustomRule. */
  readonly call: FunctionCall | null;
  /** Of an OrRule: groups, one of which must hold as a whole. */
  readonly groups: readonly (readonly RibbonCondition[])[];
}

export interface RibbonCommand {
  readonly id: string;
  readonly enableRules: readonly string[];
  readonly displayRules: readonly string[];
  readonly actions: readonly RibbonAction[];
}

/** What a solution adds to the command bars of a table. */
export interface Ribbon {
  readonly buttons: ReadonlyMap<RibbonLocation, readonly RibbonButton[]>;
  readonly commands: ReadonlyMap<string, RibbonCommand>;
  readonly enableRules: ReadonlyMap<string, readonly RibbonCondition[]>;
  readonly displayRules: ReadonlyMap<string, readonly RibbonCondition[]>;
}

/** Reads what RetrieveEntityRibbon answers; its labels are in the caller's language. */
export function readRibbon(xml: string): Ribbon {
  const root = parseXml(xml);
  const buttons = new Map<RibbonLocation, readonly RibbonButton[]>();
  for (const tab of root.querySelectorAll("UI Tabs > Tab")) {
    const location = locationOf(tab.getAttribute("Id") ?? "");
    if (location !== null) buttons.set(location, [...(buttons.get(location) ?? []), ...controlsIn(tab).map(buttonOf)]);
  }
  const definitions = [...root.querySelectorAll("CommandDefinitions > CommandDefinition")];
  return {
    buttons,
    commands: new Map(definitions.map((each) => [each.getAttribute("Id") ?? "", commandOf(each)])),
    enableRules: rulesIn(root, "EnableRule"),
    displayRules: rulesIn(root, "DisplayRule"),
  };
}

// Such as Mscrm.Form.account.MainTab.
function locationOf(tab: string): RibbonLocation | null {
  const place = /^Mscrm\.(Form|HomepageGrid|SubGrid)\./.exec(tab)?.[1];
  return place === undefined ? null : (place as RibbonLocation);
}

const controls = new Set(["Button", "SplitButton", "FlyoutAnchor", "ToggleButton"]);

// In groups, and in their lists of controls.
function controlsIn(element: Element): Element[] {
  return [...element.children].flatMap((each) => (controls.has(each.localName) ? [each] : controlsIn(each)));
}

function buttonOf(element: Element): RibbonButton {
  const text = (name: string) => element.getAttribute(name) ?? "";
  const label = text("LabelText") || text("Alt") || text("Id");
  return {
    id: text("Id"),
    command: text("Command"),
    label,
    title: text("ToolTipTitle") || label,
    image: imageOf(["ModernImage", "Image32by32", "Image16by16"].map(text)),
    items: [...element.querySelectorAll(":scope > Menu > MenuSection > Controls > *")].map(buttonOf),
  };
}

function imageOf(names: readonly string[]): string | null {
  const name = names.find((each) => each.startsWith("$webresource:"));
  return name ? `/WebResources/${name.slice("$webresource:".length)}` : null;
}

function commandOf(element: Element): RibbonCommand {
  const references = (list: string, item: string) => childrenOf(childAt(element, list), item).map((each) => each.getAttribute("Id") ?? "");
  return {
    id: element.getAttribute("Id") ?? "",
    enableRules: references("EnableRules", "EnableRule"),
    displayRules: references("DisplayRules", "DisplayRule"),
    actions: [...(childAt(element, "Actions")?.children ?? [])].map(actionOf),
  };
}

function actionOf(element: Element): RibbonAction {
  if (element.localName === "JavaScriptFunction") return { kind: "function", call: callOf(element) };
  if (element.localName !== "Url") throw new Error(`Not supported here: the action ${element.localName}`);
  return {
    kind: "url",
    url: {
      address: element.getAttribute("Address") ?? "",
      parameters: [...element.children].map((each) => ({ name: each.getAttribute("Name") ?? "", parameter: parameterOf(each) })),
    },
  };
}

function callOf(element: Element): FunctionCall {
  return {
    library: (element.getAttribute("Library") ?? "").replace(/^\$webresource:/, ""),
    functionName: element.getAttribute("FunctionName") ?? "",
    parameters: [...element.children].map(parameterOf),
  };
}

function parameterOf(element: Element): RibbonParameter {
  const value = element.getAttribute("Value") ?? "";
  switch (element.localName) {
    case "CrmParameter":
      return { kind: "crm", value };
    case "StringParameter":
      return { kind: "value", value };
    case "BoolParameter":
      return { kind: "value", value: value === "true" || value === "1" };
    case "IntParameter":
    case "DecimalParameter":
      return { kind: "value", value: Number(value) };
    default:
      throw new Error(`Not supported here: the parameter ${element.localName} of a command`);
  }
}

function rulesIn(root: Element, item: "EnableRule" | "DisplayRule"): ReadonlyMap<string, readonly RibbonCondition[]> {
  const rules = [...root.querySelectorAll(`RuleDefinitions > ${item}s > ${item}`)];
  return new Map(rules.map((each) => [each.getAttribute("Id") ?? "", [...each.children].map(conditionOf)]));
}

function conditionOf(element: Element): RibbonCondition {
  return {
    kind: element.localName,
    attributes: new Map([...element.attributes].map((each) => [each.name, each.value])),
    call: element.localName === "CustomRule" ? callOf(element) : null,
    groups: childrenOf(element, "Or").map((group) => [...group.children].map(conditionOf)),
  };
}
