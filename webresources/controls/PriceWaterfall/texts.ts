import { decimalText, percentText, say, type Reader } from "../../src/vocabulary/reader";
import type { Figures } from "../src/DataTable";
import type { Figure, WaterfallFigures } from "./figures";

/** The name of a row. */
export function nameOf({ step, total }: Figure, reader: Reader): string {
  if (!step) return say(reader, `waterfall.${total ?? "list"}`);
  return step.textKey ? say(reader, step.textKey) : step.name;
}

/** An amount with its currency, in full. */
export function amountText(reader: Reader, amount: number, currency: string): string {
  return `${currency}\u00a0${decimalText(reader, amount, 2)}`;
}

/** A quantity: whole, or with two decimals. */
export function quantityText(reader: Reader, value: number): string {
  return decimalText(reader, value, Number.isInteger(value) ? 0 : 2);
}

/** The waterfall as a table: whole line, per unit, share of the list price; then the corridor. */
export function tableOf(figures: WaterfallFigures, reader: Reader): Figures {
  const { currency, quantity } = figures;
  const perUnit = (amount: number): string => (quantity === 0 ? "" : decimalText(reader, amount / quantity, 2));
  return {
    columns: [
      { label: say(reader, "waterfall.columnStep") },
      { label: say(reader, "waterfall.columnLine", currency), isNumber: true },
      { label: say(reader, "waterfall.columnUnit", currency), isNumber: true },
      { label: say(reader, "waterfall.columnShare"), isNumber: true },
      { label: say(reader, "waterfall.columnNote") },
    ],
    rows: [
      ...figures.figures.map((figure) => [
        nameOf(figure, reader),
        decimalText(reader, figure.amount, 2),
        perUnit(figure.amount),
        figure.percentOfList === null ? "" : percentText(decimalText(reader, figure.percentOfList, 1)),
        noteOf(figure, reader),
      ]),
      ...figures.bounds.map((bound) => [
        say(reader, `waterfall.${bound.name}`),
        decimalText(reader, bound.amount, 2),
        perUnit(bound.amount),
        "",
        "",
      ]),
    ],
  };
}

const whyLess: Readonly<Record<string, string>> = {
  "KAM-PRC-001": "pricing.conditionUnmeasured",
  "KAM-PRC-002": "pricing.tierNotReached",
  "KAM-PRC-004": "pricing.conditionCapped",
  "KAM-PRC-005": "pricing.stackCapped",
};

/** What is to be said about a step beside its amount: the percentage it follows from, and why it gives less. */
export function noteOf({ step }: Figure, reader: Reader): string {
  if (!step) return "";
  const { percent } = step;
  const why = step.whyLess === undefined ? undefined : whyLess[step.whyLess];
  return [
    percent === undefined ? null : percentText(decimalText(reader, percent, Number.isInteger(percent) ? 0 : 2)),
    why ? say(reader, why) : null,
  ]
    .filter((part): part is string => part !== null)
    .join(" · ");
}
