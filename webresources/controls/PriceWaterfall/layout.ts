import type { Bound, Figure, WaterfallFigures } from "./figures";

/** A bar between two places of the track, in percent of its width. */
export interface Bar {
  readonly figure: Figure;
  readonly start: number;
  readonly width: number;
}

export interface BoundMark {
  readonly bound: Bound;
  readonly place: number;
}

export interface WaterfallLayout {
  readonly bars: readonly Bar[];
  readonly marks: readonly BoundMark[];
  /** The corridor itself, from minimum to target; null without one. */
  readonly corridor: { readonly start: number; readonly width: number } | null;
  /** Where nothing is: zero. Left of it stand amounts below zero. */
  readonly zero: number;
}

/** Places every amount on one scale, from the smallest to the largest that occurs, zero always within. */
export function layoutOf({ figures, bounds }: WaterfallFigures): WaterfallLayout {
  let low = 0;
  let high = 0;
  const widen = (amount: number): void => {
    low = Math.min(low, amount);
    high = Math.max(high, amount);
  };
  for (const figure of figures) {
    widen(figure.from);
    widen(figure.to);
  }
  for (const bound of bounds) widen(bound.amount);
  const span = high - low;
  const place = (amount: number): number => (span === 0 ? 0 : ((amount - low) / span) * 100);
  const between = (one: number, other: number): { start: number; width: number } => {
    const start = place(Math.min(one, other));
    return { start, width: place(Math.max(one, other)) - start };
  };
  const target = bounds.find((bound) => bound.name === "target");
  const minimum = bounds.find((bound) => bound.name === "minimum");
  return {
    bars: figures.map((figure) => ({ figure, ...between(figure.from, figure.to) })),
    marks: bounds.map((bound) => ({ bound, place: place(bound.amount) })),
    corridor: target && minimum ? between(minimum.amount, target.amount) : null,
    zero: place(0),
  };
}

/** The same figures with what is last of each long run of steps gathered in one, so that a picture stays one. */
export function folded(figures: readonly Figure[], most: number): Figure[] {
  const short: Figure[] = [];
  for (let place = 0; place < figures.length;) {
    const figure = figures[place];
    if (!figure) break;
    let end = place;
    while (figures[end]?.step) end++;
    const run = figures.slice(place, end);
    if (run.length <= most) {
      short.push(...run);
    } else {
      const rest = run.slice(most - 1);
      const amount = rest.reduce((sum, each) => sum + each.amount, 0);
      const from = rest[0]?.from ?? 0;
      const percentOfList = rest.reduce<number | null>(
        (sum, each) => (sum === null || each.percentOfList === null ? null : sum + each.percentOfList),
        0,
      );
      short.push(...run.slice(0, most - 1), { amount, from, to: from + amount, percentOfList, folded: rest.length });
    }
    const total = figures[end];
    if (total) short.push(total);
    place = end + 1;
  }
  return short;
}
