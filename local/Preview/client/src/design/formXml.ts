import { childAt, childrenOf, guid, labelIn, parseXml } from "./xml";

/** A control of a form, as its XML describes it. */
export interface FormControl {
  readonly id: string;
  /** Upper case, without braces: what kind of control it is. */
  readonly classId: string;
  readonly column: string | null;
  readonly disabled: boolean;
  /** Parameters by name, such as ViewId or Url. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Name of the custom control that shows it, and its own parameters. */
  readonly custom: CustomControlUse | null;
}

export interface CustomControlUse {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly isStatic: boolean }[];
}

export interface FormCell {
  readonly id: string;
  readonly label: string;
  readonly showLabel: boolean;
  readonly visible: boolean;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly control: FormControl | null;
  readonly isSpacer: boolean;
}

export interface FormSection {
  readonly name: string;
  readonly label: string;
  readonly showLabel: boolean;
  readonly visible: boolean;
  readonly columns: number;
  readonly rows: readonly (readonly FormCell[])[];
}

export interface FormTab {
  readonly name: string;
  readonly label: string;
  readonly visible: boolean;
  readonly columns: readonly { readonly width: string; readonly sections: readonly FormSection[] }[];
}

export interface FormHandler {
  readonly event: string;
  readonly column: string | null;
  readonly control: string | null;
  readonly functionName: string;
  readonly library: string;
  readonly enabled: boolean;
  readonly passContext: boolean;
  readonly parameters: string;
}

export interface FormDesign {
  readonly tabs: readonly FormTab[];
  readonly header: readonly FormCell[];
  readonly footer: readonly FormCell[];
  readonly libraries: readonly string[];
  readonly handlers: readonly FormHandler[];
}

/** Reads a form XML; labels in the reader's language. */
export function readForm(formXml: string, language: number): FormDesign {
  const form = parseXml(formXml);
  const custom = customControls(form);
  const cells = (host: Element | null) =>
    childrenOf(childAt(host, "rows"), "row")
      .flatMap((row) => childrenOf(row, "cell"))
      .map((cell) => readCell(cell, language, custom));
  return {
    tabs: childrenOf(childAt(form, "tabs"), "tab").map((tab) => ({
      name: tab.getAttribute("name") ?? guid(tab.getAttribute("id")),
      label: labelIn(childAt(tab, "labels"), language) ?? "",
      visible: isNot(tab, "visible", "false"),
      columns: childrenOf(childAt(tab, "columns"), "column").map((column) => ({
        width: column.getAttribute("width") ?? "100%",
        sections: childrenOf(childAt(column, "sections"), "section").map((section) => readSection(section, language, custom)),
      })),
    })),
    header: cells(childAt(form, "header")),
    footer: cells(childAt(form, "footer")),
    libraries: childrenOf(childAt(form, "formLibraries"), "Library").map((each) => each.getAttribute("name") ?? ""),
    handlers: childrenOf(childAt(form, "events"), "event").flatMap(readHandlers),
  };
}

function readSection(section: Element, language: number, custom: ReadonlyMap<string, CustomControlUse>): FormSection {
  return {
    name: section.getAttribute("name") ?? guid(section.getAttribute("id")),
    label: labelIn(childAt(section, "labels"), language) ?? "",
    showLabel: isNot(section, "showlabel", "false"),
    visible: isNot(section, "visible", "false"),
    columns: Math.max(1, (section.getAttribute("columns") ?? "1").length),
    rows: childrenOf(childAt(section, "rows"), "row").map((row) => childrenOf(row, "cell").map((cell) => readCell(cell, language, custom))),
  };
}

function readCell(cell: Element, language: number, custom: ReadonlyMap<string, CustomControlUse>): FormCell {
  const control = childAt(cell, "control");
  return {
    id: guid(cell.getAttribute("id")),
    label: labelIn(childAt(cell, "labels"), language) ?? "",
    showLabel: isNot(cell, "showlabel", "false"),
    visible: isNot(cell, "visible", "false"),
    colSpan: Number(cell.getAttribute("colspan") ?? 1),
    rowSpan: Number(cell.getAttribute("rowspan") ?? 1),
    control: control && readControl(control, custom),
    isSpacer: cell.getAttribute("userspacer") === "true",
  };
}

function readControl(control: Element, custom: ReadonlyMap<string, CustomControlUse>): FormControl {
  const parameters = new Map<string, string>();
  for (const each of childAt(control, "parameters")?.children ?? []) parameters.set(each.localName, each.textContent);
  return {
    id: control.getAttribute("id") ?? "",
    classId: guid(control.getAttribute("classid")).toUpperCase(),
    column: control.getAttribute("datafieldname"),
    disabled: control.getAttribute("disabled") === "true",
    parameters,
    custom: custom.get(guid(control.getAttribute("uniqueid"))) ?? null,
  };
}

// Form factor 2 is the web client; where it is not given, 0.
function customControls(form: Element): ReadonlyMap<string, CustomControlUse> {
  const found = new Map<string, CustomControlUse>();
  for (const description of childrenOf(childAt(form, "controlDescriptions"), "controlDescription")) {
    const uses = childrenOf(description, "customControl").filter((each) => each.hasAttribute("name"));
    const use = uses.find((each) => each.getAttribute("formFactor") === "2") ?? uses[0];
    if (!use) continue;
    const parameters = [...(childAt(use, "parameters")?.children ?? [])].map((each) => ({
      name: each.localName,
      value: each.textContent,
      isStatic: each.getAttribute("static") === "true",
    }));
    found.set(guid(description.getAttribute("forControl")), { name: use.getAttribute("name") ?? "", parameters });
  }
  return found;
}

function readHandlers(event: Element): FormHandler[] {
  return [...childrenOf(event, "InternalHandlers"), ...childrenOf(event, "Handlers")]
    .flatMap((list) => childrenOf(list, "Handler"))
    .map((handler) => ({
      event: (event.getAttribute("name") ?? "").toLowerCase(),
      column: event.getAttribute("attribute"),
      control: event.getAttribute("control"),
      functionName: handler.getAttribute("functionName") ?? "",
      library: handler.getAttribute("libraryName") ?? "",
      enabled: handler.getAttribute("enabled") !== "false",
      passContext: handler.getAttribute("passExecutionContext") === "true",
      parameters: handler.getAttribute("parameters") ?? "",
    }));
}

function isNot(element: Element, attribute: string, value: string): boolean {
  return element.getAttribute(attribute) !== value;
}
