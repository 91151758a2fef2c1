import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { afterEach, describe, expect, it } from "vitest";
import { hostForTests, serverForTests } from "../src/hostForTests";
import { ConcentrationCurveVisual } from "./ConcentrationCurve";
import { curveOf, pathOf, pointAt, pointReaching } from "./layout";

// Four accounts with 50, 30, 15 and 5 percent.
const pareto = [
  { accountSharePercent: 25, revenueSharePercent: 50 },
  { accountSharePercent: 50, revenueSharePercent: 80 },
  { accountSharePercent: 75, revenueSharePercent: 95 },
  { accountSharePercent: 100, revenueSharePercent: 100 },
];
const analysis = {
  asOf: "2026-03-31",
  currency: "CHF",
  accounts: 4,
  revenue: 1_000_000,
  keyAccountSharePercent: 50,
  herfindahlIndex: 3_650,
  accountsForFourFifths: 2,
  pareto,
  points: [],
};
const record = { table: "kam_portfolio", id: "1" };
const show = (given: object, language = 1033) => {
  serverForTests({ kam_AnalyzePortfolio: () => ({ Analysis: JSON.stringify(given) }) });
  render(<ConcentrationCurveVisual host={hostForTests("ConcentrationCurve", { record }, language)} />);
};
const words = () => document.body.textContent.replaceAll("\u00a0", " ");

afterEach(cleanup);

describe("the curve", () => {
  it("begins at nothing and meets each share of accounts once", () => {
    expect(curveOf(pareto).map(({ accounts, revenue }) => [accounts, revenue])).toEqual([
      [0, 0],
      [25, 50],
      [50, 80],
      [75, 95],
      [100, 100],
    ]);
    expect(curveOf([{ accountSharePercent: 0, revenueSharePercent: 0 }, ...pareto])).toHaveLength(5);
  });

  it("finds where a share of revenue is reached, and what is nearest to a share of accounts", () => {
    const points = curveOf(pareto);
    expect([80, 80.01, 101].map((share) => pointReaching(share, points))).toEqual([2, 3, 4]);
    expect([-5, 12, 13, 100].map((share) => pointAt(share, points))).toEqual([0, 0, 1, 4]);
  });

  it("is drawn from the lower left, its ground closed along the bottom", () => {
    const area = { left: 10, top: 0, width: 100, height: 200 };
    const points = curveOf(pareto.slice(3));
    expect(pathOf(points, area, false)).toBe("M10 200L110 0");
    expect(pathOf(points, area, true)).toBe("M10 200L110 0L110 200L10 200z");
  });
});

it.each([
  [1033, "50.0 % of the accounts with revenue bring 80.0 % of it", "3,650 of 10,000"],
  [1031, "50.0 % der Firmen mit Umsatz bringen 80.0 % davon", "3’650 von 10’000"],
  [1036, "50,0 % des comptes avec chiffre d’affaires en apportent 80,0 %", "3 650 sur 10 000"],
  [1040, "il 50.0 % degli account con fatturato ne porta il 80.0 %", "3’650 di 10’000"],
])("says in language %i where four fifths are reached, and the key figures", async (language, sentence, index) => {
  show(analysis, language);
  const slider = await screen.findByRole("slider");
  expect(slider.getAttribute("aria-valuetext")?.replaceAll("\u00a0", " ")).toBe(sentence);
  expect(words().replaceAll("\u202f", " ")).toContain(index);
});

it("walks along the curve with arrow keys and to its ends", async () => {
  show(analysis);
  const slider = await screen.findByRole("slider");
  const at = (key: string) => {
    fireEvent.keyDown(slider, { key });
    return slider.getAttribute("aria-valuenow");
  };
  expect(["ArrowRight", "ArrowUp", "ArrowRight", "ArrowDown", "Home", "ArrowLeft", "End"].map(at)).toEqual([
    "3",
    "4",
    "4",
    "3",
    "0",
    "0",
    "4",
  ]);
});

it("knows no share and no index without revenue, and says so", async () => {
  show({ ...analysis, keyAccountSharePercent: null, herfindahlIndex: undefined, accountsForFourFifths: null });
  await screen.findByRole("slider");
  expect(screen.getAllByText("unknown")).toHaveLength(3);
  cleanup();
  show({ ...analysis, pareto: [] });
  await screen.findByText("No account of this portfolio has revenue in a valuation yet.");
});
