import { Text, makeStyles, tokens } from "@fluentui/react-components";
import * as React from "react";
import { dayText, decimalText, moneyText, say, type Reader } from "../../src/vocabulary/reader";
import type { AccountPoint, PortfolioAnalysis, Quadrant } from "../src/portfolioAnalysis";
import { nearestTowards } from "../src/roving";
import { useWidth } from "../src/useWidth";
import { detailsText, quadrantName } from "./accountTexts";
import {
  accountAt,
  outline,
  placeOfPotential,
  placeOfValue,
  placed,
  potentialScale,
  segmentMarks,
  type Area,
  type PlacedAccount,
  type PotentialScale,
  type SegmentMark,
} from "./layout";

const height = 420;
const margin = { left: 92, right: 12, top: 12, bottom: 44 };
const reach = 14;

// Told apart by shape as well; the last is for accounts without a segment.
const colours = [
  tokens.colorBrandForeground1,
  tokens.colorPaletteGreenForeground1,
  tokens.colorPaletteDarkOrangeForeground1,
  tokens.colorPaletteBerryForeground1,
  tokens.colorNeutralForeground1,
  tokens.colorNeutralForeground3,
];

const useStyles = makeStyles({
  list: {
    position: "relative",
    outlineStyle: "none",
    borderRadius: "4px",
    ":focus-visible": { boxShadow: `0 0 0 2px ${tokens.colorStrokeFocus2}` },
  },
  drawing: { display: "block", userSelect: "none", cursor: "pointer" },
  axis: { fill: tokens.colorNeutralForeground2, fontSize: "11px" },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: "1px" },
  border: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: "1px", strokeDasharray: "4 3" },
  // Readable where points stand behind it.
  quadrant: {
    fill: tokens.colorNeutralForeground2,
    fontSize: "12px",
    fontWeight: 600,
    paintOrder: "stroke",
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "3px",
  },
  amount: {
    fill: tokens.colorNeutralForeground2,
    fontSize: "11px",
    paintOrder: "stroke",
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "3px",
  },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "16px",
    rowGap: "4px",
    listStyleType: "none",
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
  },
  key: { display: "flex", alignItems: "center", columnGap: "4px" },
  details: { minHeight: "40px", paddingTop: "4px", color: tokens.colorNeutralForeground1 },
  about: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, display: "block" },
});

interface MatrixProps {
  readonly analysis: PortfolioAnalysis;
  readonly reader: Reader;
  readonly open: (point: AccountPoint) => void;
}

/** The drawing: one tab stop, arrow keys walk from account to account, what is said of the one stands below. */
export function Matrix({ analysis, reader, open }: MatrixProps): React.ReactElement {
  const styles = useStyles();
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const [chosen, setChosen] = React.useState(0);
  const id = `account-${React.useState(() => Math.random().toString(36).slice(2))[0]}`;
  const area = React.useMemo<Area>(
    () => ({
      left: margin.left,
      top: margin.top,
      width: Math.max(80, width - margin.left - margin.right),
      height: height - margin.top - margin.bottom,
    }),
    [width],
  );
  const scale = React.useMemo(() => potentialScale(analysis.points.flatMap(({ potential }) => potential ?? [])), [analysis]);
  const accounts = React.useMemo(() => placed(analysis.points, scale, area), [analysis, scale, area]);
  const marks = React.useMemo(() => segmentMarks(analysis.points), [analysis]);
  const position = Math.min(chosen, accounts.length - 1);
  const active = accounts[position];
  const under = (event: React.MouseEvent<SVGSVGElement>): number => {
    const corner = event.currentTarget.getBoundingClientRect();
    return accountAt({ x: event.clientX - corner.left, y: event.clientY - corner.top }, accounts, reach);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (!active) return;
    if (event.key === "Enter" || event.key === " ") open(active.account);
    else {
      const next = nextOf(event.key, position, accounts);
      if (next === null) return;
      setChosen(next);
    }
    event.preventDefault();
  };
  const left = analysis.points.length - accounts.length;
  return (
    <div ref={frame}>
      <ul className={styles.legend} aria-label={say(reader, "valuePotentialMatrix.segments")}>
        {marks.map((mark) => (
          <li key={mark.name} className={styles.key}>
            <svg width="14" height="14" aria-hidden="true">
              <path d={outline(mark.shape, { x: 7, y: 7 }, 5)} fill={colours[mark.colour]} />
            </svg>
            {mark.name || say(reader, "valuePotentialMatrix.noSegment")} ({decimalText(reader, mark.count, 0)})
          </li>
        ))}
      </ul>
      <div
        className={styles.list}
        role="listbox"
        tabIndex={0}
        aria-label={say(reader, "valuePotentialMatrix.accounts")}
        aria-activedescendant={active ? id : undefined}
        onKeyDown={onKeyDown}
      >
        <svg
          className={styles.drawing}
          width={width}
          height={height}
          aria-hidden="true"
          onMouseMove={(event) => {
            const index = under(event);
            if (index >= 0 && index !== chosen) setChosen(index);
          }}
          onClick={(event) => {
            const found = accounts[under(event)];
            if (found) open(found.account);
          }}
        >
          <Ground analysis={analysis} scale={scale} area={area} reader={reader} />
          <Points accounts={accounts} marks={marks} />
          <Groups analysis={analysis} area={area} reader={reader} />
          {active && <circle cx={active.x} cy={active.y} r={9} fill="none" stroke={tokens.colorNeutralForeground1} strokeWidth={2} />}
        </svg>
        {active && (
          <div
            className={styles.details}
            role="option"
            id={id}
            aria-selected="true"
            aria-setsize={accounts.length}
            aria-posinset={position + 1}
          >
            <strong>{active.account.name}</strong> {detailsText(active.account, analysis.currency, reader)}
          </div>
        )}
      </div>
      <Text className={styles.about}>
        {say(reader, "valueInsights.labelAsOf", dayText(reader, analysis.asOf))}
        {left > 0 && ` · ${say(reader, "valuePotentialMatrix.unplaced", decimalText(reader, left, 0))}`}
        {analysis.accounts > analysis.points.length &&
          ` · ${say(reader, "valuePotentialMatrix.cut", decimalText(reader, analysis.points.length, 0), decimalText(reader, analysis.accounts, 0))}`}
      </Text>
    </div>
  );
}

