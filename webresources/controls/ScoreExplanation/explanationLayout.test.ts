import { describe, expect, it } from "vitest";
import { number, sentence, words, type Sentence } from "../../src/vocabulary/sentence";
import { arrange, ranked, reach, sentenceAbout, type Part } from "./explanationLayout";

const part = (name: string, contribution: number, weightPercent: number): Part => ({
  name,
  contribution,
  weightPercent,
  points: 50,
  policy: null,
});

describe("arranged explanation", () => {
  it("puts each sentence where its question is answered, in the order given", () => {
    const arranged = arrange([
      sentence("valueInsights.scoreIs"),
      sentence("valueInsights.strongestPart", words("Revenue")),
      sentence("valueInsights.weakestPart", words("Growth")),
      sentence("valueInsights.scoreRose"),
      sentence("valueInsights.partRose", words("Revenue")),
      sentence("valueInsights.partLeftOut", words("Margin")),
      sentence("valueInsights.calculatedWith"),
    ]);
    expect(
      Object.fromEntries(
        Object.entries<readonly Sentence[]>({ ...arranged }).map(([place, list]) => [place, list.map(({ key }) => key.slice(14))]),
      ),
    ).toEqual({
      headline: ["scoreIs"],
      strongest: ["strongestPart"],
      weakest: ["weakestPart"],
      changes: ["scoreRose", "partRose"],
      assumptions: ["partLeftOut"],
      basis: ["calculatedWith"],
    });
  });

  it("loses no sentence of a newer version", () => {
    expect(arrange([sentence("valueInsights.fromTheFuture")]).assumptions).toHaveLength(1);
  });
});

describe("parts", () => {
  it("stand with the largest contribution first, among equals the one that fills its weight", () => {
    const parts = [part("Growth", 5, 30), part("Revenue", 20, 25), part("Margin", 5, 10), part("Fit", 5, 10)];
    expect(ranked(parts).map(({ name }) => name)).toEqual(["Revenue", "Fit", "Margin", "Growth"]);
  });

  it("reach as far as their weight allows on the scale of the heaviest criterion", () => {
    const parts = [part("Revenue", 20, 40), part("Growth", 5, 10)];
    expect(reach(parts[0]!, parts)).toEqual({ possible: 100, reached: 50 });
    expect(reach(parts[1]!, parts)).toEqual({ possible: 25, reached: 12.5 });
  });

  it("reach nowhere when no criterion has a weight", () => {
    expect(reach(part("Revenue", 0, 0), [part("Revenue", 0, 0)])).toEqual({ possible: 0, reached: 0 });
  });

  it("are found in the sentence that says their contribution and weight, whatever it calls them", () => {
    const strong = sentence("valueInsights.strongestPart", words("Umsatz"), words("CHF 5"), number(20), number(25));
    expect(sentenceAbout(part("Revenue", 20, 25), [strong])).toBe(strong);
    expect(sentenceAbout(part("Revenue", 20, 25.01), [strong])).toBeUndefined();
    expect(sentenceAbout(part("Revenue", 19.99, 25), [strong, sentence("valueInsights.calculatedWith")])).toBeUndefined();
  });
});
