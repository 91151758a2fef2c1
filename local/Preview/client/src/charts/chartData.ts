import { childAt, childrenOf, parseXml } from "../design/xml";
import { refine, type Refinement } from "../design/view";
import { formatted, type Row } from "../server/webApi";

const shapes = ["column", "bar", "line", "area", "pie", "doughnut", "funnel"] as const;
export type ChartShape = (typeof shapes)[number];

/** What a chart shows of its rows, as its descriptions say. */
export interface ChartDesign {
  readonly fetchXml: string;
  /** Alias of the category. */
  readonly category: string;
  /** Alias of what the bars are split by; null for one series a measure. */
  readonly split: string | null;
  readonly measures: readonly { readonly alias: string; readonly shape: ChartShape; readonly isStacked: boolean }[];
  readonly colors: readonly string[];
}

export interface Series {
  readonly name: string;
  readonly shape: ChartShape;
  readonly isStacked: boolean;
  /** One for each category; null where there is none. */
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
}

export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
}

/** Reads the two descriptions of a savedqueryvisualization. */
export function readChart(dataDescription: string, presentationDescription: string): ChartDesign {
  const data = parseXml(dataDescription);
  const fetch = data.querySelector("fetchcollection > fetch");
  if (!fetch) throw new Error("The chart has no query.");
  const categories = childrenOf(childAt(data, "categorycollection"), "category");
  const category = categories[0]?.getAttribute("alias") ?? "";
  const measures = [...(categories[0]?.querySelectorAll("measure") ?? [])].map((each) => each.getAttribute("alias") ?? "");
  const groups = [...fetch.querySelectorAll('attribute[groupby="true"]')].map((each) => each.getAttribute("alias") ?? "");
  const presentation = presentationDescription ? parseXml(presentationDescription) : null;
  const kinds = [...(presentation?.querySelectorAll("Series > Series") ?? [])].map((each) =>
    (each.getAttribute("ChartType") ?? "Column").toLowerCase(),
  );
  const split = categories[1]?.getAttribute("alias") ?? groups.find((each) => each !== category) ?? null;
  return {
    fetchXml: new XMLSerializer().serializeToString(fetch),
    category,
    split,
    measures: measures.map((alias, index) => {
      const kind = kinds[index] ?? kinds[0] ?? "column";
      return { alias, shape: shapes.find((each) => kind.includes(each)) ?? "column", isStacked: kind.startsWith("stacked") };
    }),
    colors: colorsOf(presentation?.getAttribute("PaletteCustomColors")),
  };
}

/** The query of a chart over the rows of a view: its figures, the view's conditions. */
export function chartQuery(design: ChartDesign, viewFetchXml: string, refinement: Refinement): string {
  const view = parseXml(refine(viewFetchXml, { ...refinement, sorting: null }));
  const fetch = parseXml(design.fetchXml);
  const target = fetch.querySelector("entity");
  for (const part of view.querySelector("entity")?.children ?? []) {
    if (part.localName !== "filter" && part.localName !== "link-entity") continue;
    const copy = fetch.ownerDocument.importNode(part, true);
    // Figures are grouped: columns and order of the view have no place among them.
    copy.querySelectorAll("attribute, all-attributes, order").forEach((each) => {
      each.remove();
    });
    target?.appendChild(copy);
  }
  return new XMLSerializer().serializeToString(fetch);
}

/** Puts the figures into categories and series. */
export function chartData(
  design: ChartDesign,
  rows: readonly Row[],
  blank: string,
  nameOf: (alias: string) => string,
  locale: string,
): ChartData {
  const months = new Set(monthsIn(design.fetchXml));
  const text = (row: Row, alias: string) => (months.has(alias) ? monthName(row[alias], locale) : formatted(row, alias)) || blank;
  const categories = [...new Set(rows.map((row) => text(row, design.category)))];
  const splits = design.split === null ? [null] : [...new Set(rows.map((row) => text(row, design.split ?? "")))];
  const series = design.measures.flatMap((measure) =>
    splits.map((split): Series => {
      const found = categories.map((category) =>
        rows.find((row) => text(row, design.category) === category && (split === null || text(row, design.split ?? "") === split)),
      );
      return {
        name: split ?? nameOf(measure.alias),
        shape: measure.shape,
        isStacked: measure.isStacked,
        values: found.map((row) => (row && typeof row[measure.alias] === "number" ? (row[measure.alias] as number) : null)),
        texts: found.map((row) => (row ? formatted(row, measure.alias) : "")),
      };
    }),
  );
  return { categories, series };
}

function monthsIn(fetchXml: string): readonly string[] {
  return [...parseXml(fetchXml).querySelectorAll('attribute[dategrouping="month"]')].map((each) => each.getAttribute("alias") ?? "");
}

// A group of a month is its number.
function monthName(month: unknown, locale: string): string {
  if (typeof month !== "number") return "";
  return new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" }).format(new Date(Date.UTC(2000, month - 1, 1)));
}

const defaults = ["#0f6cbd", "#107c10", "#c19c00", "#c50f1f", "#8764b8", "#038387", "#7a7574"];

function colorsOf(palette: string | null | undefined): readonly string[] {
  const colors = (palette ?? "")
    .split(";")
    .map((each) => each.trim())
    .filter((each) => /^\d+\s*,\s*\d+\s*,\s*\d+$/.test(each))
    .map((each) => `rgb(${each})`);
  return colors.length > 0 ? colors : defaults;
}
