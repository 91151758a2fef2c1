import type { FormController } from "../form/formController";
import type { GridColumn } from "../grid/gridColumns";
import type { Table } from "../server/definitions";
import { formatted, referenceIn, type Row } from "../server/webApi";
import { navigate } from "../shell/navigation";
import { loud } from "../xrm/loud";

/** The rows behind a control that stands in the place of a grid. */
export interface DataSetRows {
  readonly table: Table;
  readonly viewId: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  readonly refresh: () => void;
}

/** A data set as the component framework gives it to a control. */
export function dataSetOf(controller: FormController, data: DataSetRows | null): unknown {
  const rows = data?.rows ?? [];
  const idOf = (row: Row) => (data ? (row[data.table.idColumn] as string) : "");
  const records = Object.fromEntries(
    rows.map((row) => [
      idOf(row),
      {
        getRecordId: () => idOf(row),
        getValue: (column: string) => {
          const reference = referenceIn(row, column);
          return reference ? { id: { guid: reference.id }, name: reference.name, etn: reference.table } : row[column];
        },
        getFormattedValue: (column: string) => formatted(row, column),
        getNamedReference: () => ({
          id: { guid: idOf(row) },
          etn: data?.table.name,
          name: data?.table.nameColumn ? formatted(row, data.table.nameColumn) : "",
        }),
      },
    ]),
  );
  return loud("data set", {
    loading: data === null || data.isLoading,
    error: false,
    errorMessage: "",
    columns: (data?.columns ?? []).map((each, order) => ({
      name: each.key,
      displayName: each.label,
      dataType: each.column?.scriptType ?? "",
      alias: each.key,
      order,
      visualSizeFactor: each.width,
      isPrimary: each.key === data?.table.nameColumn,
    })),
    sortedRecordIds: rows.map(idOf),
    records,
    sorting: [],
    filtering: loud("data set filtering", { getFilter: () => ({ conditions: [], filterOperator: 0 }) }),
    linking: loud("data set linking", { getLinkedEntities: () => [] }),
    paging: loud("data set paging", {
      totalResultCount: rows.length,
      pageSize: rows.length,
      hasNextPage: false,
      hasPreviousPage: false,
      loadNextPage: () => undefined,
      loadPreviousPage: () => undefined,
      reset: () => undefined,
      setPageSize: () => undefined,
    }),
    getTargetEntityType: () => data?.table.name ?? "",
    getViewId: () => data?.viewId ?? "",
    getTitle: () => data?.table.plural ?? "",
    getSelectedRecordIds: () => [],
    setSelectedRecordIds: () => undefined,
    clearSelectedRecordIds: () => undefined,
    refresh: () => data?.refresh(),
    openDatasetItem: (item: { id: { guid: string } | string; etn?: string }) =>
      void navigate({
        pagetype: "entityrecord",
        app: controller.app,
        etn: item.etn ?? data?.table.name ?? "",
        id: typeof item.id === "string" ? item.id : item.id.guid,
      }),
  });
}
