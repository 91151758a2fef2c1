import { aliasesOf, columnsOf, type View } from "../design/view";
import type { Column, Definitions, Table } from "../server/definitions";

/** A column of a grid with what is known about it. */
export interface GridColumn {
  readonly key: string;
  readonly label: string;
  readonly width: number;
  /** Null for a column that the schema does not have. */
  readonly column: Column | null;
  readonly isNumber: boolean;
}

const numbers = new Set(["whole", "decimal", "money", "float"]);

/** The columns of a view's layout, headings in the user's language. */
export async function gridColumnsOf(view: View, table: Table, definitions: Definitions): Promise<readonly GridColumn[]> {
  const aliases = aliasesOf(view.fetchXml);
  return Promise.all(
    columnsOf(view.layoutXml).map(async ({ key, width }) => {
      const dot = key.indexOf(".");
      const linked = dot < 0 ? null : aliases.get(key.slice(0, dot));
      const owner = linked ? await definitions.table(linked) : table;
      const column = owner.columns.get(dot < 0 ? key : key.slice(dot + 1)) ?? null;
      const label = column ? (linked ? `${column.label} (${owner.label})` : column.label) : key;
      return { key, label, width, column, isNumber: column !== null && numbers.has(column.kind) };
    }),
  );
}
