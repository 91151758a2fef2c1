import { Button, Dropdown, MessageBar, MessageBarBody, Option, Text, makeStyles } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons";
import { useEffect, useMemo, useState } from "react";
import { SmallCommands } from "../../commands/CommandBar";
import { useRibbon } from "../../commands/useRibbon";
import { sortingOf, type ColumnFilter, type Refinement, type Sorting, type View } from "../../design/view";
import { Grid } from "../../grid/Grid";
import { gridColumnsOf } from "../../grid/gridColumns";
import { useGridControl } from "../../grid/useGridControl";
import { useRows } from "../../grid/useRows";
import type { Table } from "../../server/definitions";
import { Await } from "../../shell/Shell";
import { useApp, useLoaded, usePreview } from "../../shell/appContext";
import { messageOf } from "../../shell/failures";
import { navigate } from "../../shell/navigation";
import type { GridState } from "../../xrm/gridControl";
import type { FormController } from "../formController";
import type { ControlState } from "../formModel";
import { openQuickCreate } from "../quickCreate";
import type { Relation } from "./Subgrid";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px", marginBottom: "6px" },
  grid: { display: "flex", flexDirection: "column" },
  title: { flexGrow: 1 },
  picker: { minWidth: "160px" },
});

interface RelatedRowsProps {
  /** The form they stand on; none on a dashboard. */
  readonly controller?: FormController;
  readonly control?: ControlState;
  readonly title: string;
  /** False where the same words stand above it already. */
  readonly showsTitle?: boolean;
  readonly table: Table;
  readonly views: readonly View[];
  readonly initial: View;
  readonly relation: Relation | null;
  readonly turn: number;
  readonly rowsShown: number;
}

/** A list with its own small command bar: on a form or a dashboard. */
export function RelatedRows(props: RelatedRowsProps) {
  const { controller, control, title, showsTitle = true, table, views, relation } = props;
  const styles = useStyles();
  const { webApi, definitions, designs, say } = usePreview();
  const app = useApp();
  const [view, setView] = useState(props.initial);
  const columns = useLoaded(() => gridColumnsOf(view, table, definitions), [view, table, definitions]);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [filters, setFilters] = useState<readonly ColumnFilter[]>([]);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState(0);
  const [ribbonTurn, setRibbonTurn] = useState(0);
  const refinement = useMemo<Refinement>(() => ({ ...relation?.refinement, sorting, filters }), [relation, sorting, filters]);
  const rows = useRows(webApi, table.entitySet, view.fetchXml, refinement, props.turn + added);
  const state: GridState = {
    name: control?.name ?? title,
    label: title,
    table,
    rows: rows.rows,
    total: rows.total,
    selection,
    view,
    relationship: relation?.name ?? null,
    refresh: () => {
      setSelection(new Set());
      setAdded((before) => before + 1);
    },
    refreshRibbon: () => setRibbonTurn((before) => before + 1),
  };
  const gridControl = useGridControl(state);
  useEffect(() => {
    if (control) control.grid = state;
  });
  const model = controller?.model;
  const form = controller && model ? { table: model.table, id: model.entityId, context: controller.scripts.formContext } : null;
  const ribbon = useRibbon(table.name, "SubGrid", { form, grid: { state, control: gridControl } }, [
    [...selection].join(),
    rows.rows,
    ribbonTurn,
    model?.ribbonTurn,
    model?.hasScripts,
  ]);
  const add = async () => {
    const values = relation?.column ? { [relation.column]: [{ ...relation.parent, id: `{${relation.parent.id.toUpperCase()}}` }] } : {};
    if ((await designs.forms(table.name)).some((each) => each.type === 7)) {
      if ((await openQuickCreate(table.name, values)) !== null) setAdded((before) => before + 1);
    } else await navigate({ pagetype: "entityrecord", app: app.uniqueName, etn: table.name, extraqs: JSON.stringify(values) });
  };
  return (
    <div className={styles.grid}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.title}>
          {showsTitle ? title : ""}
        </Text>
        {views.length > 1 && (
          <Dropdown
            size="small"
            className={styles.picker}
            aria-label={say("view")}
            value={view.name}
            selectedOptions={[view.id]}
            onOptionSelect={(_, { optionValue }) => setView(views.find((each) => each.id === optionValue) ?? view)}
          >
            {views.map((each) => (
              <Option key={each.id} value={each.id}>
                {each.name}
              </Option>
            ))}
          </Dropdown>
        )}
        <SmallCommands label={title} commands={ribbon.buttons} />
        <Button size="small" appearance="subtle" icon={<Add16Regular />} onClick={() => void add()}>
          {say("add", table.label)}
        </Button>
      </div>
      {[...ribbon.problems, ...(rows.error === null ? [] : [messageOf(rows.error)])].map((each) => (
        <MessageBar key={each} intent="error" layout="multiline">
          <MessageBarBody>{each}</MessageBarBody>
        </MessageBar>
      ))}
      <Await loaded={columns}>
        {(shown) => (
          <Grid
            label={title}
            table={table}
            columns={shown}
            rows={rows.rows}
            isLoading={rows.isLoading}
            sorting={sorting ?? sortingOf(view.fetchXml)}
            filters={filters}
            selection={selection}
            onSelect={setSelection}
            onSort={setSorting}
            onFilter={(key, filter) => setFilters((before) => [...before.filter((each) => each.key !== key), ...(filter ? [filter] : [])])}
            maxHeight={`${String((Math.max(props.rowsShown, 4) + 1) * 36 + 18)}px`}
          />
        )}
      </Await>
    </div>
  );
}
