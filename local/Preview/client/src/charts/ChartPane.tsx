import { Dropdown, Option, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { inApp } from "../design/designs";
import type { Refinement } from "../design/view";
import type { Table } from "../server/definitions";
import { Await } from "../shell/Shell";
import { useApp, useLoaded, usePreview } from "../shell/appContext";
import { ChartView } from "./ChartView";

const useStyles = makeStyles({
  pane: {
    width: "min(440px, 40%)",
    flexShrink: 0,
    overflow: "auto",
    padding: "12px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  picker: { width: "100%", marginBottom: "12px" },
});

/** The charts of a table beside its grid, over the same rows. */
export function ChartPane({ table, fetchXml, refinement }: { table: Table; fetchXml: string; refinement: Refinement }) {
  const styles = useStyles();
  const { designs, say } = usePreview();
  const app = useApp();
  const charts = useLoaded(() => designs.charts(table.name), [designs, table]);
  const [chosen, setChosen] = useState<string | undefined>();
  return (
    <aside className={styles.pane} aria-label={say("chart")}>
      <Await loaded={charts}>
        {(found) => {
          const all = inApp(app, found);
          const chart = all.find((each) => each.id === chosen) ?? all[0];
          if (!chart) return <Text>{say("noChartData")}</Text>;
          return (
            <>
              <Dropdown
                className={styles.picker}
                aria-label={say("chart")}
                value={chart.name}
                selectedOptions={[chart.id]}
                onOptionSelect={(_, { optionValue }) => setChosen(optionValue)}
              >
                {all.map((each) => (
                  <Option key={each.id} value={each.id}>
                    {each.name}
                  </Option>
                ))}
              </Dropdown>
              <ChartView chart={chart} table={table} fetchXml={fetchXml} refinement={refinement} />
            </>
          );
        }}
      </Await>
    </aside>
  );
}
