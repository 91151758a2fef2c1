import type { PortfolioAnalysis } from "../src/portfolioAnalysis";

/** A point of the curve, both in percent from 0 to 100. */
export interface CurvePoint {
  readonly accounts: number;
  readonly revenue: number;
}

/** The curve from nothing to everything, each share of accounts once. */
export function curveOf(pareto: PortfolioAnalysis["pareto"]): CurvePoint[] {
  const points: CurvePoint[] = [{ accounts: 0, revenue: 0 }];
  for (const { accountSharePercent, revenueSharePercent } of pareto)
    if (accountSharePercent > 0) points.push({ accounts: accountSharePercent, revenue: revenueSharePercent });
  return points;
}

/** The first point from which on the curve holds a share of revenue, in percent; the last when none does. */
export function pointReaching(revenue: number, points: readonly CurvePoint[]): number {
  const found = points.findIndex((each) => each.revenue >= revenue);
  return found < 0 ? points.length - 1 : found;
}

/** The point nearest to a share of accounts, in percent. */
export function pointAt(accounts: number, points: readonly CurvePoint[]): number {
  let found = 0;
  points.forEach((each, index) => {
    if (Math.abs(each.accounts - accounts) < Math.abs((points[found]?.accounts ?? 0) - accounts)) found = index;
  });
  return found;
}

/** The area points stand in, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A point in pixels. */
export function place({ accounts, revenue }: CurvePoint, area: Area): { readonly x: number; readonly y: number } {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { x: round(area.left + (accounts / 100) * area.width), y: round(area.top + (1 - revenue / 100) * area.height) };
}

/** The curve as the path data of SVG; closed along the bottom where the ground under it is meant. */
export function pathOf(points: readonly CurvePoint[], area: Area, closed: boolean): string {
  const line = points.map((each, index) => {
    const { x, y } = place(each, area);
    return `${index === 0 ? "M" : "L"}${x} ${y}`;
  });
  if (!closed) return line.join("");
  const bottom = area.top + area.height;
  const last = points[points.length - 1];
  return `${line.join("")}L${last ? place(last, area).x : area.left} ${bottom}L${area.left} ${bottom}z`;
}
