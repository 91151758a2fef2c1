import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import * as React from "react";
import { afterEach, expect, it } from "vitest";
import { hostForTests, serverForTests } from "../src/hostForTests";
import { BundleConfiguratorVisual } from "./BundleConfigurator";
import { choicesText, startOf, withComponent, type Bundle, type Component } from "./bundle";

const component = (componentId: string, name: string, more: Partial<Component> = {}): Component => ({
  componentId,
  name,
  kind: "Option",
  minimumQuantity: 1,
  maximumQuantity: 10,
  unitPrice: 100,
  differentiation: 5,
  ...more,
});
const controller = component("c", "Controller", { kind: "Core", unitPrice: 1250.5, minimumQuantity: 2 });
const heat = component("h", "Heat sensor", { groupId: "g", unit: "Piece" });
const bundle: Bundle = {
  bundleId: "b",
  name: "Smart line",
  currency: "CHF",
  isReleased: true,
  groups: [{ groupId: "g", name: "Sensors", minimum: 1, maximum: 2 }],
  components: [controller, heat, component("t", "Touch sensor", { groupId: "g" })],
};
const tooFew = [{ code: "KAM-SOL-024", text: "Sensors: 0 chosen, at least 1 needed.", wayOut: "Choose more of this group." }];
const answers = {
  kam_DescribeBundle: () => ({ Bundle: JSON.stringify(bundle) }),
  kam_CheckBundle: ({ Choices }: Record<string, unknown>) =>
    String(Choices).includes('"h"')
      ? { IsValid: true, Violations: "[]", Price: 2601, Differentiation: 4.25 }
      : { IsValid: false, Violations: JSON.stringify(tooFew), Price: 2501, Differentiation: 4 },
};
const show = (language = 1033, more = {}) =>
  render(
    <BundleConfiguratorVisual
      host={hostForTests("BundleConfigurator", { record: { table: "kam_solutionbundle", id: "b" }, ...more }, language)}
      version=""
      lookUpQuote={() => Promise.resolve({ id: "{Q}", name: "Line 4" })}
    />,
  );
const words = () => document.body.textContent.replaceAll("\u00a0", " ");
const takeHeat = async () => {
  fireEvent.click(await screen.findByLabelText("Heat sensor"));
};

// An answer comes after a rest, and the first drawing of all takes its time.
configure({ asyncUtilTimeout: 4000 });
afterEach(cleanup);

it("starts with the core in its smallest quantity, and writes choices in the order of the bundle", () => {
  const both = withComponent(withComponent(new Map(), heat, true), controller, true);
  expect(choicesText(bundle, startOf(bundle))).toBe('[{"componentId":"c","quantity":2}]');
  expect(choicesText(bundle, both)).toBe('[{"componentId":"c","quantity":2},{"componentId":"h","quantity":1}]');
  expect(choicesText(bundle, withComponent(both, controller, false))).toBe('[{"componentId":"h","quantity":1}]');
  expect(choicesText(bundle, new Map([["h", ""]]))).toBe('[{"componentId":"h","quantity":0}]');
});

it("says in a live region what does not hold and the way out, until it holds", async () => {
  serverForTests(answers);
  show();
  const said = await screen.findByText(/Sensors: 0 chosen/);
  expect(said.textContent).toBe("Sensors: 0 chosen, at least 1 needed. Choose more of this group.");
  expect(said.closest('[role="status"]')).not.toBeNull();
  await takeHeat();
  await screen.findByText("This can be offered.");
  expect(words()).not.toContain("at least 1 needed");
  expect(words()).toContain("choose 1 to 2, 1 chosen");
});

it("asks once for several choices in quick succession", async () => {
  const { asked } = serverForTests(answers);
  show();
  await takeHeat();
  for (const value of ["2", "3", "4"]) fireEvent.change(screen.getByLabelText("Quantity of Heat sensor, 1 to 10"), { target: { value } });
  await screen.findByText("This can be offered.");
  expect(asked.filter(({ name }) => name === "kam_CheckBundle").map(({ parameters }) => parameters.Choices)).toEqual([
    '[{"componentId":"c","quantity":2},{"componentId":"h","quantity":4}]',
  ]);
});

