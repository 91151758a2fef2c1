import { cleanup, fireEvent, render, waitFor, within } from "@testing-library/react";
import * as React from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { hostForTests } from "../src/hostForTests";
import { rowsForTests } from "../src/rowsForTests";
import { ScoreExplanationVisual } from "./ScoreExplanation";
import { scoreIdOf } from "./explainedScore";

const say = (key: string, ...values: [kind: string, value: string][]): object => ({
  key: `valueInsights.${key}`,
  arguments: values.map(([kind, value]) => ({ kind, value })),
});
const score = {
  kam_score: 72.5,
  kam_band: 781340001,
  kam_asof: "2026-03-31",
  kam_explanationdata: JSON.stringify([
    say("strongestPart", ["TextKey", "valueInsights.criterionRevenueRolling"], ["Number", "9"], ["Number", "27.00"], ["Number", "30.00"]),
    say("weakestPart", ["Text", "Treue"], ["Number", "9"], ["Number", "4.00"], ["Number", "10.00"]),
    say("scoreRose", ["Date", "2025-12-31"], ["Number", "6.25"], ["Number", "66.25"], ["Number", "72.50"]),
  ]),
};
const parts = [
  { kam_name: "Loyalty", kam_contribution: 4, kam_weightpercent: 10, kam_curvepoints: 40 },
  { kam_name: "Revenue", kam_contribution: 27, kam_weightpercent: 30, kam_curvepoints: 90 },
];
const bound = { table: "kam_valuescore", id: "7" };

afterEach(cleanup);

describe("the score to explain", () => {
  it("is the row itself on the form of a score, else the one the column leads to", () => {
    expect(scoreIdOf({ table: "kam_valuescore", id: "5" }, { table: "account", id: "1" })).toBe("5");
    expect(scoreIdOf({ table: "account", id: "1" }, bound)).toBe("7");
    expect(scoreIdOf({ table: "account", id: "1" }, null)).toBeNull();
    expect(scoreIdOf({ table: "kam_valuescore", id: "" }, null)).toBeNull();
  });
});

describe("the explanation", () => {
  it("names parts in the reader's language where the server did, largest first, and says what changed", async () => {
    const host = hostForTests("ScoreExplanation", { webApi: rowsForTests({ kam_valuescore: [score], kam_scorepart: parts }) }, 1031);
    const { findByRole, getByText } = render(<ScoreExplanationVisual host={host} bound={bound} />);
    const bars = await findByRole("list", { name: "Was jedes Kriterium beiträgt" });
    expect(
      within(bars)
        .getAllByRole("listitem")
        .map((each) => each.textContent),
    ).toEqual(["Umsatz27.00 von 30.00 Punkten", "Loyalty4.00 von 10.00 Punkten"]);
    expect(getByText("Seit 31.12.2025 ist der Kundenwert um 6.25 Punkte gestiegen, von 66.25 auf 72.50.")).toBeTruthy();
  });

  it("asks again on request when the server refused", async () => {
    const webApi = rowsForTests({ kam_valuescore: [score], kam_scorepart: parts });
    const refuse = vi.spyOn(webApi, "retrieveRecord").mockRejectedValueOnce({ message: "You may not read scores." });
    const { findByRole, queryByRole, getByRole } = render(
      <ScoreExplanationVisual host={hostForTests("ScoreExplanation", { webApi }, 1033)} bound={bound} />,
    );
    expect((await findByRole("alert")).textContent).toContain("You may not read scores.");
    fireEvent.click(getByRole("button", { name: "Try again" }));
    await waitFor(() => {
      expect(queryByRole("alert")).toBeNull();
    });
    expect(refuse).toHaveBeenCalledTimes(2);
  });

  it("asks for nothing where there is no score", async () => {
    const webApi = rowsForTests({});
    const retrieve = vi.spyOn(webApi, "retrieveRecord");
    const { findByText } = render(<ScoreExplanationVisual host={hostForTests("ScoreExplanation", { webApi }, 1036)} bound={null} />);
    await findByText(/score/i, { selector: "span" });
    expect(retrieve).not.toHaveBeenCalled();
  });
});
