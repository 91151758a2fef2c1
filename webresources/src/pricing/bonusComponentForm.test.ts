import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { XrmMockGenerator } from "xrm-mock";
import { showCurve } from "./bonusComponentForm";
import { bonusCurveNotice, type BonusCurve } from "./bonusCurveNotice";

const margin: BonusCurve = {
  name: "Margin",
  targetPay: 8000,
  threshold: 560000,
  target: 700000,
  cap: 1050000,
  thresholdPayPercent: 50,
  capPayPercent: 150,
};
const keysOf = (curve: BonusCurve): string[] => bonusCurveNotice(curve).flatMap(({ sentences }) => sentences.map(({ key }) => key));

describe("bonus curve", () => {
  it("says what it pays at threshold, target and cap", () => {
    const [notice] = bonusCurveNotice(margin);
    expect(notice?.level).toBe("INFO");
    expect(notice?.sentences[0]?.arguments.map(({ value }) => value)).toEqual(["560000", "4000", "700000", "8000", "1050000", "12000"]);
  });

  it("names everything that is wrong at once", () => {
    const wrong = { ...margin, targetPay: -1, threshold: 700000, cap: 700000, thresholdPayPercent: 101, capPayPercent: 99 };
    expect(bonusCurveNotice(wrong)[0]?.level).toBe("WARNING");
    expect(keysOf(wrong)).toEqual([
      "pricing.targetPayBelowZero",
      "pricing.targetNotAboveThreshold",
      "pricing.capNotAboveTarget",
      "pricing.thresholdPayOutOfRange",
      "pricing.capPayBelowTarget",
    ]);
  });

  it("says nothing while it is incomplete and right so far, and warns as soon as it is not", () => {
    expect(bonusCurveNotice({ ...margin, cap: null })).toEqual([]);
    expect(keysOf({ ...margin, cap: null, target: 500000 })).toEqual(["pricing.targetNotAboveThreshold"]);
  });

  it.each([1033, 1031, 1036, 1040])("has its sentences in language %i", (languageCode) => {
    const texts = readFileSync(new URL(`../../text/pricing.${languageCode}.resx`, import.meta.url), "utf8");
    for (const key of [
      ...keysOf(margin),
      ...keysOf({ ...margin, targetPay: -1, threshold: 1e9, cap: 0, thresholdPayPercent: -1, capPayPercent: 0 }),
    ])
      expect(texts).toContain(`<data name="${key}"`);
  });
});

describe("bonus component form", () => {
  beforeEach(() => {
    const xrm = XrmMockGenerator.initialise();
    vi.spyOn(xrm.Utility, "getGlobalContext").mockReturnValue(XrmMockGenerator.context);
    vi.spyOn(xrm.Utility, "getResourceString").mockImplementation((_, key) => key.replace("pricing.", ""));
  });

  it("warns beside the fields while somebody types", () => {
    XrmMockGenerator.Attribute.createString("kam_name", "Margin");
    for (const [column, value] of [
      ["targetpay", 8000],
      ["threshold", 900],
      ["target", 700],
      ["cap", 1050],
      ["thresholdpaypercent", 50],
      ["cappaypercent", 150],
    ] as const)
      XrmMockGenerator.Attribute.createNumber(`kam_${column}`, value);

    showCurve(XrmMockGenerator.getEventContext());

    const { formNotifications } = XrmMockGenerator.getFormContext().ui as { formNotifications?: { message: string }[] };
    expect(formNotifications?.map(({ message }) => message)).toEqual(["targetNotAboveThreshold"]);
  });
});
