import * as React from "react";
import { moneyText, say, type Reader } from "../../src/vocabulary/reader";
import type { Figures } from "../src/DataTable";
import { Visual } from "../src/Visual";
import type { Host } from "../src/host";
import { portfolioAnalysis, type AccountPoint, type PortfolioAnalysis } from "../src/portfolioAnalysis";
import { useLoaded } from "../src/useLoaded";
import { Matrix } from "./Matrix";
import { potentialText, quadrantText, valueText } from "./accountTexts";

const account = "account";

/** Accounts by value score and potential, segments by colour and shape; an account opens with Enter or a click. */
export function ValuePotentialMatrixVisual({ host }: { readonly host: Host }): React.ReactElement {
  const { record, reader } = host;
  const loaded = useLoaded<PortfolioAnalysis | null>(`${record.table} ${record.id}`, () => portfolioAnalysis(host));
  const open = (point: AccountPoint): void => {
    host.openRow(account, point.accountId);
  };
  return (
    <Visual
      host={host}
      title="valuePotentialMatrix.title"
      loaded={loaded}
      emptiness={(analysis) => emptinessOf(host, analysis)}
      draw={(analysis) => analysis && <Matrix analysis={analysis} reader={reader} open={open} />}
      figures={(analysis) => (analysis ? figuresOf(analysis, reader, open) : { columns: [], rows: [] })}
    />
  );
}

function emptinessOf({ record }: Host, analysis: PortfolioAnalysis | null): string | null {
  if (record.table === "kam_portfolio" && record.id === "") return "visual.saveFirst";
  return (analysis?.points.length ?? 0) === 0 ? "valuePotentialMatrix.none" : null;
}

/** Every account as a table, also those the drawing has no place for. */
export function figuresOf({ points, currency }: PortfolioAnalysis, reader: Reader, open: (point: AccountPoint) => void): Figures {
  const column = (key: string, isNumber = false): { label: string; isNumber: boolean } => ({
    label: say(reader, `valuePotentialMatrix.column${key}`),
    isNumber,
  });
  return {
    columns: [
      column("Account"),
      column("Segment"),
      column("Value", true),
      column("Potential", true),
      column("Revenue", true),
      column("Quadrant"),
    ],
    rows: points.map((point) => [
      point.name,
      point.segment ?? "",
      valueText(point, reader),
      potentialText(point, currency, reader),
      moneyText(reader, point.revenue, currency),
      quadrantText(point.quadrant, reader),
    ]),
    open: (row) => {
      const point = points[row];
      if (point) open(point);
    },
  };
}
