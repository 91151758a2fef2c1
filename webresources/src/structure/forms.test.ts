import { beforeEach, describe, expect, it, vi } from "vitest";
import { XrmMockGenerator } from "xrm-mock";
import { LoadChoice, SegmentOverrideStatusReason } from "../generated/choices";
import { showLoadWhatIf } from "./accountForm";
import { loadNotice } from "./loadNotice";
import { overrideNotice } from "./overrideNotice";
import { showDecision } from "./segmentOverrideForm";

const attributes = XrmMockGenerator.Attribute;
const context = (): Xrm.Events.EventContext => XrmMockGenerator.getEventContext();
const notices = (): string[] =>
  ((XrmMockGenerator.getFormContext().ui as { formNotifications?: { message: string }[] }).formNotifications ?? []).map(
    ({ message }) => message,
  );

beforeEach(() => {
  const xrm = XrmMockGenerator.initialise();
  vi.spyOn(xrm.Utility, "getGlobalContext").mockReturnValue(XrmMockGenerator.context);
  vi.spyOn(xrm.Utility, "getResourceString").mockImplementation((_, key) => key.replace("structure.", ""));
});

describe("load notice", () => {
  it("says hours and utilisation, and warns of over load only", () => {
    const balanced = loadNotice("West", { Hours: 240, UtilisationPercent: 80, LoadState: LoadChoice.Balanced, Obstacles: [] });
    expect(balanced.level).toBe("INFO");
    expect(balanced.sentences.map(({ key }) => key)).toEqual(["structure.noticeLoad"]);
    const over = loadNotice("West", { Hours: 360, UtilisationPercent: 120, LoadState: LoadChoice.OverLoad, Obstacles: [] });
    expect(over.level).toBe("WARNING");
    expect(over.sentences[0]?.arguments.map(({ value }) => value)).toEqual(["West", "360", "120"]);
  });

  it("warns of everything that speaks against handing the account over", () => {
    const answer = { Hours: 240, UtilisationPercent: 80, LoadState: LoadChoice.Balanced };
    const notice = loadNotice("West", { ...answer, Obstacles: ["Kept", "Language", "Territory", "Full"] });
    expect(notice.level).toBe("WARNING");
    expect(notice.sentences.map(({ key }) => key)).toEqual([
      "structure.noticeLoad",
      "structure.noticeKept",
      "structure.noticeLanguage",
      "structure.noticeTerritory",
      "structure.noticeFull",
    ]);
  });

  it("says hours alone without capacity", () => {
    const notice = loadNotice("West", { Hours: 12, UtilisationPercent: null, LoadState: LoadChoice.OverLoad, Obstacles: [] });
    expect(notice.sentences[0]?.key).toBe("structure.noticeLoadWithoutCapacity");
  });
});

describe("account form", () => {
  const answer = (body: object): Response => ({ json: () => Promise.resolve(body) }) as Response;

  it("asks what the load would be as soon as a portfolio is chosen", async () => {
    attributes.createLookup("kam_portfolioid", { entityType: "kam_portfolio", id: "{5}", name: "West" });
    XrmMockGenerator.getFormContext().data.entity.getId = () => "{7}";
    const execute = vi
      .fn()
      .mockResolvedValue(answer({ Hours: 360, UtilisationPercent: 120, LoadState: LoadChoice.OverLoad, Obstacles: [] }));
    Object.assign(Xrm.WebApi, { online: { execute } });

    await showLoadWhatIf(context());

    expect(execute.mock.calls[0]?.[0]).toMatchObject({ PortfolioId: { guid: "5" }, AccountId: { guid: "7" } });
    expect(notices()).toEqual(["noticeLoad noticeOverLoad"]);
  });

  it("says nothing without a portfolio", async () => {
    attributes.createLookup("kam_portfolioid");
    XrmMockGenerator.getFormContext().data.entity.getId = () => "{7}";
    await showLoadWhatIf(context());
    expect(notices()).toEqual([]);
  });
});

describe("override notice", () => {
  const requested = { status: SegmentOverrideStatusReason.Requested, requestedById: "{AB}", userId: "{CD}" };

  it.each([
    [requested, "structure.noticeToSign"],
    [{ ...requested, userId: "ab" }, "structure.noticeOwnRequest"],
    [{ ...requested, requestedById: null }, "structure.noticeOwnRequest"],
    [{ ...requested, status: SegmentOverrideStatusReason.Approved }, "structure.noticeDecided"],
    [{ ...requested, status: SegmentOverrideStatusReason.Ended }, "structure.noticeDecided"],
  ])("%j says %s", (state, key) => {
    expect(overrideNotice(state).map(({ sentences }) => sentences[0]?.key)).toEqual([key]);
  });
});

describe("override form", () => {
  it("locks what was signed and leaves the status open", () => {
    attributes.createOptionSet("statuscode", SegmentOverrideStatusReason.Approved);
    attributes.createLookup("kam_requestedbyid", { entityType: "systemuser", id: "{AB}", name: "Mia" });
    attributes.createString("kam_reason", "Opens the market");
    showDecision(context());
    const form = XrmMockGenerator.getFormContext();
    expect(form.getControl<Xrm.Controls.StandardControl>("kam_reason").getDisabled()).toBe(true);
    expect(form.getControl<Xrm.Controls.StandardControl>("statuscode").getDisabled()).toBe(false);
    expect(notices()).toEqual(["noticeDecided"]);
  });
});
