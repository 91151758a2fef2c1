import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { readForm } from "../design/formXml";
import { FormController } from "../form/formController";
import { FormModel } from "../form/formModel";
import type { Column, Table } from "../server/definitions";
import type { Preview } from "../shell/appContext";
import { gridControlOf, type GridState } from "./gridControl";
import { startXrm } from "./xrm";

const scripts = resolve(import.meta.dirname, "../../../../../webresources/src");

/** Members of @types/xrm that the scripts of this repository use, each as Interface.member. */
function membersInUse(): ReadonlySet<string> {
  const files = readdirSync(scripts, { recursive: true, encoding: "utf8" })
    .filter((each) => /\.tsx?$/.test(each) && !/\.test\.tsx?$/.test(each))
    .map((each) => join(scripts, each));
  const program = ts.createProgram(files, {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    typeRoots: [resolve(import.meta.dirname, "../../node_modules/@types")],
    types: ["xrm"],
  });
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = ts.isPropertyAccessExpression(node) ? node.name : null;
    const declaration = name && checker.getSymbolAtLocation(name)?.declarations?.[0];
    if (declaration?.getSourceFile().fileName.includes("@types/xrm")) {
      const owner = declaration.parent as ts.Node & { name?: ts.Identifier };
      if (ts.isInterfaceDeclaration(declaration.parent)) found.add(`${owner.name?.text ?? "?"}.${name?.text ?? "?"}`);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (file.fileName.startsWith(scripts)) visit(file);
  return found;
}

const column = (name: string, kind: Column["kind"]) =>
  ({
    name,
    label: name,
    description: "",
    kind,
    scriptType: kind,
    required: "none",
    isSecured: false,
    canCreate: true,
    canUpdate: true,
    maxLength: null,
    min: null,
    max: null,
    precision: null,
    targets: [],
    choices: [],
    behavior: null,
    defaultValue: null,
  }) satisfies Column;

/** The runtime over a form with a column and a page on it. */
function runtime(): Readonly<Record<string, object>> {
  const table = {
    name: "account",
    columns: new Map([["name", column("name", "text")]]),
    nameColumn: "name",
    idColumn: "accountid",
  } as unknown as Table;
  const design = readForm(
    `<form><tabs><tab name="t"><columns><column width="100%"><sections><section name="s"><rows>
      <row><cell><control id="name" classid="{4273EDBD-AC1D-40D3-9FB2-095C621B552D}" datafieldname="name"/></cell></row>
      <row><cell><control id="page" classid="{9FDF5F91-88B1-47F4-AD53-C11EFC01A01D}"/></cell></row></rows></section></sections></column></columns></tab></tabs></form>`,
    1033,
  );
  const user = { id: "1", name: "Anna", roles: ["KAM"], roleIds: ["2"] };
  const session = { user, language: 1033, zone: "UTC", organizationId: "3", baseCurrencyId: "4" };
  const preview = {
    session,
    dialogs: {},
    definitions: {},
    designs: {},
    webApi: {},
    say: (key: string) => key,
    language: 1033,
    locale: "en-US",
  } as unknown as Preview;
  startXrm(preview);
  const xrm = (window as unknown as { Xrm: Xrm.XrmStatic }).Xrm;
  const access = { read: true, update: true, create: true };
  const controller = new FormController(preview, "app", new FormModel(design, table, null, () => access, "f", 2));
  const form = controller.scripts.formContext;
  const context = xrm.Utility.getGlobalContext();
  const control = form.getControl("name") as object;
  return {
    XrmStatic: xrm,
    Navigation: xrm.Navigation,
    Utility: xrm.Utility,
    WebApi: xrm.WebApi,
    WebApiOnline: xrm.WebApi.online,
    WebApiOffline: xrm.WebApi,
    GlobalContext: context,
    UserSettings: context.userSettings,
    EventContext: controller.scripts.contextFor(null, {}, 1, new Map()) as object,
    FormContext: form,
    Data: form.data,
    Entity: form.data.entity,
    Ui: form.ui,
    ItemCollection: form.ui.controls,
    Attribute: form.getAttribute("name") as object,
    Control: control,
    StandardControl: control,
    UiCanSetDisabledElement: control,
    UiFocusable: control,
    UiStandardElement: control,
    OptionSetAttribute: form.getAttribute("name") as object,
    Tab: form.ui.tabs.get("t") as object,
    GridControl: gridControlOf(() => ({}) as GridState),
    FramedControl: form.getControl("page") as object,
  };
}

// What calls answer with: data, no members of the runtime.
const answers = new Set(["ConfirmResult", "LookupValue", "RetrieveMultipleResult", "OpenFormResult", "Privilege"]);

it("has every member of the client API that the scripts of this repository use", () => {
  const used = [...membersInUse(), "FormContext.getAttribute", "FormContext.getControl"];
  const objects = runtime();
  const missing = used.filter((each) => {
    const [owner = "", member = ""] = each.split(".");
    return !answers.has(owner) && !(owner in objects && member in (objects[owner] ?? {}));
  });

  // So that a search that finds nothing does not pass.
  expect(used).toContain("Navigation.openForm");
  expect(missing).toEqual([]);
}, 60_000);
