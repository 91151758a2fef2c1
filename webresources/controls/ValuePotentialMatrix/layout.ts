import type { AccountPoint } from "../src/portfolioAnalysis";
import type { Place } from "../src/roving";

/** The area points stand in, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An account on the drawing. */
export interface PlacedAccount extends Place {
  readonly account: AccountPoint;
}

/** Turns potential into a height between 0 (lowest) and 1 (highest). */
export interface PotentialScale {
  readonly heightOf: (potential: number) => number;
  /** Amounts to write beside the axis, rising. */
  readonly ticks: readonly number[];
}

// From this relation of the largest to the smallest on, the small ones would all lie on the floor of a straight scale.
const spreadForPowersOfTen = 50;

/** A scale for potentials: straight where they are alike, by powers of ten where they differ widely. Nothing and less stand on its floor. */
export function potentialScale(potentials: readonly number[]): PotentialScale {
  const positive = potentials.filter((each) => each > 0);
  const most = positive.reduce((a, b) => Math.max(a, b), 0);
  const least = positive.reduce((a, b) => Math.min(a, b), most);
  if (most === 0) return { heightOf: () => 0, ticks: [0] };
  if (most / least < spreadForPowersOfTen) {
    const step = roundStep(most / 4);
    const top = Math.ceil(most / step) * step;
    return {
      heightOf: (potential) => Math.min(1, Math.max(0, potential / top)),
      ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step),
    };
  }
  const from = Math.floor(Math.log10(least));
  const until = Math.ceil(Math.log10(most));
  return {
    heightOf: (potential) => (potential <= 0 ? 0 : Math.min(1, Math.max(0, (Math.log10(potential) - from) / (until - from)))),
    ticks: Array.from({ length: until - from + 1 }, (_, index) => 10 ** (from + index)),
  };
}

function roundStep(about: number): number {
  const power = 10 ** Math.floor(Math.log10(about));
  return ([1, 2, 5].find((each) => each * power >= about) ?? 10) * power;
}

/** Where value lies from left to right. */
export function placeOfValue(value: number, area: Area): number {
  return area.left + (Math.min(100, Math.max(0, value)) / 100) * area.width;
}

/** Where potential lies from bottom to top. */
export function placeOfPotential(potential: number, scale: PotentialScale, area: Area): number {
  return area.top + (1 - scale.heightOf(potential)) * area.height;
}

/** Accounts whose value and potential are known, where they stand. */
export function placed(points: readonly AccountPoint[], scale: PotentialScale, area: Area): PlacedAccount[] {
  return points.flatMap((account) => {
    const { value, potential } = account;
    if (value === null || value === undefined || potential === null || potential === undefined) return [];
    return [{ account, x: placeOfValue(value, area), y: placeOfPotential(potential, scale, area) }];
  });
}

/** Shapes that can be told apart without colour, in the order segments take them. */
export const shapes = ["circle", "square", "triangle", "diamond", "cross", "ring"] as const;
export type Shape = (typeof shapes)[number];

/** A segment in the legend, with its mark. */
export interface SegmentMark {
  /** Empty for accounts without one. */
  readonly name: string;
  readonly shape: Shape;
  /** Its place among the colours. */
  readonly colour: number;
  readonly count: number;
}

/** The segments of accounts by their mean value, best first; those without a segment last, with the last mark. Beyond the fifth, marks are shared. */
export function segmentMarks(points: readonly AccountPoint[]): SegmentMark[] {
  const found = new Map<string, { count: number; valued: number; value: number }>();
  for (const { segment, value } of points) {
    const sums = found.get(segment ?? "") ?? { count: 0, valued: 0, value: 0 };
    sums.count++;
    if (value !== null && value !== undefined) {
      sums.valued++;
      sums.value += value;
    }
    found.set(segment ?? "", sums);
  }
  const last = shapes.length - 1;
  const mean = ({ valued, value }: { valued: number; value: number }): number => (valued === 0 ? -1 : value / valued);
  return [...found]
    .sort(([a, left], [b, right]) => (a === "" ? 1 : b === "" ? -1 : mean(right) - mean(left) || (a < b ? -1 : 1)))
    .map(([name, { count }], index) => {
      const mark = name === "" ? last : Math.min(index, last - 1);
      return { name, shape: shapes[mark] ?? "ring", colour: mark, count };
    });
}

/** The outline of a mark around a place, as the path data of SVG. */
export function outline(shape: Shape, { x, y }: Place, radius: number): string {
  const [r, at] = [radius, (dx: number, dy: number): string => `${round(x + dx * radius)} ${round(y + dy * radius)}`];
  const circle = (size: number, sweep: 0 | 1): string =>
    `M${round(x - size)} ${round(y)}a${round(size)} ${round(size)} 0 1 ${sweep} ${round(2 * size)} 0a${round(size)} ${round(size)} 0 1 ${sweep} ${round(-2 * size)} 0z`;
  switch (shape) {
    case "circle":
      return circle(r, 1);
    case "ring":
      return circle(r, 1) + circle(r * 0.5, 0);
    case "square":
      return `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}z`;
    case "triangle":
      return `M${at(0, -1.1)}L${at(1.1, 0.9)}L${at(-1.1, 0.9)}z`;
    case "diamond":
      return `M${at(0, -1.25)}L${at(1.25, 0)}L${at(0, 1.25)}L${at(-1.25, 0)}z`;
    case "cross":
      return `M${at(-0.4, -1.1)}L${at(0.4, -1.1)}L${at(0.4, -0.4)}L${at(1.1, -0.4)}L${at(1.1, 0.4)}L${at(0.4, 0.4)}L${at(0.4, 1.1)}L${at(-0.4, 1.1)}L${at(-0.4, 0.4)}L${at(-1.1, 0.4)}L${at(-1.1, -0.4)}L${at(-0.4, -0.4)}z`;
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The account under the pointer: the nearest within reach, in pixels; -1 for none. */
export function accountAt(pointer: Place, accounts: readonly Place[], reach: number): number {
  let found = -1;
  let nearest = reach * reach;
  accounts.forEach(({ x, y }, index) => {
    const distance = (x - pointer.x) ** 2 + (y - pointer.y) ** 2;
    if (distance <= nearest) {
      nearest = distance;
      found = index;
    }
  });
  return found;
}
