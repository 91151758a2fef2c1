import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { DataBarVertical20Regular, Table20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Chart } from "../design/designs";
import type { Refinement } from "../design/view";
import type { Table } from "../server/definitions";
import { Await } from "../shell/Shell";
import { useLoaded, usePreview } from "../shell/appContext";
import { chartData, chartQuery, readChart } from "./chartData";
import { ChartPicture } from "./ChartPicture";

const useStyles = makeStyles({
  head: { display: "flex", justifyContent: "space-between", alignItems: "start", gap: "8px" },
  table: {
    borderCollapse: "collapse",
    width: "100%",
    "& th, & td": { textAlign: "left", padding: "4px 8px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    "& td + td, & th + th": { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  },
  scroll: { overflow: "auto", maxHeight: "360px" },
});

/** A chart over the rows of a view, with the same figures as a table. */
export function ChartView({
  chart,
  table,
  fetchXml,
  refinement,
}: {
  chart: Chart;
  table: Table;
  fetchXml: string;
  refinement: Refinement;
}) {
  const styles = useStyles();
  const { webApi, say, locale } = usePreview();
  const [isTable, setTable] = useState(false);
  const loaded = useLoaded(async () => {
    const design = readChart(chart.data, chart.presentation);
    const { rows } = await webApi.fetch(table.entitySet, chartQuery(design, fetchXml, refinement));
    return { design, data: chartData(design, rows, say("none"), (alias) => nameOfMeasure(design.fetchXml, alias, table), locale) };
  }, [chart, table, fetchXml, JSON.stringify(refinement), webApi]);
  return (
    <section aria-label={chart.name}>
      <div className={styles.head}>
        <div>
          <Text as="h3" weight="semibold" style={{ margin: 0 }}>
            {chart.name}
          </Text>
        </div>
        <Button
          size="small"
          appearance="subtle"
          icon={isTable ? <DataBarVertical20Regular /> : <Table20Regular />}
          aria-pressed={isTable}
          title={say(isTable ? "showAsChart" : "showTable")}
          aria-label={say(isTable ? "showAsChart" : "showTable")}
          onClick={() => setTable((before) => !before)}
        />
      </div>
      <Await loaded={loaded}>
        {({ design, data }) =>
          data.categories.length === 0 ? (
            <Text>{say("noChartData")}</Text>
          ) : isTable ? (
            <div className={styles.scroll} tabIndex={0} role="region" aria-label={chart.name}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{table.label}</th>
                    {data.series.map((series) => (
                      <th key={series.name} scope="col">
                        {series.name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {data.categories.map((category, index) => (
                    <tr key={category}>
                      <th scope="row">{category}</th>
                      {data.series.map((series) => (
                        <td key={series.name}>{series.texts[index]}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : (
            <ChartPicture name={chart.name} data={data} colors={design.colors} />
          )
        }
      </Await>
    </section>
  );
}

function nameOfMeasure(fetchXml: string, alias: string, table: Table): string {
  const attribute = new RegExp(`<attribute[^>]*alias="${alias}"[^>]*>`).exec(fetchXml)?.[0] ?? "";
  const name = /\sname="([^"]*)"/.exec(attribute)?.[1] ?? alias;
  const isCount = attribute.includes('aggregate="count');
  return isCount && name === table.idColumn ? table.plural : (table.columns.get(name)?.label ?? name);
}