it("shows cost and margin only where the server tells them", async () => {
  serverForTests(answers);
  show();
  await screen.findByText("4.0 of 5");
  expect(words()).not.toMatch(/Cost|Margin/);
  cleanup();
  serverForTests({ ...answers, kam_CheckBundle: () => ({ IsValid: true, Violations: "[]", Price: 2501, Cost: 1500.5, Margin: 1000.5 }) });
  show();
  await screen.findByText("This can be offered.");
  expect(words()).toContain("CostCHF 1,500.50MarginCHF 1,000.50");
});

it.each([
  [1031, "CHF 2’501.00", "Sensors 1 bis 2 wählen, 0 gewählt"],
  [1036, "CHF 2\u202f501,00", "Sensors choisir 1 à 2, 0 choisis"],
  [1040, "CHF 2’501.00", "Sensors sceglierne da 1 a 2, 0 scelti"],
])("writes numbers and sentences in the language %i", async (language, price, limits) => {
  serverForTests(answers);
  show(language);
  await screen.findByText(/Sensors: 0 chosen/);
  expect(words()).toContain(price);
  expect(words()).toContain(limits);
});

it("adds to the quote once on a double click, and repeats a request that got lost under the same id", async () => {
  let isLost = true;
  const { asked } = serverForTests({
    ...answers,
    kam_AddBundleToQuote: () => {
      if (isLost) throw new Error("The connection broke.");
      return { IsNew: false };
    },
  });
  show();
  await takeHeat();
  fireEvent.click(screen.getByText("Choose a quote"));
  await screen.findByText("Line 4");
  await screen.findByText("This can be offered.");
  const button = screen.getByText("Add to the quote");
  fireEvent.click(button);
  fireEvent.click(button);
  await screen.findByText("The connection broke.");
  isLost = false;
  fireEvent.click(button);
  await screen.findByText(/nothing was added twice/);
  const sent = asked.filter(({ name }) => name === "kam_AddBundleToQuote").map(({ parameters }) => parameters);
  expect(sent.map(({ QuoteId }) => QuoteId)).toEqual(["q", "q"]);
  expect(sent[0]!.RequestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent[1]!.RequestId).toBe(sent[0]!.RequestId);
});

it("adds nothing that does not hold, and nothing of a bundle that is not released", async () => {
  const { asked } = serverForTests(answers);
  show();
  fireEvent.click(await screen.findByText("Choose a quote"));
  await screen.findByText("Line 4");
  await screen.findByText(/Sensors: 0 chosen/);
  fireEvent.click(screen.getByText("Add to the quote"));
  expect(asked.map(({ name }) => name)).not.toContain("kam_AddBundleToQuote");
  cleanup();
  serverForTests({ ...answers, kam_DescribeBundle: () => ({ Bundle: JSON.stringify({ ...bundle, isReleased: false }) }) });
  show();
  await screen.findByText(/can be tried out/);
  expect(screen.queryByText("Add to the quote")).toBeNull();
});

it("has every component in its table, with what is chosen of it", async () => {
  serverForTests(answers);
  show();
  await takeHeat();
  fireEvent.click(screen.getByText("Show as table"));
  expect(screen.getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent).join(" | "))).toEqual([
    "Component | Group | Quantity | Unit price, CHF | Amount, CHF | Differentiation",
    "Controller |  | 2 | 1,250.50 | 2,501.00 | 5",
    "Heat sensor | Sensors | 1 | 100.00 | 100.00 | 5",
    "Touch sensor | Sensors |  | 100.00 |  | 5",
  ]);
});

it("says what is missing: the row itself, or components", async () => {
  serverForTests({ ...answers, kam_DescribeBundle: () => ({ Bundle: JSON.stringify({ ...bundle, components: [] }) }) });
  show(1033, { record: { table: "kam_solutionbundle", id: "" } });
  await screen.findByText("This appears once the row is saved.");
  cleanup();
  show();
  await waitFor(() => screen.getByText("This bundle has no components yet. Add what it consists of."));
});