function nextOf(key: string, position: number, accounts: readonly PlacedAccount[]): number | null {
  if (key === "Home") return 0;
  return key === "End" ? accounts.length - 1 : nearestTowards(key, position, accounts);
}

interface GroundProps {
  readonly analysis: PortfolioAnalysis;
  readonly scale: PotentialScale;
  readonly area: Area;
  readonly reader: Reader;
}

/** Axes and the borders of the quadrants. */
const Ground = React.memo(function Ground({ analysis, scale, area, reader }: GroundProps): React.ReactElement {
  const styles = useStyles();
  const [right, bottom] = [area.left + area.width, area.top + area.height];
  const [border, level] = [placeOfValue(analysis.valueFrom, area), placeOfPotential(analysis.potentialFrom, scale, area)];
  return (
    <g>
      {[0, 20, 40, 60, 80, 100].map((value) => (
        <text key={value} className={styles.axis} x={placeOfValue(value, area)} y={bottom + 16} textAnchor="middle">
          {value}
        </text>
      ))}
      <text className={styles.axis} x={area.left + area.width / 2} y={bottom + 34} textAnchor="middle">
        {say(reader, "valuePotentialMatrix.columnValue")}
      </text>
      {scale.ticks.map((amount) => {
        const y = placeOfPotential(amount, scale, area);
        return (
          <g key={amount}>
            <line className={styles.grid} x1={area.left} x2={right} y1={y} y2={y} />
            <text className={styles.axis} x={area.left - 6} y={y + 4} textAnchor="end">
              {decimalText(reader, amount, 0)}
            </text>
          </g>
        );
      })}
      <text
        className={styles.axis}
        x={12}
        y={area.top + area.height / 2}
        textAnchor="middle"
        transform={`rotate(-90 12 ${area.top + area.height / 2})`}
      >
        {say(reader, "valuePotentialMatrix.columnPotential")} ({analysis.currency})
      </text>
      <line className={styles.border} x1={border} x2={border} y1={area.top} y2={bottom} />
      <line className={styles.border} x1={area.left} x2={right} y1={level} y2={level} />
    </g>
  );
});

interface GroupsProps {
  readonly analysis: PortfolioAnalysis;
  readonly area: Area;
  readonly reader: Reader;
}

/** What is in each quadrant, in its corner. */
const Groups = React.memo(function Groups({ analysis, area, reader }: GroupsProps): React.ReactElement {
  const styles = useStyles();
  const [right, bottom] = [area.left + area.width, area.top + area.height];
  const corner = (quadrant: Quadrant, x: number, y: number, anchor: "start" | "end"): React.ReactElement => {
    const found = analysis.matrix.find(({ name }) => name === quadrant);
    return (
      <g key={quadrant} textAnchor={anchor}>
        <text className={styles.quadrant} x={x} y={y}>
          {quadrantName(quadrant, reader)}
        </text>
        <text className={styles.amount} x={x} y={y + 14}>
          {say(
            reader,
            "valuePotentialMatrix.group",
            decimalText(reader, found?.accounts ?? 0, 0),
            moneyText(reader, found?.revenue ?? 0, analysis.currency),
          )}
        </text>
      </g>
    );
  };
  return (
    <g>
      {corner("Develop", area.left + 6, area.top + 14, "start")}
      {corner("Partner", right - 6, area.top + 14, "end")}
      {corner("Serve", area.left + 6, bottom - 20, "start")}
      {corner("Keep", right - 6, bottom - 20, "end")}
    </g>
  );
});

/** All accounts, one path a segment: thousands cost no more than a few elements. */
const Points = React.memo(function Points({
  accounts,
  marks,
}: {
  readonly accounts: readonly PlacedAccount[];
  readonly marks: readonly SegmentMark[];
}): React.ReactElement {
  return (
    <g>
      {[...marks].reverse().map((mark) => (
        <path
          key={mark.name}
          fill={colours[mark.colour]}
          fillOpacity={0.85}
          stroke={tokens.colorNeutralBackground1}
          strokeWidth={0.75}
          d={accounts
            .filter(({ account }) => (account.segment ?? "") === mark.name)
            .map((each) => outline(mark.shape, each, 5))
            .join("")}
        />
      ))}
    </g>
  );
});
