import { Button, Dropdown, MessageBar, MessageBarBody, Option, SearchBox, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { ChartPane } from "../charts/ChartPane";
import { CommandBar, type CommandButton } from "../commands/CommandBar";
import { gridCommands } from "../commands/standardCommands";
import { useRibbon } from "../commands/useRibbon";
import { inApp } from "../design/designs";
import { quickFindColumns, sortingOf, type ColumnFilter, type Sorting, type View } from "../design/view";
import type { Table } from "../server/definitions";
import { Await } from "../shell/Shell";
import { useApp, useLoaded, usePreview } from "../shell/appContext";
import { navigate } from "../shell/navigation";
import type { GridState } from "../xrm/gridControl";
import { Grid } from "./Grid";
import { gridColumnsOf } from "./gridColumns";
import { useGridControl } from "./useGridControl";
import { useRows } from "./useRows";
import { messageOf } from "../shell/failures";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "8px", height: "100%", minHeight: 0 },
  head: { display: "flex", alignItems: "center", gap: "12px", flexWrap: "wrap" },
  views: { minWidth: "280px", fontWeight: tokens.fontWeightSemibold },
  grow: { flexGrow: 1 },
  body: { display: "flex", gap: "12px", flexGrow: 1, minHeight: 0 },
  list: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0, minHeight: 0 },
  foot: { color: tokens.colorNeutralForeground3, paddingTop: "4px" },
});

/** The rows of a table: one view after the other. */
export function ViewPage({ table, viewId }: { table: string; viewId: string | undefined }) {
  const { definitions, designs, say } = usePreview();
  const app = useApp();
  const loaded = useLoaded(async () => {
    const [definition, views] = await Promise.all([definitions.table(table), designs.views(table)]);
    return { definition, views };
  }, [definitions, designs, table]);
  return (
    <Await loaded={loaded}>
      {({ definition, views }) => {
        const shown = inApp(
          app,
          views.filter((each) => each.type === 0),
        );
        const all = [...shown].sort((a, b) => a.name.localeCompare(b.name));
        const view = all.find((each) => each.id === viewId) ?? shown.find((each) => each.isDefault) ?? shown[0];
        const quickFind = views.find((each) => each.type === 4);
        if (!view) return <Text>{say("noView", definition.plural)}</Text>;
        return (
          <ShownView
            key={view.id}
            table={definition}
            view={view}
            views={all}
            searched={quickFind ? quickFindColumns(quickFind.fetchXml) : definition.nameColumn ? [definition.nameColumn] : []}
          />
        );
      }}
    </Await>
  );
}

function ShownView({ table, view, views, searched }: { table: Table; view: View; views: readonly View[]; searched: readonly string[] }) {
  const styles = useStyles();
  const preview = usePreview();
  const { webApi, definitions, say } = preview;
  const app = useApp();
  const columns = useLoaded(() => gridColumnsOf(view, table, definitions), [view, table, definitions]);
  const [sorting, setSorting] = useState<Sorting | null>(() => sortingOf(view.fetchXml));
  const [isSorted, setSorted] = useState(false);
  const [filters, setFilters] = useState<readonly ColumnFilter[]>([]);
  const [search, setSearch] = useState("");
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [showsChart, setShowsChart] = useState(false);
  const [turn, setTurn] = useState(0);
  const refinement = useMemo(
    () => ({ sorting: isSorted ? sorting : null, filters, search: search ? { text: search, columns: searched } : null }),
    [isSorted, sorting, filters, search, searched],
  );
  const rows = useRows(webApi, table.entitySet, view.fetchXml, refinement, turn);
  const refresh = () => {
    setSelection(new Set());
    setTurn((before) => before + 1);
  };
  const [ribbonTurn, setRibbonTurn] = useState(0);
  const state: GridState = {
    name: "gridControl",
    label: view.name,
    table,
    rows: rows.rows,
    total: rows.total,
    selection,
    view,
    relationship: null,
    refresh,
    refreshRibbon: () => setRibbonTurn((before) => before + 1),
  };
  const control = useGridControl(state);
  const ribbon = useRibbon(table.name, "HomepageGrid", { form: null, grid: { state, control } }, [
    [...selection].join(),
    rows.rows,
    ribbonTurn,
  ]);
  const commands: readonly CommandButton[] = [
    ...gridCommands(preview, app.uniqueName, table, rows.rows, selection, refresh),
    { id: "chart", label: say(showsChart ? "hideChart" : "showChart"), icon: "chart", run: () => setShowsChart((before) => !before) },
    ...ribbon.buttons,
  ];
  return (
    <div className={styles.page}>
      <CommandBar label={table.plural} commands={commands} problems={ribbon.problems} />
      <div className={styles.head}>
        <Text as="h1" size={500} weight="semibold" style={{ margin: 0 }}>
          {table.plural}
        </Text>
        <Dropdown
          className={styles.views}
          aria-label={say("view")}
          value={view.name}
          selectedOptions={[view.id]}
          onOptionSelect={(_, { optionValue }) =>
            optionValue && void navigate({ pagetype: "entitylist", app: app.uniqueName, etn: table.name, viewid: optionValue })
          }
        >
          {views.map((each) => (
            <Option key={each.id} value={each.id}>
              {each.name}
            </Option>
          ))}
        </Dropdown>
        <span className={styles.grow} />
        {filters.length > 0 && <Button onClick={() => setFilters([])}>{say("clearFilter")}</Button>}
        {searched.length > 0 && <Search onSearch={setSearch} />}
      </div>
      {rows.error !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{messageOf(rows.error)}</MessageBarBody>
        </MessageBar>
      )}
      <Await loaded={columns}>
        {(drawn) => (
          <div className={styles.body}>
            {showsChart && <ChartPane table={table} fetchXml={view.fetchXml} refinement={refinement} />}
            <div className={styles.list}>
              <Grid
                label={view.name}
                table={table}
                columns={drawn}
                rows={rows.rows}
                isLoading={rows.isLoading}
                sorting={sorting}
                filters={filters}
                selection={selection}
                onSelect={setSelection}
                onSort={(next) => {
                  setSorted(true);
                  setSorting(next);
                }}
                onFilter={(key, filter) =>
                  setFilters((before) => [...before.filter((each) => each.key !== key), ...(filter ? [filter] : [])])
                }
              />
              <Text size={200} className={styles.foot} role="status">
                {say("rows", (rows.total ?? rows.rows.length).toLocaleString(preview.locale))}
                {selection.size > 0 && ` · ${say("selected", selection.size)}`}
              </Text>
            </div>
          </div>
        )}
      </Await>
    </div>
  );
}

function Search({ onSearch }: { onSearch: (text: string) => void }) {
  const { say } = usePreview();
  const [text, setText] = useState("");
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text);
      }}
    >
      <SearchBox
        aria-label={say("search")}
        placeholder={say("search")}
        value={text}
        onChange={(_, { value }) => {
          setText(value);
          if (value === "") onSearch("");
        }}
      />
    </form>
  );
}
