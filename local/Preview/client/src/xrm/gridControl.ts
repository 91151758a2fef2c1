import type { Table } from "../server/definitions";
import { formatted, type Row } from "../server/webApi";
import { collection, loud } from "./loud";

/** A grid that scripts may ask: of a view page or on a form. */
export interface GridState {
  readonly name: string;
  readonly label: string;
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly total: number | null;
  readonly selection: ReadonlySet<string>;
  readonly view: { readonly id: string; readonly name: string; readonly fetchXml: string };
  /** SchemaName of what ties the rows to the form; null for a grid that shows all rows. */
  readonly relationship: string | null;
  readonly refresh: () => void;
  readonly refreshRibbon: () => void;
}

export type GridControlApi = ReturnType<typeof gridControlOf>;

/** A grid as scripts see it ("Grids and subgrids in model-driven apps"). It answers with what the grid holds when it is asked. */
export function gridControlOf(current: () => GridState) {
  const idOf = (row: Row) => row[current().table.idColumn] as string;
  const nameOf = (row: Row) => {
    const { nameColumn } = current().table;
    return nameColumn === null ? "" : formatted(row, nameColumn);
  };
  const rowApi = (row: Row) => {
    const entity = loud("grid row entity", {
      getId: () => `{${idOf(row).toUpperCase()}}`,
      getEntityName: () => current().table.name,
      getPrimaryAttributeValue: () => nameOf(row),
      getEntityReference: () => ({ entityType: current().table.name, id: `{${idOf(row).toUpperCase()}}`, name: nameOf(row) }),
    });
    const data = loud("grid row data", { entity, getEntity: () => entity });
    return loud("grid row", { data, getData: () => data });
  };
  const rows = (isWanted: (row: Row) => boolean) => () => current().rows.filter(isWanted).map(rowApi);
  const grid = loud("grid", {
    getRows: () =>
      collection(
        "grid.getRows()",
        rows(() => true),
        (each) => each.getData().getEntity().getId(),
      ),
    getSelectedRows: () =>
      collection(
        "grid.getSelectedRows()",
        rows((row) => current().selection.has(idOf(row))),
        (each) => each.getData().getEntity().getId(),
      ),
    getTotalRecordCount: () => current().total ?? current().rows.length,
  });
  return loud("grid control", {
    getName: () => current().name,
    getLabel: () => current().label,
    getControlType: () => "subgrid",
    getEntityName: () => current().table.name,
    getFetchXml: () => current().view.fetchXml,
    getGrid: () => grid,
    getRelationship: () => ({ name: current().relationship ?? "" }),
    getViewSelector: () =>
      loud("grid view selector", {
        getCurrentView: () => ({ entityType: "savedquery", id: `{${current().view.id.toUpperCase()}}`, name: current().view.name }),
        isVisible: () => true,
      }),
    getVisible: () => true,
    refresh: () => current().refresh(),
    refreshRibbon: () => current().refreshRibbon(),
  });
}
