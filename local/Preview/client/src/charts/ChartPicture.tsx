import { tokens } from "@fluentui/react-components";
import { usePreview } from "../shell/appContext";
import type { ChartData, Series } from "./chartData";
import { arcs, niceTicks } from "./geometry";

const Width = 420;
const Height = 260;
const Left = 56;
const Bottom = 64;
const Top = 12;

interface PictureProps {
  readonly name: string;
  readonly data: ChartData;
  readonly colors: readonly string[];
}

/** A chart as a picture; the description carries its figures for whoever cannot see it. */
export function ChartPicture(props: PictureProps) {
  const shape = props.data.series[0]?.shape ?? "column";
  if (shape === "pie" || shape === "doughnut") return <Round {...props} isHollow={shape === "doughnut"} />;
  if (shape === "bar" || shape === "funnel") return <Bars {...props} />;
  return <Columns {...props} />;
}

function describe({ categories, series }: ChartData): string {
  return categories.map((category, index) => `${category}: ${series.map((each) => each.texts[index] ?? "").join(", ")}`).join("; ");
}

function color(colors: readonly string[], index: number): string {
  return colors[index % colors.length] ?? tokens.colorBrandBackground;
}

function Round({ name, data, colors, isHollow }: PictureProps & { isHollow: boolean }) {
  const series = data.series[0];
  const values = series?.values.map((each) => Math.max(0, each ?? 0)) ?? [];
  return (
    <svg viewBox={`0 0 ${String(Width)} 220`} role="img" aria-label={`${name}. ${describe(data)}`} style={{ width: "100%", maxWidth: 560 }}>
      {arcs(values, 110, 110, 100, isHollow ? 58 : 0).map((path, index) => (
        <path key={index} d={path} fill={color(colors, index)} stroke={tokens.colorNeutralBackground1}>
          <title>{`${data.categories[index] ?? ""}: ${series?.texts[index] ?? ""}`}</title>
        </path>
      ))}
      {data.categories.slice(0, 10).map((category, index) => (
        <g key={category} transform={`translate(236 ${String(24 + index * 20)})`}>
          <rect width={12} height={12} y={-10} fill={color(colors, index)} />
          <text x={18} fontSize={12} fill={tokens.colorNeutralForeground1}>
            {shorten(category, 20)}: {series?.texts[index]}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Bars({ name, data, colors }: PictureProps) {
  const height = Math.max(80, data.categories.length * (14 * data.series.length + 10) + 12);
  const left = 150;
  const largest = Math.max(1e-9, ...data.series.flatMap((each) => each.values.map((value) => Math.abs(value ?? 0))));
  const band = (height - 12) / data.categories.length;
  return (
    <svg
      viewBox={`0 0 ${String(Width)} ${String(height)}`}
      role="img"
      aria-label={`${name}. ${describe(data)}`}
      style={{ width: "100%", maxWidth: 560 }}
    >
      {data.categories.map((category, index) => (
        <g key={category}>
          <text
            x={left - 6}
            y={6 + band * index + band / 2}
            textAnchor="end"
            dominantBaseline="middle"
            fontSize={11}
            fill={tokens.colorNeutralForeground1}
          >
            {shorten(category, 24)}
            <title>{category}</title>
          </text>
          {data.series.map((series, at) => {
            const thickness = (band - 6) / data.series.length;
            const y = 8 + band * index + thickness * at;
            const width = (Math.abs(series.values[index] ?? 0) / largest) * (Width - left - 70);
            return (
              <g key={series.name}>
                <rect x={left} y={y} width={width} height={thickness - 1} fill={color(colors, data.series.length > 1 ? at : 0)}>
                  <title>{`${category}, ${series.name}: ${series.texts[index] ?? ""}`}</title>
                </rect>
                <text
                  x={left + width + 4}
                  y={y + thickness / 2}
                  dominantBaseline="middle"
                  fontSize={10}
                  fill={tokens.colorNeutralForeground2}
                >
                  {series.texts[index]}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

function Columns({ name, data, colors }: PictureProps) {
  const { locale } = usePreview();
  const stacked = data.series.some((each) => each.isStacked);
  const totals = data.categories.map((_, index) => data.series.reduce((sum, each) => sum + Math.max(0, each.values[index] ?? 0), 0));
  const values = data.series.flatMap((each) => each.values.map((value) => value ?? 0));
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...(stacked ? totals : values)));
  const [lowest, highest] = [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1];
  const y = (value: number) => Top + (1 - (value - lowest) / (highest - lowest)) * (Height - Top - Bottom);
  const band = (Width - Left - 8) / data.categories.length;
  const x = (index: number) => Left + band * index;
  const short = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  const every = Math.ceil(data.categories.length / 12);
  const bars = data.series.filter((each) => each.shape === "column");
  return (
    <svg
      viewBox={`0 0 ${String(Width)} ${String(Height)}`}
      role="img"
      aria-label={`${name}. ${describe(data)}`}
      style={{ width: "100%", maxWidth: 560 }}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={Left} x2={Width - 8} y1={y(tick)} y2={y(tick)} stroke={tokens.colorNeutralStroke2} />
          <text x={Left - 6} y={y(tick)} textAnchor="end" dominantBaseline="middle" fontSize={11} fill={tokens.colorNeutralForeground2}>
            {short.format(tick)}
          </text>
        </g>
      ))}
      {data.categories.map((category, index) =>
        index % every !== 0 ? null : (
          <text
            key={category}
            transform={`translate(${String(x(index) + band / 2)} ${String(Height - Bottom + 14)}) rotate(${data.categories.length > 4 ? "-30" : "0"})`}
            textAnchor={data.categories.length > 4 ? "end" : "middle"}
            fontSize={11}
            fill={tokens.colorNeutralForeground1}
          >
            {shorten(category, data.categories.length > 4 ? 14 : Math.floor(band / 6))}
            <title>{category}</title>
          </text>
        ),
      )}
      {bars.map((series, at) =>
        series.values.map((value, index) => {
          if (value === null) return null;
          const below = stacked
            ? data.series.slice(0, data.series.indexOf(series)).reduce((sum, each) => sum + Math.max(0, each.values[index] ?? 0), 0)
            : 0;
          const width = (band * 0.7) / (stacked ? 1 : bars.length);
          const from = y(Math.max(0, value) + below);
          return (
            <rect
              key={`${series.name} ${String(index)}`}
              x={x(index) + band * 0.15 + (stacked ? 0 : width * at)}
              y={from}
              width={Math.max(1, width - 1)}
              height={Math.max(0.5, Math.abs(y(Math.min(0, value) + below) - from))}
              fill={color(colors, data.series.indexOf(series))}
            >
              <title>{`${data.categories[index] ?? ""}, ${series.name}: ${series.texts[index] ?? ""}`}</title>
            </rect>
          );
        }),
      )}
      {data.series
        .filter((each) => each.shape !== "column")
        .map((series) => (
          <Line
            key={series.name}
            series={series}
            x={(index) => x(index) + band / 2}
            y={y}
            color={color(colors, data.series.indexOf(series))}
            data={data}
          />
        ))}
      {data.series.length > 1 &&
        data.series.slice(0, 4).map((series, index) => (
          <g key={series.name} transform={`translate(${String(Left + index * 92)} ${String(Height - 4)})`}>
            <rect width={10} height={10} y={-9} fill={color(colors, index)} />
            <text x={14} fontSize={11} fill={tokens.colorNeutralForeground1}>
              {shorten(series.name, 13)}
            </text>
          </g>
        ))}
    </svg>
  );
}

function Line({
  series,
  x,
  y,
  color,
  data,
}: {
  series: Series;
  x: (index: number) => number;
  y: (value: number) => number;
  color: string;
  data: ChartData;
}) {
  const points = series.values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const path = points.map(({ value, index }, at) => `${at === 0 ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const [first, last] = [points[0], points[points.length - 1]];
  return (
    <g>
      {series.shape === "area" && first && last && (
        <path
          d={`${path}L${String(x(last.index))} ${String(y(0))}L${String(x(first.index))} ${String(y(0))}Z`}
          fill={color}
          opacity={0.25}
        />
      )}
      <path d={path} fill="none" stroke={color} strokeWidth={2} />
      {points.map(({ value, index }) => (
        <circle key={index} cx={x(index)} cy={y(value)} r={3} fill={color}>
          <title>{`${data.categories[index] ?? ""}, ${series.name}: ${series.texts[index] ?? ""}`}</title>
        </circle>
      ))}
    </g>
  );
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text;
}
