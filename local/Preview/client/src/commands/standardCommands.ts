import type { Table } from "../server/definitions";
import type { Row } from "../server/webApi";
import type { Preview } from "../shell/appContext";
import { navigate } from "../shell/navigation";
import type { CommandButton } from "./CommandBar";

/** New, Activate, Deactivate, Delete and Refresh over a grid. */
export function gridCommands(
  preview: Preview,
  app: string,
  table: Table,
  rows: readonly Row[],
  selection: ReadonlySet<string>,
  refresh: () => void,
): readonly CommandButton[] {
  const { say } = preview;
  const states = table.columns.get("statecode")?.choices ?? [];
  const chosen = [...selection];
  const known = new Map(rows.map((row) => [row[table.idColumn] as string, row["statecode"] as number | undefined]));
  const anyIn = (state: number) => chosen.some((id) => (known.get(id) ?? state) === state);
  return [
    { id: "NewRecord", label: say("new"), icon: "add", run: () => navigate({ pagetype: "entityrecord", app, etn: table.name }) },
    ...(chosen.length > 0 && states.length > 1 && anyIn(1)
      ? [{ id: "Activate", label: say("activate"), icon: "activate" as const, run: () => setState(preview, table, chosen, 0, refresh) }]
      : []),
    ...(chosen.length > 0 && states.length > 1 && anyIn(0)
      ? [
          {
            id: "Deactivate",
            label: say("deactivate"),
            icon: "deactivate" as const,
            run: () => setState(preview, table, chosen, 1, refresh),
          },
        ]
      : []),
    ...(chosen.length > 0
      ? [{ id: "Delete", label: say("delete"), icon: "delete" as const, run: () => deleteRows(preview, table, chosen, refresh) }]
      : []),
    { id: "Refresh", label: say("refresh"), icon: "refresh", run: refresh },
  ];
}

/** Changes the state of rows, one after the other; the first refusal ends it. */
export async function setState(preview: Preview, table: Table, ids: readonly string[], state: number, done: () => void): Promise<void> {
  const status = table.columns.get("statecode")?.choices.find((each) => each.value === state)?.defaultStatus;
  try {
    for (const id of ids) {
      await preview.webApi.send(
        "PATCH",
        `${table.entitySet}(${id})`,
        { statecode: state, ...(status == null ? {} : { statuscode: status }) },
        { headers: { "If-Match": "*" } },
      );
    }
  } catch (error) {
    await preview.dialogs.error(error);
  }
  done();
}

/** Deletes rows after asking; the first refusal ends it. */
export async function deleteRows(preview: Preview, table: Table, ids: readonly string[], done: () => void): Promise<void> {
  const { dialogs, say, webApi } = preview;
  if (!(await dialogs.confirm(say("deleteTitle"), say("deleteText", ids.length), say("delete")))) return;
  try {
    for (const id of ids) await webApi.send("DELETE", `${table.entitySet}(${id})`);
  } catch (error) {
    await dialogs.error(error);
  }
  done();
}
