import { describe, expect, it } from "vitest";
import { figuresOf } from "./figures";
import { folded, layoutOf } from "./layout";
import { readWaterfall, StepKind, type Waterfall } from "./waterfall";

// 3 sensors at 100: 5 % agreed discount, 2 % on the invoice, 10 paid later; target 95, minimum 85.
const sold: Waterfall = {
  currency: "CHF",
  quantity: 3,
  steps: [
    { kind: StepKind.listPrice, textKey: "pricing.stepListPrice", name: "", amount: 300 },
    { kind: StepKind.discount, textKey: "pricing.discountAgreed", name: "", amount: -15 },
    { kind: StepKind.onInvoice, textKey: "", name: "Early payment", amount: -5.7, percent: 2 },
    { kind: StepKind.retroactive, textKey: "", name: "Loyalty", amount: -10 },
  ],
  invoiceAmount: 279.3,
  pocketAmount: 269.3,
  targetPrice: 95,
  minimumPrice: 85,
};
const withCost: Waterfall = {
  ...sold,
  steps: [...sold.steps, { kind: StepKind.cost, textKey: "pricing.stepCost", name: "", amount: -180 }],
  marginAmount: 89.3,
  floorPrice: 70,
};
const totals = (waterfall: Waterfall) => figuresOf(waterfall, false).figures.flatMap((figure) => (figure.total ? [figure.total] : []));

describe("the figures of a waterfall", () => {
  it("go from list price over invoice price to pocket price, each step from what was left before it", () => {
    expect(figuresOf(sold, false).figures.map(({ amount, from, to }) => [amount, from, to])).toEqual([
      [300, 0, 300],
      [-15, 300, 285],
      [-5.7, 285, 279.3],
      [279.3, 0, 279.3],
      [-10, 279.3, 269.3],
      [269.3, 0, 269.3],
    ]);
  });

  it("end at the pocket price for whoever may not read cost, and hint at nothing below it", () => {
    expect(totals(sold)).toEqual(["list", "invoice", "pocket"]);
    expect(figuresOf(sold, false).bounds.map((bound) => bound.name)).toEqual(["target", "minimum"]);
  });

  it("go on to cost, margin and floor for readers of cost", () => {
    expect(totals(withCost)).toEqual(["list", "invoice", "pocket", "margin"]);
    expect(figuresOf(withCost, false).figures.at(-1)).toMatchObject({ amount: 89.3, from: 0, to: 89.3 });
    expect(figuresOf(withCost, false).bounds.at(-1)).toEqual({ name: "floor", amount: 210 });
  });

  it("show no cost step when there is no margin to it", () => {
    expect(figuresOf({ ...withCost, marginAmount: undefined }, false).figures.some((figure) => figure.step?.kind === StepKind.cost)).toBe(
      false,
    );
  });

  it("are divided by the quantity per unit, and not at all for a line without units", () => {
    const perUnit = figuresOf(sold, true);
    expect(perUnit.figures[0]!.amount).toBe(100);
    expect(perUnit.bounds).toEqual([
      { name: "target", amount: 95 },
      { name: "minimum", amount: 85 },
    ]);
    expect(figuresOf({ ...sold, quantity: 0 }, true)).toMatchObject({ isPerUnit: false, standing: "withoutCorridor" });
  });

  it("say each step in percent of the list price, and nothing where there is none", () => {
    expect(figuresOf(sold, true).figures[1]!.percentOfList).toBeCloseTo(-5, 10);
    expect(figuresOf({ ...sold, steps: [] }, false).figures[0]!.percentOfList).toBeNull();
  });

  it.each([
    [285, "atTarget", null],
    [284.97, "belowTarget", 0.03],
    [255, "belowTarget", 30],
    [254.97, "belowMinimum", 0.03],
  ])("a pocket amount of %d stands %s", (pocketAmount, standing, missing) => {
    const found = figuresOf({ ...sold, pocketAmount }, false);
    expect(found.standing).toBe(standing);
    if (missing === null) expect(found.missing).toBeNull();
    else expect(found.missing).toBeCloseTo(missing, 8);
  });

  it("take a return the other way round", () => {
    const back = figuresOf(
      {
        ...sold,
        quantity: -3,
        steps: sold.steps.map((step) => ({ ...step, amount: -step.amount })),
        invoiceAmount: -279.3,
        pocketAmount: -269.3,
      },
      false,
    );
    expect(back.figures[0]).toMatchObject({ amount: -300, to: -300 });
    expect(back.standing).toBe("belowTarget");
    expect(back.missing).toBeCloseTo(15.7, 8);
  });
});

describe("the layout of a waterfall", () => {
  it("puts the largest amount at the end of the track and each bar within it", () => {
    const { bars, zero } = layoutOf(figuresOf(withCost, false));
    expect(bars[0]).toMatchObject({ start: 0, width: 100 });
    expect(zero).toBe(0);
    for (const bar of bars) expect(bar.start + bar.width).toBeLessThanOrEqual(100 + 1e-9);
    expect(bars[1]!.start).toBeCloseTo(95, 8);
    expect(bars[1]!.width).toBeCloseTo(5, 8);
  });

  it("makes room for a bound above the list price and for a loss", () => {
    const { bars, marks, zero } = layoutOf(figuresOf({ ...withCost, targetPrice: 110, marginAmount: -30 }, false));
    expect(marks[0]!.place).toBe(100);
    expect(zero).toBeCloseTo((30 / 360) * 100, 8);
    expect(bars.at(-1)).toMatchObject({ start: 0 });
  });

  it("draws the corridor from minimum to target, and none without", () => {
    expect(layoutOf(figuresOf(sold, false)).corridor!.start).toBeCloseTo(85, 8);
    expect(layoutOf(figuresOf(sold, false)).corridor!.width).toBeCloseTo(10, 8);
    expect(layoutOf(figuresOf({ ...sold, targetPrice: undefined }, false)).corridor).toBeNull();
  });

  it("gathers what is last of a long run of steps, with what it comes to", () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({
      kind: StepKind.onInvoice,
      textKey: "",
      name: `Condition ${index}`,
      amount: -0.1,
    }));
    const all = figuresOf({ ...sold, steps: [sold.steps[0]!, ...many], invoiceAmount: 100, pocketAmount: 100 }, false).figures;
    const short = folded(all, 30);
    expect(short).toHaveLength(3 + 30);
    expect(short[30]).toMatchObject({ folded: 1971 });
    expect(short[30]!.amount).toBeCloseTo(-197.1, 6);
    expect(short[30]!.to).toBeCloseTo(100, 6);
    expect(folded(figuresOf(withCost, false).figures, 30)).toEqual(figuresOf(withCost, false).figures);
  });

  it("keeps everything at the beginning when all is nothing", () => {
    const { bars } = layoutOf(figuresOf({ currency: "CHF", quantity: 0, steps: [], invoiceAmount: 0, pocketAmount: 0 }, true));
    expect(bars.every((bar) => bar.start === 0 && bar.width === 0)).toBe(true);
  });
});

describe("the answer of the server", () => {
  it("is nothing for a line from before prices were judged", () => {
    expect(readWaterfall("")).toBeNull();
  });

  it.each([
    "{",
    "[]",
    '{"currency":"CHF","quantity":1,"invoiceAmount":1}',
    '{"currency":"CHF","quantity":1,"invoiceAmount":1,"pocketAmount":1,"steps":[{}]}',
  ])("is refused when it is no waterfall: %s", (json) => {
    expect(() => readWaterfall(json)).toThrow(SyntaxError);
  });
});
