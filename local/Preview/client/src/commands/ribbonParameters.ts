import { formatted, type Row } from "../server/webApi";
import type { Preview } from "../shell/appContext";
import type { FormContextApi } from "../xrm/formContext";
import type { GridControlApi, GridState } from "../xrm/gridControl";
import type { Table } from "../server/definitions";
import type { RibbonParameter } from "./ribbonXml";

/** What a command acts on: a form, a grid, or a grid on a form. */
export interface RibbonSurface {
  readonly form: {
    readonly table: Table;
    readonly id: string | null;
    readonly context: FormContextApi;
  } | null;
  readonly grid: { readonly state: GridState; readonly control: GridControlApi } | null;
}

/** The value of a parameter when a command is run or its rule is asked ("CrmParameter"). */
export function valueOfParameter(
  parameter: RibbonParameter,
  { form, grid }: RibbonSurface,
  preview: Preview,
  source: { readonly controlId: string; readonly commandId: string },
): unknown {
  if (parameter.kind === "value") return parameter.value;
  const selected = (row: Row) => grid?.state.selection.has(idOf(row)) ?? false;
  const idOf = (row: Row) => (grid ? (row[grid.state.table.idColumn] as string) : "");
  const rows = (isWanted: (row: Row) => boolean) => grid?.state.rows.filter(isWanted) ?? [];
  const all = () => true;
  const unselected = (row: Row) => !selected(row);
  const ids = (isWanted: (row: Row) => boolean) => rows(isWanted).map(idOf);
  const references = (isWanted: (row: Row) => boolean) =>
    rows(isWanted).map((row) => ({
      Id: `{${idOf(row).toUpperCase()}}`,
      Name: grid?.state.table.nameColumn ? formatted(row, grid.state.table.nameColumn) : "",
      TypeCode: grid?.state.table.typeCode ?? 0,
      TypeName: grid?.state.table.name ?? "",
    }));
  // On a grid of a page the rows chosen are the primary ones.
  const primaryIds = form ? (form.id === null ? [] : [form.id]) : ids(selected);
  const primary = form?.table ?? grid?.state.table;
  switch (parameter.value) {
    case "PrimaryControl":
      return form?.context ?? grid?.control ?? null;
    case "SelectedControl":
      return grid?.control ?? form?.context ?? null;
    case "PrimaryEntityTypeName":
      return primary?.name ?? "";
    case "PrimaryEntityTypeCode":
      return primary?.typeCode ?? 0;
    case "PrimaryItemIds":
      return primaryIds;
    case "FirstPrimaryItemId":
      return primaryIds[0] ?? "";
    case "SelectedEntityTypeName":
      return grid?.state.table.name ?? "";
    case "SelectedEntityTypeCode":
      return grid?.state.table.typeCode ?? 0;
    case "FirstSelectedItemId":
      return ids(selected)[0] ?? "";
    case "SelectedControlSelectedItemCount":
      return ids(selected).length;
    case "SelectedControlSelectedItemIds":
      return ids(selected);
    case "SelectedControlSelectedItemReferences":
      return references(selected);
    case "SelectedControlAllItemCount":
      return ids(all).length;
    case "SelectedControlAllItemIds":
      return ids(all);
    case "SelectedControlAllItemReferences":
      return references(all);
    case "SelectedControlUnselectedItemCount":
      return ids(unselected).length;
    case "SelectedControlUnselectedItemIds":
      return ids(unselected);
    case "SelectedControlUnselectedItemReferences":
      return references(unselected);
    case "OrgName":
      return "local";
    case "OrgLcid":
      return 1033;
    case "UserLcid":
      return preview.language;
    case "CommandProperties":
      return { SourceControlId: source.controlId, CommandValueId: source.commandId, MenuItemId: null };
    default:
      throw new Error(`Not supported here: the parameter ${parameter.value} of a command`);
  }
}
