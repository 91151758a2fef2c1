import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { afterEach, expect, it } from "vitest";
import { hostForTests, serverForTests } from "../src/hostForTests";
import type { AccountPoint, PortfolioAnalysis } from "../src/portfolioAnalysis";
import { ValuePotentialMatrixVisual } from "./ValuePotentialMatrix";

const portfolio = { table: "kam_portfolio", id: "00000000-0000-0000-0000-0000000000a1" };
const point = (accountId: string, name: string, value: number | null, potential: number | null): AccountPoint => ({
  accountId,
  name,
  value,
  potential,
  revenue: 250_000,
  isKeyAccount: false,
  quadrant: value === null ? "Unknown" : "Partner",
  segment: "A",
});
const analysis: PortfolioAnalysis = {
  asOf: "2026-03-31",
  currency: "CHF",
  accounts: 3,
  revenue: 750_000,
  pareto: [],
  valueFrom: 60,
  potentialFrom: 500_000,
  matrix: [{ name: "Partner", accounts: 2, revenue: 500_000 }],
  points: [point("1", "Aarewerk", 40, 1_000_000), point("2", "Birs", 80, 1_000_000), point("3", "Calanda", null, null)],
};
const words = () => document.body.textContent.replaceAll("\u00a0", " ");

afterEach(cleanup);

it("asks for the accounts of the portfolio on its form, and of all on any other", async () => {
  const { asked } = serverForTests({ kam_AnalyzePortfolio: () => ({ Analysis: JSON.stringify(analysis) }) });
  render(<ValuePotentialMatrixVisual host={hostForTests("ValuePotentialMatrix", { record: portfolio })} />);
  await screen.findByRole("listbox");
  cleanup();
  render(<ValuePotentialMatrixVisual host={hostForTests("ValuePotentialMatrix", { record: { table: "account", id: "7" } })} />);
  await screen.findByRole("listbox");
  expect(asked.map(({ parameters }) => parameters)).toEqual([{ PortfolioId: portfolio.id }, {}]);
});

it("walks with arrow keys, says the account, and opens it with Enter", async () => {
  serverForTests({ kam_AnalyzePortfolio: () => ({ Analysis: JSON.stringify(analysis) }) });
  const opened: string[] = [];
  const openRow = (table: string, id: string) => opened.push(`${table} ${id}`);
  render(<ValuePotentialMatrixVisual host={hostForTests("ValuePotentialMatrix", { record: portfolio, openRow }, 1031)} />);
  const list = await screen.findByRole("listbox");
  expect(screen.getByRole("option").textContent.replaceAll("\u00a0", " ")).toBe(
    "Aarewerk Wert 40.0, Potenzial CHF 1’000’000, Umsatz CHF 250’000, A. Partner: hoher Wert, hohes Potenzial",
  );
  fireEvent.keyDown(list, { key: "ArrowRight" });
  expect(screen.getByRole("option").textContent).toContain("Birs");
  expect(screen.getByRole("option").getAttribute("aria-posinset")).toBe("2");
  fireEvent.keyDown(list, { key: "Enter" });
  expect(opened).toEqual(["account 2"]);
  expect(words()).toContain("1 Firmen ohne Wert oder Potenzial stehen nur in der Tabelle");
});

it("shows in the table what the drawing has no place for", async () => {
  serverForTests({ kam_AnalyzePortfolio: () => ({ Analysis: JSON.stringify(analysis) }) });
  render(<ValuePotentialMatrixVisual host={hostForTests("ValuePotentialMatrix", { record: portfolio }, 1036)} />);
  fireEvent.click(await screen.findByRole("button", { name: "Afficher en tableau" }));
  expect(screen.getAllByRole("rowheader").map((each) => each.textContent)).toEqual(["Aarewerk", "Birs", "Calanda"]);
  expect(screen.getByRole("row", { name: /Calanda/ }).textContent).toContain("inconnuinconnu");
});

it("is empty for a new portfolio and for one nobody has valued, and says an error otherwise", async () => {
  const { asked } = serverForTests({
    kam_AnalyzePortfolio: ({ PortfolioId }) => {
      throw new Error(PortfolioId === portfolio.id ? "Not valued. (KAM-VAL-052)" : "No.");
    },
  });
  render(<ValuePotentialMatrixVisual host={hostForTests("ValuePotentialMatrix", { record: { ...portfolio, id: "" } })} />);
  await screen.findByText("This appears once the row is saved.");
  expect(asked).toEqual([]);
  cleanup();
  render(<ValuePotentialMatrixVisual host={hostForTests("ValuePotentialMatrix", { record: portfolio })} />);
  await screen.findByText("No account of this portfolio has been valued yet.");
  cleanup();
  render(<ValuePotentialMatrixVisual host={hostForTests("ValuePotentialMatrix")} />);
  expect((await screen.findByRole("alert")).textContent).toContain("No.");
});
