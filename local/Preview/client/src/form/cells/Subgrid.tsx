import { Text } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { ChartView } from "../../charts/ChartView";
import type { Refinement, View } from "../../design/view";
import { guid } from "../../design/xml";
import { PcfControl } from "../../pcf/PcfControl";
import type { DataSetRows } from "../../pcf/dataSet";
import type { CustomControlUse } from "../../design/formXml";
import { gridColumnsOf } from "../../grid/gridColumns";
import { useRows } from "../../grid/useRows";
import type { Table } from "../../server/definitions";
import { Await } from "../../shell/Shell";
import { useLoaded, usePreview } from "../../shell/appContext";
import type { FormController } from "../formController";
import type { ControlState, FormModel } from "../formModel";
import { RelatedRows } from "./RelatedRows";

/** Rows that belong to the row of a form, or a list beside it. */
export function Subgrid({ controller, control }: { controller: FormController; control: ControlState }) {
  const { designs, definitions, say } = usePreview();
  const parameters = control.cell.control?.parameters;
  const target = parameters?.get("TargetEntityType") ?? "";
  const loaded = useLoaded(async () => {
    const [table, views] = await Promise.all([definitions.table(target), designs.views(target)]);
    const wanted = guid(parameters?.get("ViewId"));
    const view = views.find((each) => each.id === wanted) ?? views.find((each) => each.isDefault && each.type === 0) ?? views[0];
    const chartId = guid(parameters?.get("VisualizationId"));
    const chart = chartId ? ((await designs.charts(target)).find((each) => each.id === chartId) ?? null) : null;
    const picked = (parameters?.get("ViewIds") ?? "").split(",").map(guid).filter(Boolean);
    return { table, view, chart, views: views.filter((each) => picked.includes(each.id)) };
  }, [definitions, designs, target, parameters]);
  return (
    <Await loaded={loaded}>
      {({ table, view, chart, views }) => {
        if (!view) return <Text>{say("noView", table.plural)}</Text>;
        const relation = relationOf(controller.model, table, parameters?.get("RelationshipName") ?? "");
        if (relation !== null && controller.model.isNew) return <Text>{say("saveFirst")}</Text>;
        if (chart && parameters?.get("ChartGridMode") === "Chart") {
          return <ChartView chart={chart} table={table} fetchXml={view.fetchXml} refinement={relation?.refinement ?? {}} />;
        }
        const use = control.cell.control?.custom;
        if (use) return <CustomRows controller={controller} control={control} use={use} table={table} view={view} relation={relation} />;
        return (
          <RelatedRows
            controller={controller}
            control={control}
            title={control.label || table.plural}
            showsTitle={control.label !== control.section?.label || !control.section.design.showLabel}
            table={table}
            views={views.length > 0 ? views : [view]}
            initial={view}
            relation={relation}
            turn={control.turn}
            rowsShown={Number(parameters?.get("RecordsPerPage") ?? 4)}
          />
        );
      }}
    </Await>
  );
}

export interface Relation {
  /** SchemaName of the relationship. */
  readonly name: string;
  readonly refinement: Refinement;
  /** Column of the related rows that points to the form's row; null for a many-to-many relation. */
  readonly column: string | null;
  readonly parent: { readonly id: string; readonly name: string; readonly entityType: string };
}

// Null for a grid that shows all rows.
function relationOf(model: FormModel, table: Table, name: string): Relation | null {
  if (!name) return null;
  const parent = { id: model.entityId ?? "", name: model.name, entityType: model.table.name };
  const children = model.table.children.find((each) => each.schemaName === name && each.table === table.name);
  if (children) return { name, refinement: { parent: { column: children.column, id: parent.id } }, column: children.column, parent };
  const many = model.table.manyToMany.find((each) => each.schemaName === name);
  if (!many) throw new Error(`The relationship ${name} of the grid does not tie ${model.table.name} to ${table.name}.`);
  const own = many.tables[0] === table.name ? 0 : 1;
  return {
    name,
    refinement: {
      tied: {
        intersectTable: many.intersectTable,
        ownColumn: many.columns[own],
        otherColumn: many.columns[own === 0 ? 1 : 0],
        id: parent.id,
      },
    },
    column: null,
    parent,
  };
}

interface CustomRowsProps {
  readonly controller: FormController;
  readonly control: ControlState;
  readonly use: CustomControlUse;
  readonly table: Table;
  readonly view: View;
  readonly relation: Relation | null;
}

/** The rows of a grid, handed to a custom control. */
function CustomRows({ controller, control, use, table, view, relation }: CustomRowsProps) {
  const { webApi, definitions } = usePreview();
  const [turn, setTurn] = useState(0);
  const columns = useLoaded(() => gridColumnsOf(view, table, definitions), [view, table, definitions]);
  const { rows, isLoading } = useRows(webApi, table.entitySet, view.fetchXml, relation?.refinement ?? {}, turn + control.turn);
  const data = useMemo<DataSetRows | null>(
    () =>
      columns.state === "ready"
        ? { table, viewId: view.id, columns: columns.value, rows, isLoading, refresh: () => setTurn((before) => before + 1) }
        : null,
    [columns, table, view, rows, isLoading],
  );
  return <PcfControl controller={controller} control={control} use={use} rows={data} />;
}
