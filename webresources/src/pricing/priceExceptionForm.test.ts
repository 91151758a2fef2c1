import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { XrmMockGenerator } from "xrm-mock";
import { PriceExceptionStatusReason } from "../generated/choices";
import { exceptionNotices, type ExceptionFacts } from "./exceptionNotice";
import { belowListPercent } from "./lineOfException";
import { checkValidUntil, showLine, showStanding } from "./priceExceptionForm";

const { Requested, Approved, Rejected, Void } = PriceExceptionStatusReason;
const day = (text: string): Date => new Date(`${text}T00:00:00`);
const asked: ExceptionFacts = {
  standing: { status: Requested, requestedById: "{AA}", priceSetById: "{BB}", isUsed: false, userId: "{CC}" },
  levelName: "Team lead",
  decideBy: day("2026-04-02"),
  validUntil: day("2026-04-30"),
  today: day("2026-03-31"),
  belowListPercent: 18,
  isLineChanged: false,
};
const as = (standing: Partial<ExceptionFacts["standing"]>, more: Partial<ExceptionFacts> = {}): ExceptionFacts => ({
  ...asked,
  ...more,
  standing: { ...asked.standing, ...standing },
});
const keysOf = (facts: ExceptionFacts): string[] =>
  exceptionNotices(facts).flatMap(({ sentences }) => sentences.map(({ key }) => key.replace("pricing.", "")));

describe("what the form of a price exception says", () => {
  it.each<[string, ExceptionFacts, string[]]>([
    ["to an approver", asked, ["noticeToDecide", "noticeGoesUp", "noticeBelowList"]],
    ["to whoever asked", as({ userId: "aa" }), ["noticeOthersDecide", "noticeGoesUp", "noticeBelowList"]],
    ["to whoever set the price", as({ userId: "{bb}" }), ["noticeOthersDecide", "noticeGoesUp", "noticeBelowList"]],
    ["at the highest level", as({}, { decideBy: null, belowListPercent: null }), ["noticeToDecide"]],
    ["at list price or above", as({}, { decideBy: null, belowListPercent: 0 }), ["noticeToDecide"]],
    ["when rejected", as({ status: Rejected }, { belowListPercent: null }), ["noticeEnded"]],
    ["before it is saved", as({ status: null }), []],
    [
      "when its line has changed",
      as({}, { belowListPercent: null, isLineChanged: true }),
      ["noticeToDecide", "noticeGoesUp", "noticeLineChanged"],
    ],
    [
      "when its line changed after it was ordered",
      as({ status: Approved, isUsed: true }, { belowListPercent: null, isLineChanged: true }),
      ["noticeEnded"],
    ],
  ])("%s", (_, facts, keys) => {
    expect(keysOf(facts)).toEqual(keys);
  });

  it.each([
    ["2026-04-04", []],
    ["2026-04-03", ["noticeExpires"]],
    ["2026-03-31", ["noticeExpires"]],
    ["2026-03-30", ["noticeTooOld"]],
  ])("of a last day on %s", (validUntil, keys) => {
    const facts = { belowListPercent: null, validUntil: day(validUntil) };
    expect(keysOf(as({ status: Approved }, facts))).toEqual(["noticeEnded", ...keys]);
    expect(keysOf(as({ status: Approved, isUsed: true }, facts))).toEqual(["noticeEnded"]);
  });

  it("warns that a void one is to be asked for again", () => {
    const [notice] = exceptionNotices(as({ status: Void }));
    expect(notice?.level).toBe("WARNING");
    expect(notice?.sentences[0]?.arguments[0]).toEqual({ kind: "TextKey", value: "pricing.exceptionVoid" });
  });

  it.each([1033, 1031, 1036, 1040])("has its sentences in language %i", (languageCode) => {
    const texts = readFileSync(new URL(`../../text/pricing.${languageCode}.resx`, import.meta.url), "utf8");
    const all = ["noticeToDecide", "noticeOthersDecide", "noticeGoesUp", "noticeBelowList", "noticeEnded", "noticeExpires", "noticeTooOld"];
    for (const key of [...all, "noticeLineChanged", "noticeLevelSigns", "noticeReason", "dayHasPassed"])
      expect(texts).toContain(`<data name="pricing.${key}"`);
  });
});

describe("what a line costs below list", () => {
  it.each([
    [{ steps: [{ amount: 1000 }, { amount: -180 }], invoiceAmount: 820 }, 18],
    [{ steps: [{ amount: 1000 }], invoiceAmount: 1000 }, 0],
    [{ steps: [{ amount: 999 }], invoiceAmount: 666 }, 33.3],
    [{ steps: [{ amount: 0 }], invoiceAmount: 0 }, null],
  ])("%j is %s percent", (waterfall, percent) => {
    expect(belowListPercent(JSON.stringify(waterfall))).toBe(percent);
  });

  it("is unknown while nothing is judged", () => {
    expect(belowListPercent("")).toBeNull();
  });
});

const attributes = XrmMockGenerator.Attribute;
const context = (): Xrm.Events.EventContext => XrmMockGenerator.getEventContext();
const notices = (): string[] => {
  const { formNotifications } = XrmMockGenerator.getFormContext().ui as { formNotifications?: { message: string }[] };
  return formNotifications?.map(({ message }) => message) ?? [];
};
const me = "00000000-0000-0000-0000-0000000000aa";
const retrieve = vi.fn();
const execute = vi.fn();

