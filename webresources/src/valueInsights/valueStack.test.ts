import { describe, expect, it } from "vitest";
import type { DifferentiationLine, ValueSheet } from "./valueSheet";
import { extent, position, valueStack } from "./valueStack";

function sheet(reference: number, lines: readonly DifferentiationLine[], price: number | null): ValueSheet {
  const sum = (direction: string): number =>
    lines.filter((line) => line.direction === direction).reduce((total, line) => total + line.amount, 0);
  const [positive, negative] = [sum("Positive"), sum("Negative")];
  const total = reference + positive - negative;
  return {
    currency: "CHF",
    baseCurrency: "CHF",
    worthToUs: { score: null, band: null, revenue: null, margin: null, lifetimeValue: null, seesCost: false },
    worthToThem: { reference, positive, negative, differentiation: positive - negative, total, unproven: 0, lines },
    charged: { price, surplus: price === null ? null : total - price, capturedPercent: null },
    sentences: { toUs: [], toThem: [], charged: [] },
  };
}

const setUpTime: DifferentiationLine = { name: "Set-up time", direction: "Positive", amount: 18_000, evidence: "Trial in March" };
const retraining: DifferentiationLine = { name: "Retraining", direction: "Negative", amount: 6_000, evidence: "  " };

describe("value stack", () => {
  it("climbs from the alternative over what is better, then falls over what is worse, to the economic value", () => {
    const { steps } = valueStack(sheet(100_000, [retraining, setUpTime], 108_000));
    expect(steps.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["reference", 0, 100_000],
      ["positive", 100_000, 118_000],
      ["negative", 118_000, 112_000],
      ["total", 0, 112_000],
      ["price", 0, 108_000],
      ["surplus", 108_000, 112_000],
    ]);
  });

  it("marks a line whose evidence is blank as unproven", () => {
    const { steps } = valueStack(sheet(100_000, [setUpTime, retraining], null));
    expect(steps.filter(({ proven }) => !proven).map(({ name }) => name)).toEqual(["Retraining"]);
  });

  it("ends with the economic value while there is no price", () => {
    const { steps, price } = valueStack(sheet(100_000, [setUpTime], null));
    expect(steps.at(-1)?.kind).toBe("total");
    expect(price).toBeNull();
  });

  it("runs the last bar backwards when the price is above the value", () => {
    const last = valueStack(sheet(100_000, [setUpTime], 120_000)).steps.at(-1);
    expect(last).toMatchObject({ kind: "surplus", amount: -2_000, from: 120_000, to: 118_000 });
  });

  it("keeps zero on the scale when drawbacks cost more than the alternative does", () => {
    const stack = valueStack(sheet(5_000, [retraining], null));
    expect(stack).toMatchObject({ low: -1_000, high: 5_000 });
    expect(position(stack, -1_000)).toBe(0);
    expect(position(stack, 0)).toBeCloseTo(16.67, 2);
    expect(position(stack, 5_000)).toBe(100);
  });

  it("lays a bar from its left end, whichever way it runs", () => {
    const stack = valueStack(sheet(190_000, [setUpTime, retraining], null));
    expect(extent(stack, { from: 190_000, to: 208_000 })).toEqual({ left: 91.35, width: 8.65 });
    expect(extent(stack, { from: 208_000, to: 202_000 })).toEqual({ left: 97.12, width: 2.88 });
  });

  it("has a place for every bar of a sheet that is all zero", () => {
    expect(position(valueStack(sheet(0, [], 0)), 0)).toBe(0);
  });
});
