import { Text, makeStyles, tokens } from "@fluentui/react-components";
import * as React from "react";
import { dayText, decimalText, moneyText, percentText, say, type Reader } from "../../src/vocabulary/reader";
import type { PortfolioAnalysis } from "../src/portfolioAnalysis";
import { nextIndex } from "../src/roving";
import { useWidth } from "../src/useWidth";
import { curveOf, pathOf, place, pointAt, pointReaching, type Area, type CurvePoint } from "./layout";

const height = 320;
const margin = { left: 56, right: 16, top: 10, bottom: 44 };
const most = 10_000;
const fourFifths = 80;

const useStyles = makeStyles({
  tiles: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(150px, 1fr))",
    columnGap: "16px",
    rowGap: "8px",
    marginTop: 0,
    marginBottom: "12px",
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, margin: 0 },
  figure: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1, margin: 0 },
  slider: {
    outlineStyle: "none",
    borderRadius: "4px",
    ":focus-visible": { boxShadow: `0 0 0 2px ${tokens.colorStrokeFocus2}` },
  },
  drawing: { display: "block", userSelect: "none" },
  axis: { fill: tokens.colorNeutralForeground2, fontSize: "11px" },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: "1px" },
  equal: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: "1px", strokeDasharray: "4 3" },
  curve: { stroke: tokens.colorBrandForeground1, strokeWidth: "2.5px", fill: "none" },
  ground: { fill: tokens.colorBrandBackground2 },
  guide: { stroke: tokens.colorNeutralForeground1, strokeWidth: "1px", strokeDasharray: "2 3" },
  point: { fill: tokens.colorBrandForeground1, stroke: tokens.colorNeutralBackground1, strokeWidth: "2px" },
  said: { display: "block", minHeight: "22px", color: tokens.colorNeutralForeground1 },
  about: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The key figures and the curve: one tab stop, arrow keys walk along it, the sentence of the point stands below. */
export function Curve({ analysis, reader }: { readonly analysis: PortfolioAnalysis; readonly reader: Reader }): React.ReactElement {
  const styles = useStyles();
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const points = React.useMemo(() => curveOf(analysis.pareto), [analysis]);
  const [chosen, setChosen] = React.useState(() => pointReaching(fourFifths, points));
  const active = points[Math.min(chosen, points.length - 1)] ?? { accounts: 0, revenue: 0 };
  const area: Area = {
    left: margin.left,
    top: margin.top,
    width: Math.max(80, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  };
  const percent = (value: number): string => percentText(decimalText(reader, value, 1));
  const sentence = say(reader, "concentrationCurve.point", percent(active.accounts), percent(active.revenue));
  const { x, y } = place(active, area);
  return (
    <div ref={frame}>
      <Tiles analysis={analysis} reader={reader} />
      <div
        className={styles.slider}
        role="slider"
        tabIndex={0}
        aria-label={say(reader, "concentrationCurve.curve")}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={Math.min(chosen, points.length - 1)}
        aria-valuetext={sentence}
        onKeyDown={(event) => {
          const next = nextIndex(towards[event.key] ?? event.key, chosen, points.length);
          if (next === null) return;
          event.preventDefault();
          setChosen(next);
        }}
      >
        <svg
          className={styles.drawing}
          width={width}
          height={height}
          aria-hidden="true"
          onMouseMove={(event) => {
            const from = event.currentTarget.getBoundingClientRect().left;
            setChosen(pointAt(((event.clientX - from - area.left) / area.width) * 100, points));
          }}
        >
          <Ground points={points} area={area} reader={reader} />
          <line className={styles.guide} x1={x} x2={x} y1={area.top + area.height} y2={y} />
          <line className={styles.guide} x1={area.left} x2={x} y1={y} y2={y} />
          <circle className={styles.point} cx={x} cy={y} r={6} />
        </svg>
      </div>
      <Text className={styles.said}>{sentence}</Text>
      <Text className={styles.about}>{say(reader, "valueInsights.labelAsOf", dayText(reader, analysis.asOf))}</Text>
    </div>
  );
}

// Up is more on a slider, as right is.
const towards: Readonly<Record<string, string>> = { ArrowUp: "ArrowRight", ArrowDown: "ArrowLeft", PageUp: "PageDown", PageDown: "PageUp" };

function Tiles({ analysis, reader }: { readonly analysis: PortfolioAnalysis; readonly reader: Reader }): React.ReactElement {
  const styles = useStyles();
  const { keyAccountSharePercent, accountsForFourFifths, accounts, herfindahlIndex, revenue, currency } = analysis;
  const unknown = say(reader, "visual.unknown");
  const whole = (value: number): string => decimalText(reader, value, 0);
  const known = (value: number | null | undefined, text: (value: number) => string): string =>
    value === null || value === undefined ? unknown : text(value);
  const tile = (key: string, figure: string): React.ReactElement => (
    <div key={key}>
      <dt className={styles.label}>{say(reader, `concentrationCurve.${key}`)}</dt>
      <dd className={styles.figure}>{figure}</dd>
    </div>
  );
  return (
    <dl className={styles.tiles}>
      {tile(
        "keyAccounts",
        known(keyAccountSharePercent, (share) => percentText(decimalText(reader, share, 1))),
      )}
      {tile(
        "fourFifths",
        known(accountsForFourFifths, (count) => say(reader, "concentrationCurve.fourFifthsOf", whole(count), whole(accounts))),
      )}
      {tile(
        "herfindahl",
        known(herfindahlIndex, (index) => say(reader, "concentrationCurve.herfindahlOf", whole(index), whole(most))),
      )}
      {tile("revenue", moneyText(reader, revenue, currency))}
    </dl>
  );
}

interface GroundProps {
  readonly points: readonly CurvePoint[];
  readonly area: Area;
  readonly reader: Reader;
}

/** The curve over its axes, beside the line on which all accounts bring the same. */
function Ground({ points, area, reader }: GroundProps): React.ReactElement {
  const styles = useStyles();
  const [bottom, right] = [area.top + area.height, area.left + area.width];
  const middle = area.top + area.height / 2;
  return (
    <g>
      {[0, 20, 40, 60, 80, 100].map((share) => {
        const { x, y } = place({ accounts: share, revenue: share }, area);
        return (
          <g key={share}>
            <line className={styles.grid} x1={area.left} x2={right} y1={y} y2={y} />
            <text className={styles.axis} x={area.left - 6} y={y + 4} textAnchor="end">
              {percentText(String(share))}
            </text>
            <text className={styles.axis} x={x} y={bottom + 16} textAnchor="middle">
              {percentText(String(share))}
            </text>
          </g>
        );
      })}
      <path className={styles.ground} d={pathOf(points, area, true)} />
      <line className={styles.equal} x1={area.left} y1={bottom} x2={right} y2={area.top} />
      <text className={styles.axis} x={area.left + area.width * 0.62} y={area.top + area.height * 0.52}>
        {say(reader, "concentrationCurve.equal")}
      </text>
      <path className={styles.curve} d={pathOf(points, area, false)} />
      <text className={styles.axis} x={area.left + area.width / 2} y={bottom + 36} textAnchor="middle">
        {say(reader, "concentrationCurve.columnAccounts")}
      </text>
      <text className={styles.axis} x={12} y={middle} textAnchor="middle" transform={`rotate(-90 12 ${middle})`}>
        {say(reader, "concentrationCurve.columnRevenue")}
      </text>
    </g>
  );
}
