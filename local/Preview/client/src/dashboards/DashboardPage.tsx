import { Dropdown, Option, Text, makeStyles, tokens } from "@fluentui/react-components";
import { ChartView } from "../charts/ChartView";
import { inApp, type Form } from "../design/designs";
import { readForm, type FormControl } from "../design/formXml";
import { guid } from "../design/xml";
import { RelatedRows } from "../form/cells/RelatedRows";
import { Await } from "../shell/Shell";
import { useApp, useLoaded, usePreview } from "../shell/appContext";
import { navigate } from "../shell/navigation";
import { WebResourceFrame } from "../shell/WebResourceFrame";
import { ControlClass } from "../xrm/controlApi";
import { HomeTiles } from "./HomeTiles";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: "12px" },
  head: { display: "flex", alignItems: "center", gap: "12px" },
  picker: { minWidth: "280px" },
  columns: { display: "grid", gap: "12px", alignItems: "start", "@media (max-width: 900px)": { gridTemplateColumns: "1fr !important" } },
  column: { display: "flex", flexDirection: "column", gap: "12px", minWidth: 0 },
  tile: {
    padding: "12px",
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
});

/** A dashboard of the solution, or the one chosen last. Without any: where the app leads to. */
export function DashboardPage({ id }: { id: string | undefined }) {
  const styles = useStyles();
  const { designs, say } = usePreview();
  const app = useApp();
  const dashboards = useLoaded(() => designs.dashboards(), [designs]);
  return (
    <Await loaded={dashboards}>
      {(found) => {
        const all = inApp(app, found);
        const shown = all.find((each) => each.id === id) ?? all[0];
        if (!shown) return <HomeTiles />;
        return (
          <div className={styles.page}>
            <div className={styles.head}>
              <Text as="h1" size={500} weight="semibold" style={{ margin: 0 }}>
                {shown.name}
              </Text>
              {all.length > 1 && (
                <Dropdown
                  className={styles.picker}
                  aria-label={say("dashboards")}
                  value={shown.name}
                  selectedOptions={[shown.id]}
                  onOptionSelect={(_, { optionValue }) =>
                    optionValue && void navigate({ pagetype: "dashboard", app: app.uniqueName, id: optionValue })
                  }
                >
                  {all.map((each) => (
                    <Option key={each.id} value={each.id}>
                      {each.name}
                    </Option>
                  ))}
                </Dropdown>
              )}
            </div>
            <Dashboard key={shown.id} form={shown} />
          </div>
        );
      }}
    </Await>
  );
}

function Dashboard({ form }: { form: Form }) {
  const styles = useStyles();
  const { language } = usePreview();
  const design = readForm(form.xml, language);
  return (
    <>
      {design.tabs
        .filter((tab) => tab.visible)
        .map((tab) => (
          <div
            key={tab.name}
            className={styles.columns}
            style={{
              gridTemplateColumns: tab.columns.map((each) => `minmax(0, ${String(Number.parseFloat(each.width) || 100)}fr)`).join(" "),
            }}
          >
            {tab.columns.map((column, index) => (
              <div key={index} className={styles.column}>
                {column.sections
                  .filter((section) => section.visible)
                  .map((section) => (
                    <div
                      key={section.name}
                      className={styles.columns}
                      style={{ gridTemplateColumns: `repeat(${String(section.columns)}, minmax(0, 1fr))` }}
                    >
                      {section.rows.flat().map((cell) =>
                        cell.control && cell.visible ? (
                          <div
                            key={cell.id}
                            className={styles.tile}
                            style={{ gridColumn: `span ${String(Math.min(cell.colSpan, section.columns))}` }}
                          >
                            <Tile control={cell.control} label={cell.label} rows={cell.rowSpan} />
                          </div>
                        ) : null,
                      )}
                    </div>
                  ))}
              </div>
            ))}
          </div>
        ))}
    </>
  );
}

function Tile({ control, label, rows }: { control: FormControl; label: string; rows: number }) {
  const { designs, definitions, say } = usePreview();
  const { parameters } = control;
  const target = parameters.get("TargetEntityType") ?? "";
  const loaded = useLoaded(async () => {
    if (!target) return null;
    const [table, views, charts] = await Promise.all([definitions.table(target), designs.views(target), designs.charts(target)]);
    const view = views.find((each) => each.id === guid(parameters.get("ViewId"))) ?? views.find((each) => each.isDefault);
    return { table, view, chart: charts.find((each) => each.id === guid(parameters.get("VisualizationId"))) };
  }, [definitions, designs, control]);
  const url = parameters.get("Url")?.replace(/^\$webresource:/, "");
  if (control.classId === ControlClass.webResource && url) {
    return <WebResourceFrame name={url} query="" title={label || url} height={`${String(Math.max(rows, 4) * 32)}px`} />;
  }
  if (!target) return <Text>{say("notShown", `${control.id} {${control.classId}}`)}</Text>;
  return (
    <Await loaded={loaded}>
      {(found) => {
        if (!found?.view) return <Text>{say("noView", found?.table.plural ?? target)}</Text>;
        const { table, view, chart } = found;
        const mode = parameters.get("ChartGridMode") ?? "Grid";
        return (
          <>
            {chart && mode !== "Grid" && <ChartView chart={chart} table={table} fetchXml={view.fetchXml} refinement={{}} />}
            {(mode !== "Chart" || !chart) && (
              <RelatedRows
                title={label || view.name}
                table={table}
                views={[view]}
                initial={view}
                relation={null}
                turn={0}
                rowsShown={Number(parameters.get("RecordsPerPage") ?? 6)}
              />
            )}
          </>
        );
      }}
    </Await>
  );
}
