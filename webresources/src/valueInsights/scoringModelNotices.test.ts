import { describe, expect, it } from "vitest";
import { ScoringModelStatusReason } from "../generated/choices";
import { frozenNotice, isFrozen, shareNotice, weightsNotice } from "./scoringModelNotices";

describe("a scoring model", () => {
  it("can be changed as long as it is a draft that never was in use", () => {
    expect(isFrozen({ statuscode: ScoringModelStatusReason.Draft, kam_activatedon: null })).toBe(false);
    expect(frozenNotice({ statuscode: ScoringModelStatusReason.Draft })).toEqual([]);
  });

  it("is frozen in use, and stays so once it has been", () => {
    expect(isFrozen({ statuscode: ScoringModelStatusReason.InUse })).toBe(true);
    expect(isFrozen({ statuscode: ScoringModelStatusReason.Retired, kam_activatedon: "2026-01-05T08:00:00Z" })).toBe(true);
  });

  it("says in use which version takes a change", () => {
    const [notice] = frozenNotice({ kam_name: "Default", kam_version: 3, statuscode: ScoringModelStatusReason.InUse });
    expect(notice?.sentences[0]?.arguments.map(({ value }) => value)).toEqual(["Default", "3", "4"]);
  });

  it("adds up weights without binary noise", () => {
    expect(weightsNotice("Default", [0.1, 0.2])[0]?.sentences[0]?.arguments.map(({ value }) => value)).toEqual(["2", "0.3"]);
  });

  it("warns when all weights are zero and mentions when there are no criteria", () => {
    expect(weightsNotice("Default", [0, 0])[0]).toMatchObject({ level: "WARNING" });
    expect(weightsNotice("Default", [])[0]?.sentences[0]?.key).toBe("valueInsights.noticeNoCriteria");
  });
});

describe("a criterion", () => {
  it("counts for its share of all weights, two decimals", () => {
    expect(shareNotice("Default", 10, [10, 10])[0]?.sentences[0]?.arguments).toEqual([
      { kind: "Percent", value: "33.33" },
      { kind: "Number", value: "30" },
    ]);
  });

  it("has nothing to say without a weight and warns when nothing counts", () => {
    expect(shareNotice("Default", null, [10])).toEqual([]);
    expect(shareNotice("Default", 0, [0])[0]).toMatchObject({ level: "WARNING" });
  });
});
