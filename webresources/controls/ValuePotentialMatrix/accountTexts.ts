import { decimalText, moneyText, say, type Reader } from "../../src/vocabulary/reader";
import type { AccountPoint, Quadrant } from "../src/portfolioAnalysis";

/** What a point says beside the name of its account. */
export function detailsText(point: AccountPoint, currency: string, reader: Reader): string {
  return say(
    reader,
    "valuePotentialMatrix.details",
    valueText(point, reader),
    potentialText(point, currency, reader),
    moneyText(reader, point.revenue, currency),
    point.segment ?? say(reader, "valuePotentialMatrix.noSegment"),
    quadrantText(point.quadrant, reader),
  );
}

/** The name of a quadrant with what it means. */
export function quadrantText(quadrant: Quadrant, reader: Reader): string {
  return say(reader, `valueInsights.quadrant${quadrant}`);
}

/** The name of a quadrant alone: it stands before the colon. */
export function quadrantName(quadrant: Quadrant, reader: Reader): string {
  return quadrantText(quadrant, reader).split(":")[0] ?? "";
}

/** The score of an account, or that it has none. */
export function valueText({ value }: AccountPoint, reader: Reader): string {
  return value === null || value === undefined ? say(reader, "visual.unknown") : decimalText(reader, value, 1);
}

/** The potential of an account, or that nobody knows it. */
export function potentialText({ potential }: AccountPoint, currency: string, reader: Reader): string {
  return potential === null || potential === undefined ? say(reader, "visual.unknown") : moneyText(reader, potential, currency);
}
