import type { Sentence } from "../../src/vocabulary/sentence";

/** The sentences of a score's explanation by what they answer. */
export interface ArrangedExplanation {
  /** The score itself, or why there is none. */
  readonly headline: readonly Sentence[];
  readonly strongest: readonly Sentence[];
  readonly weakest: readonly Sentence[];
  readonly changes: readonly Sentence[];
  readonly assumptions: readonly Sentence[];
  /** By which rule and on which figures. */
  readonly basis: readonly Sentence[];
}

const places: Readonly<Record<string, keyof ArrangedExplanation>> = {
  scoreIs: "headline",
  notMeasurable: "headline",
  strongestPart: "strongest",
  weakestPart: "weakest",
  firstScore: "changes",
  scoreRose: "changes",
  scoreFell: "changes",
  scoreUnchanged: "changes",
  scoreAppeared: "changes",
  scoreDisappeared: "changes",
  partRose: "changes",
  partFell: "changes",
  configurationChanged: "changes",
  calculatedWith: "basis",
};

/** Sorts sentences by what they answer, keeping their order. A sentence of a newer version counts among the assumptions. */
export function arrange(sentences: readonly Sentence[]): ArrangedExplanation {
  const of = (place: keyof ArrangedExplanation): Sentence[] =>
    sentences.filter(({ key }) => (places[key.replace("valueInsights.", "")] ?? "assumptions") === place);
  return {
    headline: of("headline"),
    strongest: of("strongest"),
    weakest: of("weakest"),
    changes: of("changes"),
    assumptions: of("assumptions"),
    basis: of("basis"),
  };
}

/** A criterion's part of a score. */
export interface Part {
  readonly name: string;
  readonly contribution: number;
  /** Its weight in percent of the score, which is the most it can contribute. */
  readonly weightPercent: number;
  /** Points on its curve, 0 to 100; null when the value is missing. */
  readonly points: number | null;
  /** What was done about a missing value, in the reader's language; null when there was one. */
  readonly policy: string | null;
}

/** Parts from the largest contribution down; among equals the one that fills its weight first. */
export function ranked(parts: readonly Part[]): Part[] {
  return [...parts].sort(
    (a, b) => b.contribution - a.contribution || a.weightPercent - b.weightPercent || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

/** Ends of a bar on a scale that the heaviest criterion fills, in percent: how far it could reach, and how far it does. */
export function reach(part: Part, parts: readonly Part[]): { readonly possible: number; readonly reached: number } {
  const widest = Math.max(...parts.map(({ weightPercent }) => weightPercent));
  const scaled = (value: number): number => (widest > 0 ? Math.round((value / widest) * 10000) / 100 : 0);
  return { possible: scaled(part.weightPercent), reached: scaled(part.contribution) };
}

/**
 * The sentence about a part among those that call parts strong or weak: it says the same contribution and weight. The names need not be the same:
 * the sentence has that of the reader's language, the row the one it was stored in.
 */
export function sentenceAbout(part: Part, sentences: readonly Sentence[]): Sentence | undefined {
  const isSame = (said: string | undefined, value: number): boolean => said !== undefined && Math.abs(Number(said) - value) < 0.005;
  return sentences.find(
    (each) => isSame(each.arguments[2]?.value, part.contribution) && isSame(each.arguments[3]?.value, part.weightPercent),
  );
}
