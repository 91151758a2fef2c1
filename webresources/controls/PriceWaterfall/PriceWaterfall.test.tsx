import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { afterEach, expect, it } from "vitest";
import { hostForTests, serverForTests } from "../src/hostForTests";
import { PriceWaterfallVisual } from "./PriceWaterfall";
import { StepKind, type Waterfall } from "./waterfall";

// 3 sensors at 1'000: 5 % agreed discount; target 960, minimum 900.
const shown: Waterfall = {
  currency: "CHF",
  quantity: 3,
  steps: [
    { kind: StepKind.listPrice, textKey: "pricing.stepListPrice", name: "", amount: 3000 },
    { kind: StepKind.discount, textKey: "pricing.discountAgreed", name: "", amount: -150 },
    { kind: StepKind.retroactive, textKey: "", name: "Loyalty", amount: 0, percent: 2, whyLess: "KAM-PRC-001" },
  ],
  invoiceAmount: 2850,
  pocketAmount: 2850,
  targetPrice: 960,
  minimumPrice: 900,
};
const whole: Waterfall = {
  ...shown,
  steps: [...shown.steps, { kind: StepKind.cost, textKey: "pricing.stepCost", name: "", amount: -1800 }],
  marginAmount: 1050,
  floorPrice: 700,
};
const answering = (waterfall: Waterfall | null) =>
  serverForTests({ kam_ExplainLinePrice: () => ({ Waterfall: waterfall ? JSON.stringify(waterfall) : "" }) });
const show = (language = 1033, more = {}) =>
  render(<PriceWaterfallVisual host={hostForTests("PriceWaterfall", more, language)} version="1" />);
const words = () => document.body.textContent.replaceAll("\u00a0", " ");

afterEach(cleanup);

it("asks for the line of the form and says where its price stands", async () => {
  const { asked } = answering(shown);
  show();
  await screen.findByText("below target");
  expect(asked).toEqual([
    { name: "kam_ExplainLinePrice", parameters: { "@LineId": "00000000-0000-0000-0000-000000000001", "@Table": "'quotedetail'" } },
  ]);
  expect(words()).toContain("CHF 950.00Pocket price");
  expect(words()).toContain("CHF 10.00 short of the target");
  expect(words()).toContain("What the condition rewards is not known for this customer.");
});

it.each([
  [1033, "CHF 2,850.00", "Invoice price"],
  [1031, "CHF 2’850.00", "Rechnungspreis"],
  [1036, "CHF 2\u202f850,00", "Prix facturé"],
  [1040, "CHF 2’850.00", "Prezzo in fattura"],
])("writes amounts and names as readers of %i do", async (language, amount, name) => {
  answering(shown);
  show(language);
  await screen.findByRole("list");
  fireEvent.click(screen.getAllByRole("radio")[1]!);
  expect(words()).toContain(amount);
  expect(words()).toContain(name);
});

it("hints at neither cost nor margin nor floor where the server tells none, in picture and table", async () => {
  answering(shown);
  show();
  await screen.findByRole("list");
  const picture = words();
  fireEvent.click(screen.getByText("Show as table"));
  for (const hint of [/cost/i, /margin/i, /floor/i]) {
    expect(picture).not.toMatch(hint);
    expect(words()).not.toMatch(hint);
  }
});

it("goes on to cost, margin and floor for whoever may read them", async () => {
  answering(whole);
  show();
  await screen.findByText("Cost");
  expect(words()).toContain("Pocket marginCHF 350.00");
  expect(words()).toContain("Floor 700.00");
});

it("has every figure in its table as well", async () => {
  answering(whole);
  show();
  fireEvent.click(await screen.findByText("Show as table"));
  expect(screen.getAllByRole("row").map((row) => [...row.children].slice(0, 4).map((cell) => cell.textContent))).toEqual([
    ["Step", "Line (CHF)", "Per unit (CHF)", "Of list price"],
    ["List price", "3,000.00", "1,000.00", "100.0\u00a0%"],
    ["Agreed discount", "−150.00", "−50.00", "−5.0\u00a0%"],
    ["Invoice price", "2,850.00", "950.00", "95.0\u00a0%"],
    ["Loyalty", "0.00", "0.00", "0.0\u00a0%"],
    ["Pocket price", "2,850.00", "950.00", "95.0\u00a0%"],
    ["Cost", "−1,800.00", "−600.00", "−60.0\u00a0%"],
    ["Pocket margin", "1,050.00", "350.00", "35.0\u00a0%"],
    ["Target", "2,880.00", "960.00", ""],
    ["Minimum", "2,700.00", "900.00", ""],
    ["Floor", "2,100.00", "700.00", ""],
  ]);
});

it("says that a line is not judged yet, and that a new one must be saved", async () => {
  answering(null);
  show();
  await screen.findByText(/has not been judged yet/);
  cleanup();
  show(1033, { record: { table: "quotedetail", id: "" } });
  await screen.findByText(/once the row is saved/);
});

it("says what the server refused, and tries again", async () => {
  let isBroken = true;
  serverForTests({
    kam_ExplainLinePrice: () => {
      if (isBroken) throw new Error("You may not read this line.");
      return { Waterfall: JSON.stringify(shown) };
    },
  });
  show();
  await screen.findByText(/You may not read this line/);
  isBroken = false;
  fireEvent.click(screen.getByText("Try again"));
  await screen.findByText("below target");
});
