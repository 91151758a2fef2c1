import { describe, expect, it } from "vitest";
import { lineTermsNotice } from "./lineTermsNotice";

const line = { isChanged: true, hasProduct: true, hasFamily: false, hasPrice: true, hasDiscount: false };
const keysOf = (terms: typeof line): string[] =>
  lineTermsNotice(terms).flatMap((notice) => notice.sentences.map((sentence) => sentence.key));

describe("terms of an agreement line", () => {
  it("says nothing while nothing changes", () => {
    expect(lineTermsNotice({ ...line, isChanged: false, hasPrice: false })).toEqual([]);
  });

  it("says that a complete line is judged when it is saved", () => {
    expect(keysOf(line)).toEqual(["pricing.judgedWhenSaved"]);
    expect(lineTermsNotice(line)[0]?.level).toBe("INFO");
  });

  it("says everything that keeps it from being saved at once", () => {
    expect(keysOf({ ...line, hasFamily: true, hasPrice: false })).toEqual([
      "pricing.productOrFamily",
      "pricing.productOrFamilyWayOut",
      "pricing.priceOrDiscount",
      "pricing.priceOrDiscountWayOut",
    ]);
    expect(lineTermsNotice({ ...line, hasProduct: false })[0]?.level).toBe("WARNING");
  });
});