beforeEach(() => {
  const xrm = XrmMockGenerator.initialise();
  vi.spyOn(xrm.Utility, "getGlobalContext").mockReturnValue({ userSettings: { userId: me, languageId: 1033 } } as never);
  vi.spyOn(xrm.Utility, "getResourceString").mockImplementation((_, key) => `${key.replace("pricing.", "")} {0}`);
  const Waterfall = JSON.stringify({ steps: [{ amount: 1000 }, { amount: -180 }], invoiceAmount: 820 });
  execute.mockReset().mockResolvedValue({ json: () => Promise.resolve({ Waterfall }) });
  retrieve.mockReset().mockResolvedValue({
    quantity: 10,
    priceperunit: 82,
    kam_pricereason: "Below the minimum.",
    "_kam_requiredlevelid_value@OData.Community.Display.V1.FormattedValue": "Team lead",
  });
  Object.assign(Xrm.WebApi, { online: { execute }, retrieveRecord: retrieve });
  const { data } = XrmMockGenerator.getFormContext();
  Object.assign(data, { addOnLoad: vi.fn(), removeOnLoad: vi.fn() });
});

describe("main form of a price exception", () => {
  const form = (status: number, requestedBy: string, pricePerUnit = 82): void => {
    attributes.createOptionSet("statuscode", status, []);
    attributes.createLookup("kam_requestedbyid", { entityType: "systemuser", id: requestedBy, name: "Anna" });
    attributes.createLookup("kam_pricesetbyid", []);
    attributes.createLookup("kam_approvallevelid", { entityType: "kam_approvallevel", id: "1", name: "Team lead" });
    attributes.createLookup("kam_quotelineid", { entityType: "quotedetail", id: "{DD}", name: "Heat sensor" });
    attributes.createLookup("kam_orderlineid", []);
    attributes.createLookup("kam_agreementlineid", []);
    for (const column of ["kam_usedon", "kam_decideby", "kam_validuntil"]) attributes.createDate(column);
    attributes.createNumber("kam_quantity", 10);
    attributes.createNumber("kam_priceperunit", pricePerUnit);
    attributes.createString("kam_comment");
    XrmMockGenerator.getFormContext().getControl<Xrm.Controls.StandardControl>("kam_comment").setDisabled(true);
  };
  const isLocked = (): boolean => XrmMockGenerator.getFormContext().getControl<Xrm.Controls.StandardControl>("kam_comment").getDisabled();

  it("lets an approver comment, and keeps the comment out of every save", async () => {
    form(Requested, "{BB}");
    await showStanding(context());
    expect(isLocked()).toBe(false);
    expect(XrmMockGenerator.getFormContext().getAttribute("kam_comment").getSubmitMode()).toBe("never");
    expect(notices()).toEqual(["noticeToDecide Team lead noticeBelowList 18\u00a0%"]);
    expect(retrieve.mock.calls[0]!.slice(0, 2)).toEqual(["quotedetail", "dd"]);
  });

  it("locks the comment once it is decided, and says that nothing changes any more", async () => {
    form(Rejected, me);
    await showStanding(context());
    expect(isLocked()).toBe(true);
    expect(notices()[0]).toMatch(/^noticeEnded exceptionRejected/);
  });

  it("says that the line has changed since", async () => {
    form(Requested, "{BB}", 83);
    await showStanding(context());
    expect(notices()).toContain("noticeLineChanged {0}");
  });
});

describe("quick create of a price exception", () => {
  const lines = (order = false): void => {
    attributes.createLookup("kam_quotelineid", { entityType: "quotedetail", id: "{DD}", name: "Heat sensor" });
    attributes.createLookup("kam_orderlineid", order ? { entityType: "salesorderdetail", id: "{EE}", name: "Heat sensor" } : []);
    attributes.createLookup("kam_agreementlineid", []);
  };

  it("says how far the line is below list, who signs it and why", async () => {
    lines();
    await showLine(context());
    expect(notices()).toEqual(["noticeBelowList 18\u00a0% noticeLevelSigns Team lead noticeReason Below the minimum."]);
  });

  it("wants exactly one line", async () => {
    lines(true);
    await showLine(context());
    expect(notices()).toEqual(["notOneLine {0}"]);
    expect(retrieve).not.toHaveBeenCalled();
  });

  it.each([
    [-1, 1],
    [0, 0],
    [1, 0],
    [null, 0],
  ])("of a last day %s days from now says %i things beside it", (days, count) => {
    const until = new Date();
    until.setDate(until.getDate() + (days ?? 0));
    attributes.createDate("kam_validuntil", days === null ? undefined : until);
    const control = XrmMockGenerator.getFormContext().getControl<Xrm.Controls.StandardControl>("kam_validuntil");
    const said = vi.spyOn(control, "setNotification").mockReturnValue(true);
    vi.spyOn(control, "clearNotification").mockReturnValue(true);
    checkValidUntil(context());
    expect(said).toHaveBeenCalledTimes(count);
  });
});
