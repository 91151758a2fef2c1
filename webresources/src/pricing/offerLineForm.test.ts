import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { XrmMockGenerator } from "xrm-mock";
import { PriceStatusChoice } from "../generated/choices";
import { judgeWhileTyping, showPrice } from "./offerLineForm";
import { discountCost, furtherDiscountPercent, type LineTerms } from "./offerLineNotices";

const terms: LineTerms = { quantity: 10, price: 100, isPriceOverridden: true, discount: 0 };

describe("a further discount", () => {
  it("is what comes off more than when the line was saved, of what it comes to in our pocket", () => {
    expect(furtherDiscountPercent({ ...terms, discount: 95 }, terms, 95)).toBe(10);
    expect(furtherDiscountPercent({ ...terms, price: 90.5 }, terms, 95)).toBe(10);
    expect(furtherDiscountPercent({ ...terms, price: 90.5, discount: 95 }, terms, 95)).toBe(20);
  });

  it("is none when less comes off, when nothing comes in, or when the price list gives the price", () => {
    expect(furtherDiscountPercent(terms, { ...terms, discount: 50 }, 95)).toBeNull();
    expect(furtherDiscountPercent({ ...terms, discount: 50 }, terms, null)).toBeNull();
    expect(furtherDiscountPercent({ ...terms, isPriceOverridden: false, price: 50 }, terms, 95)).toBeNull();
  });

  it("never is more than the whole", () => {
    expect(furtherDiscountPercent({ ...terms, discount: 5000 }, terms, 95)).toBe(100);
  });

  it("tells margin to readers of cost only, and bonus to who has a plan", () => {
    const keys = (readsMargin: boolean, hasPlan: boolean): string[] =>
      discountCost({ Margin: 95, Pay: 12.5, HasPlan: hasPlan }, readsMargin).flatMap(({ sentences }) => sentences.map(({ key }) => key));
    expect(keys(true, true)).toEqual(["pricing.discountCostsMargin", "pricing.discountCostsBonus"]);
    expect(keys(false, true)).toEqual(["pricing.discountCostsBonus"]);
    expect(keys(false, false)).toEqual([]);
  });

  it.each([1033, 1031, 1036, 1040])("has its sentences in language %i", (languageCode) => {
    const texts = readFileSync(new URL(`../../text/pricing.${languageCode}.resx`, import.meta.url), "utf8");
    for (const key of ["said", "judgedWhenSaved", "ifSaved", "discountCostsMargin", "discountCostsBonus"])
      expect(texts).toContain(`<data name="pricing.${key}"`);
  });
});

describe("offer line form", () => {
  const section = { setVisible: vi.fn() };
  const execute = vi.fn();
  const notices = (): string[] =>
    ((XrmMockGenerator.getFormContext().ui as { formNotifications?: { message: string }[] }).formNotifications ?? []).map(
      ({ message }) => message,
    );
  const form = (): Xrm.Events.EventContext => XrmMockGenerator.getEventContext();
  const answer = (body: object): Response => ({ json: () => Promise.resolve(body) }) as Response;
  let discount: { setValue: (value: number) => void };

  function open(id: string, canRead: boolean): void {
    const attributes = XrmMockGenerator.Attribute;
    attributes.createNumber("quantity", 10);
    attributes.createNumber("priceperunit", 100);
    attributes.createBoolean("ispriceoverridden", true);
    discount = attributes.createNumber("manualdiscountamount", 0);
    attributes.createNumber("kam_pocketprice", 95);
    attributes.createOptionSet("kam_pricestatus", PriceStatusChoice.BelowTarget);
    attributes.createString("kam_pricereason", "below the target");
    const margin = attributes.createNumber("kam_pocketmargin", 350);
    vi.spyOn(margin, "getUserPrivilege").mockReturnValue({ canRead, canCreate: false, canUpdate: false });
    const context = XrmMockGenerator.getFormContext();
    context.data.entity.getId = () => id;
    context.data.entity.getEntityName = () => "quotedetail";
    Object.assign(context.ui, { tabs: { get: () => ({ sections: { get: () => section } }) } });
  }

  beforeEach(() => {
    vi.useFakeTimers();
    const xrm = XrmMockGenerator.initialise();
    vi.spyOn(xrm.Utility, "getGlobalContext").mockReturnValue(XrmMockGenerator.context);
    vi.spyOn(xrm.Utility, "getResourceString").mockImplementation((_, key) => `${key.replace("pricing.", "")} {0}`);
    section.setVisible.mockReset();
    execute.mockReset();
    execute.mockImplementation(({ getMetadata }: { getMetadata: () => { operationName: string } }) =>
      Promise.resolve(
        answer(
          getMetadata().operationName === "kam_JudgeLinePrice"
            ? { PriceStatus: PriceStatusChoice.NeedsApproval, Reason: "level 2 must sign" }
            : { Margin: 95, Pay: 12.5, HasPlan: true },
        ),
      ),
    );
    Object.assign(Xrm.WebApi, { online: { execute } });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([true, false])("shows what was found, and cost only to who may read it: %s", (canRead) => {
    open("{7}", canRead);
    showPrice(form());
    expect(notices()).toEqual(["said below the target"]);
    expect(section.setVisible).toHaveBeenCalledWith(canRead);
  });

  it("asks once when typing pauses, and says what would be found and what it costs", async () => {
    open("{7}", true);
    showPrice(form());
    for (const value of [9, 95]) {
      discount.setValue(value);
      judgeWhileTyping(form());
    }
    expect(notices()).toEqual(["judgedWhenSaved {0}"]);

    await vi.advanceTimersByTimeAsync(400);

    expect(execute).toHaveBeenCalledTimes(2);
    expect(execute.mock.calls[0]?.[0]).toMatchObject({
      LineId: { guid: "7" },
      Table: "quotedetail",
      Quantity: 10,
      PricePerUnit: 100,
      ManualDiscount: 95,
    });
    expect(execute.mock.calls[1]?.[0]).toMatchObject({ LineId: { guid: "7" }, DiscountPercent: 10 });
    expect(notices()).toEqual(["ifSaved level 2 must sign", "discountCostsMargin 95 discountCostsBonus 12.5"]);
  });

  it("forgets answers that come after the save", async () => {
    open("{7}", true);
    showPrice(form());
    discount.setValue(95);
    judgeWhileTyping(form());
    showPrice(form());
    await vi.advanceTimersByTimeAsync(400);
    expect(notices()).toEqual(["said below the target"]);
  });

  it("asks nothing about a line that is not saved yet", async () => {
    open("", true);
    judgeWhileTyping(form());
    await vi.advanceTimersByTimeAsync(400);
    expect(execute).not.toHaveBeenCalled();
    expect(notices()).toEqual(["judgedWhenSaved {0}"]);
  });
});
