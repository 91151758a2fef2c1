import { beforeEach, describe, expect, it, vi } from "vitest";
import { XrmMockGenerator } from "xrm-mock";
import { ChurnRiskChoice, CustomerInsightStatusReason, ScoringModelStatusReason } from "../generated/choices";
import { showValueNotices } from "./accountForm";
import { showReadiness } from "./customerInsightForm";
import { showCriterionNotices } from "./scoringCriterionForm";
import { showModelNotices } from "./scoringModelForm";

const attributes = XrmMockGenerator.Attribute;
const context = (): Xrm.Events.EventContext => XrmMockGenerator.getEventContext();
const notices = (): [string, string][] =>
  ((XrmMockGenerator.getFormContext().ui as { formNotifications?: { uniqueId: string; message: string }[] }).formNotifications ?? []).map(
    ({ uniqueId, message }) => [uniqueId, message],
  );
const isDisabled = (name: string): boolean =>
  XrmMockGenerator.getFormContext().getControl<Xrm.Controls.StandardControl>(name).getDisabled();

beforeEach(() => {
  const xrm = XrmMockGenerator.initialise();
  // The key stands for its text; what the texts say is held by other tests.
  vi.spyOn(xrm.Utility, "getGlobalContext").mockReturnValue(XrmMockGenerator.context);
  vi.spyOn(xrm.Utility, "getResourceString").mockImplementation((_, key) => key.replace("valueInsights.", ""));
});

describe("customer insight form", () => {
  beforeEach(() => {
    attributes.createOptionSet("statuscode", CustomerInsightStatusReason.Draft);
    attributes.createString("kam_hypothesis", "Changeovers cost them a shift a week");
    attributes.createString("kam_evidence");
    attributes.createNumber("kam_amountatstake", 48_000);
    attributes.createNumber("kam_confidencepercent");
    attributes.createDate("kam_validuntil", new Date(2999, 11, 31));
  });

  it("says what is missing, and takes it back once it is typed", () => {
    showReadiness(context());
    expect(notices()).toEqual([["kam_notReady", "noticeNotReady insightEvidenceMissing"]]);

    XrmMockGenerator.getFormContext().getAttribute("kam_evidence").setValue("Time study, week 12");
    showReadiness(context());
    expect(notices()).toEqual([["kam_notReady", "noticeReady"]]);
  });
});

describe("account form", () => {
  beforeEach(() => {
    attributes.createLookup("kam_currentscoreid", { entityType: "kam_valuescore", id: "5", name: "Score" });
    attributes.createDate("kam_scorestaleon");
    attributes.createOptionSet("kam_churnrisk", ChurnRiskChoice.AtRisk);
  });

  it("warns of the risk and says in the score's own words that the margin is unknown", async () => {
    const kam_explanationdata = '[{"key":"valueInsights.costUnknown","arguments":[]}]';
    const retrieve = vi
      .spyOn(Xrm.WebApi, "retrieveMultipleRecords")
      .mockResolvedValue({ entities: [{ kam_explanationdata }], nextLink: "" });
    await showValueNotices(context());
    expect(retrieve).toHaveBeenCalledWith("kam_valuescore", "?$select=kam_explanationdata&$filter=kam_valuescoreid eq 5");
    expect(notices()).toEqual([
      ["kam_churnRisk", "noticeAtRisk"],
      ["kam_marginUnknown", "noticeMarginUnknown costUnknown costUnknownWayOut"],
    ]);
  });

  it("says what the account itself knows to whoever may not see its score", async () => {
    vi.spyOn(Xrm.WebApi, "retrieveMultipleRecords").mockResolvedValue({ entities: [], nextLink: "" });
    await showValueNotices(context());
    expect(notices()).toEqual([["kam_churnRisk", "noticeAtRisk"]]);
  });

  it("asks the server nothing about an account without a score", async () => {
    const retrieve = vi.spyOn(Xrm.WebApi, "retrieveMultipleRecords");
    XrmMockGenerator.getFormContext().getAttribute("kam_currentscoreid").setValue(null);
    await showValueNotices(context());
    expect(retrieve).not.toHaveBeenCalled();
  });
});

describe("scoring model form", () => {
  const model = (status: number, activatedOn?: Date): void => {
    attributes.createString("kam_name", "Default");
    attributes.createNumber("kam_version", 2);
    attributes.createNumber("kam_topfrom", 80);
    attributes.createDate("kam_activatedon", activatedOn);
    attributes.createOptionSet({ name: "statuscode", value: status, options: [] }, { name: "header_statuscode" });
  };
  beforeEach(() => {
    XrmMockGenerator.getFormContext().data.entity.getId = () => "{6}";
    const entities = [
      { kam_scoringcriterionid: "a", kam_weight: 60 },
      { kam_scoringcriterionid: "b", kam_weight: 40 },
    ];
    vi.spyOn(Xrm.WebApi, "retrieveMultipleRecords").mockResolvedValue({ entities, nextLink: "" });
  });

  it("leaves a draft open and says what its weights add up to", async () => {
    model(ScoringModelStatusReason.Draft);
    await showModelNotices(context());
    expect(isDisabled("kam_topfrom")).toBe(false);
    expect(notices()).toEqual([["kam_weights", "noticeWeights"]]);
  });

  it("locks a model in use but for its status", async () => {
    model(ScoringModelStatusReason.InUse, new Date(2026, 0, 5));
    await showModelNotices(context());
    expect([isDisabled("kam_topfrom"), isDisabled("header_statuscode")]).toEqual([true, false]);
    expect(notices().map(([id]) => id)).toEqual(["kam_frozen", "kam_weights"]);
  });
});

describe("scoring criterion form", () => {
  it("counts its own weight as typed and that of the others as stored", async () => {
    attributes.createLookup("kam_scoringmodelid", { entityType: "kam_scoringmodel", id: "{6}", name: "Default" });
    attributes.createNumber("kam_weight", 20);
    XrmMockGenerator.getFormContext().data.entity.getId = () => "{A}";
    vi.spyOn(Xrm.Utility, "getResourceString").mockImplementation((_, key) => `${key} {0} {1}`);
    vi.spyOn(Xrm.WebApi, "retrieveRecord").mockResolvedValue({ statuscode: ScoringModelStatusReason.Draft, kam_name: "Default" });
    const entities = [
      { kam_scoringcriterionid: "a", kam_weight: 99 },
      { kam_scoringcriterionid: "b", kam_weight: 60 },
    ];
    vi.spyOn(Xrm.WebApi, "retrieveMultipleRecords").mockResolvedValue({ entities, nextLink: "" });

    await showCriterionNotices(context());
    expect(notices()).toEqual([["kam_weights", "valueInsights.noticeShare 25\u00a0% 80"]]);
    expect(isDisabled("kam_weight")).toBe(false);
  });
});
