import { describe, expect, it } from "vitest";
import { CustomerInsightStatusReason } from "../generated/choices";
import { noticeFor, whyNotReady, type InsightEntries } from "./insightReadiness";

const ready: InsightEntries = {
  hypothesis: "Changeovers cost them a shift a week",
  evidence: "Time study, week 12",
  amountAtStake: 48_000,
  confidencePercent: 70,
  validUntil: new Date(2026, 3, 1),
};
const today = "2026-03-31";
const missing = (entries: Partial<InsightEntries>): string[] =>
  whyNotReady({ ...ready, ...entries }, today).map(({ key }) => key.slice(14));

describe("readiness of a customer insight", () => {
  it("lacks nothing with hypothesis, evidence, amount and a day after today", () => {
    expect(missing({})).toEqual([]);
  });

  it.each<[keyof InsightEntries, InsightEntries[keyof InsightEntries], string[]]>([
    ["hypothesis", null, ["insightHypothesisMissing"]],
    ["evidence", "   ", ["insightEvidenceMissing"]],
    ["amountAtStake", null, ["insightAmountMissing"]],
    ["amountAtStake", 0, ["insightAmountMissing"]],
    ["amountAtStake", 0.01, []],
    ["confidencePercent", null, []],
    ["confidencePercent", 0, []],
    ["confidencePercent", 100, []],
    ["confidencePercent", -0.01, ["insightConfidenceOutOfRange"]],
    ["confidencePercent", 100.01, ["insightConfidenceOutOfRange"]],
    ["validUntil", null, ["insightValidUntilMissing"]],
    ["validUntil", new Date(2026, 2, 31), ["insightExpired"]],
  ])("with %s = %s lacks %j", (entry, value, expected) => {
    expect(missing({ [entry]: value })).toEqual(expected);
  });

  it("names everything that is missing at once", () => {
    expect(missing({ hypothesis: null, evidence: null, amountAtStake: null, validUntil: null })).toHaveLength(4);
  });
});

describe("notice of a customer insight", () => {
  it("says on a draft that nothing is missing", () => {
    expect(noticeFor(CustomerInsightStatusReason.Draft, ready, today)[0]?.sentences.map(({ key }) => key)).toEqual([
      "valueInsights.noticeReady",
    ]);
  });

  it("says on a new insight, which has no status yet, what is missing", () => {
    const [notice] = noticeFor(null, { ...ready, evidence: null }, today);
    expect(notice?.sentences.map(({ key }) => key)).toEqual(["valueInsights.noticeNotReady", "valueInsights.insightEvidenceMissing"]);
  });

  it.each([CustomerInsightStatusReason.ReadyForUse, CustomerInsightStatusReason.Expired, CustomerInsightStatusReason.Disproved])(
    "is silent once the server has decided (%i)",
    (status) => {
      expect(noticeFor(status, { ...ready, evidence: null }, today)).toEqual([]);
    },
  );
});
