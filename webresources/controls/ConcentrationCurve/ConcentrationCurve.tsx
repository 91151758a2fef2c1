import * as React from "react";
import { decimalText, percentText, say, type Reader } from "../../src/vocabulary/reader";
import type { Figures } from "../src/DataTable";
import { Visual } from "../src/Visual";
import type { Host } from "../src/host";
import { portfolioAnalysis, type PortfolioAnalysis } from "../src/portfolioAnalysis";
import { useLoaded } from "../src/useLoaded";
import { Curve } from "./Curve";
import { curveOf } from "./layout";

/** How much of the revenue few accounts bring, what hangs on key accounts, and the Herfindahl index. */
export function ConcentrationCurveVisual({ host }: { readonly host: Host }): React.ReactElement {
  const { record, reader } = host;
  const loaded = useLoaded<PortfolioAnalysis | null>(`${record.table} ${record.id}`, () => portfolioAnalysis(host));
  return (
    <Visual
      host={host}
      title="concentrationCurve.title"
      loaded={loaded}
      emptiness={(analysis) => emptinessOf(host, analysis)}
      draw={(analysis) => analysis && <Curve analysis={analysis} reader={reader} />}
      figures={(analysis) => figuresOf(analysis?.pareto ?? [], reader)}
    />
  );
}

function emptinessOf({ record }: Host, analysis: PortfolioAnalysis | null): string | null {
  if (record.table === "kam_portfolio" && record.id === "") return "visual.saveFirst";
  return (analysis?.pareto.length ?? 0) === 0 ? "concentrationCurve.none" : null;
}

/** The points of the curve as a table. */
export function figuresOf(pareto: PortfolioAnalysis["pareto"], reader: Reader): Figures {
  const percent = (value: number): string => percentText(decimalText(reader, value, 1));
  return {
    columns: [
      { label: say(reader, "concentrationCurve.columnAccounts"), isNumber: true },
      { label: say(reader, "concentrationCurve.columnRevenue"), isNumber: true },
    ],
    rows: curveOf(pareto)
      .slice(1)
      .map(({ accounts, revenue }) => [percent(accounts), percent(revenue)]),
  };
}
