import { describe, expect, it } from "vitest";
import { ChurnRiskChoice } from "../generated/choices";
import { percent, sentence } from "../vocabulary/sentence";
import { noticesFor, type AccountState } from "./accountNotices";

const calm: AccountState = { staleOn: null, churnRisk: ChurnRiskChoice.None, explanation: [sentence("valueInsights.scoreIs")] };
const said = (state: Partial<AccountState>): [string, string, string[]][] =>
  noticesFor({ ...calm, ...state }).map(({ id, level, sentences }) => [id, level, sentences.map(({ key }) => key)]);

describe("notices of an account", () => {
  it("are none when the score is up to date, the customer orders and the margin is known", () => {
    expect(said({})).toEqual([]);
  });

  it("say since when the score is out of date", () => {
    const [notice] = noticesFor({ ...calm, staleOn: new Date(2026, 2, 31, 23, 30) });
    expect(notice?.sentences[0]?.arguments).toEqual([{ kind: "Date", value: "2026-03-31" }]);
  });

  it("warn of an account at risk and only mention one to watch", () => {
    expect(said({ churnRisk: ChurnRiskChoice.AtRisk })).toEqual([["kam_churnRisk", "WARNING", ["valueInsights.noticeAtRisk"]]]);
    expect(said({ churnRisk: ChurnRiskChoice.Watch })).toEqual([["kam_churnRisk", "INFO", ["valueInsights.noticeWatch"]]]);
  });

  it("say in the words of the explanation why the margin is unknown, and what to do", () => {
    const costUnknown = sentence("valueInsights.costUnknown", percent(61.5), percent(95));
    const [notice] = noticesFor({ ...calm, explanation: [costUnknown] });
    expect(notice?.sentences).toEqual([
      sentence("valueInsights.noticeMarginUnknown"),
      costUnknown,
      sentence("valueInsights.costUnknownWayOut"),
    ]);
  });
});
