import { beforeEach, describe, expect, it, vi } from "vitest";
import { XrmMockGenerator } from "xrm-mock";
import { PortfolioProposalStatusReason } from "../generated/choices";
import { proposeBundle, scoreNow, scoreSelected } from "./account";
import { applyProposal, canApply, proposeHandovers } from "./portfolioProposal";

const id = "{00000000-0000-0000-0000-0000000000EE}";
const plain = "00000000-0000-0000-0000-0000000000ee";
const execute = vi.fn();
const refresh = vi.fn();
const save = vi.fn();
const progress = { showProgressIndicator: vi.fn(), closeProgressIndicator: vi.fn() };
const navigation = { openConfirmDialog: vi.fn(), openErrorDialog: vi.fn(), openAlertDialog: vi.fn(), openForm: vi.fn() };

function form(isDirty = false): Xrm.FormContext {
  const context = XrmMockGenerator.getFormContext();
  Object.assign(context.data.entity, { getId: () => id, getPrimaryAttributeValue: () => "Autumn" });
  Object.assign(context.data, { refresh, save, getIsDirty: () => isDirty });
  Object.assign(context.ui, { refreshRibbon: vi.fn() });
  return context;
}

const answers = (value: unknown): unknown => ({ ok: true, json: () => Promise.resolve(value) });
const sent = (at = 0): Record<string, unknown> & { getMetadata(): { operationName: string } } => execute.mock.calls[at]![0] as never;

beforeEach(() => {
  const xrm = XrmMockGenerator.initialise();
  vi.spyOn(xrm.Utility, "getGlobalContext").mockReturnValue({ userSettings: { languageId: 1033 } } as never);
  vi.spyOn(xrm.Utility, "getResourceString").mockImplementation((_, key) => `${key} {0} {1}`);
  for (const mock of [execute, refresh, save, ...Object.values(progress), ...Object.values(navigation)]) mock.mockReset();
  execute.mockResolvedValue(answers({}));
  navigation.openConfirmDialog.mockResolvedValue({ confirmed: true });
  Object.assign(Xrm.WebApi, { online: { execute } });
  Object.assign(Xrm.Navigation, navigation);
  Object.assign(Xrm.Utility, progress);
});

describe("score now", () => {
  it("saves what was typed, values the account and shows the new figures", async () => {
    await scoreNow(form(true));
    expect(save).toHaveBeenCalledOnce();
    expect(sent()).toMatchObject({ AccountId: plain });
    expect(sent().getMetadata().operationName).toBe("kam_ScoreAccount");
    expect(refresh).toHaveBeenCalledWith(false);
    expect(progress.closeProgressIndicator).toHaveBeenCalledOnce();
  });

  it("frees the page and shows the sentence when the server refuses", async () => {
    execute.mockRejectedValue({ message: "No scoring model is active.", errorCode: 7 });
    await scoreNow(form());
    expect(progress.closeProgressIndicator).toHaveBeenCalledOnce();
    expect(navigation.openErrorDialog).toHaveBeenCalledWith({ message: "No scoring model is active.", errorCode: 7 });
    expect(refresh).not.toHaveBeenCalled();
  });

  it("values the chosen accounts of a list one after another, saying how far it is", async () => {
    const grid = { refresh: vi.fn() };
    await scoreSelected(["{A}", "{B}"], grid as never);
    expect([sent(0).AccountId, sent(1).AccountId]).toEqual(["a", "b"]);
    expect(progress.showProgressIndicator.mock.calls).toEqual([["valueInsights.scoringOf 1 2"], ["valueInsights.scoringOf 2 2"]]);
    expect(grid.refresh).toHaveBeenCalledOnce();
  });

  it("stops a list at the first account that is refused, and still shows those that were valued", async () => {
    const grid = { refresh: vi.fn() };
    execute.mockResolvedValueOnce(answers({})).mockRejectedValueOnce({ message: "Not yours.", errorCode: 7 });
    await scoreSelected(["{A}", "{B}", "{C}"], grid as never);
    expect(execute).toHaveBeenCalledTimes(2);
    expect(navigation.openErrorDialog).toHaveBeenCalledOnce();
    expect(grid.refresh).toHaveBeenCalledOnce();
  });
});

describe("propose bundle", () => {
  const best = {
    BundleCount: 1,
    SolutionBundleId: "b1",
    Reason: "7 of 9 peers buy it.",
    Bundles: JSON.stringify([{ name: "Smart line" }]),
  };

  it("names the best bundle with its reason and opens it", async () => {
    execute.mockResolvedValue(answers(best));
    await proposeBundle(form());
    expect(navigation.openConfirmDialog.mock.calls[0]![0]).toMatchObject({
      text: "solutions.bundleProposed Smart line 7 of 9 peers buy it.",
    });
    expect(navigation.openForm).toHaveBeenCalledWith({ entityName: "kam_solutionbundle", entityId: "b1" });
  });

  it("opens nothing when the answer is no", async () => {
    execute.mockResolvedValue(answers(best));
    navigation.openConfirmDialog.mockResolvedValue({ confirmed: false });
    await proposeBundle(form());
    expect(navigation.openForm).not.toHaveBeenCalled();
  });

  it("says so when no bundle fills a chance", async () => {
    execute.mockResolvedValue(answers({ BundleCount: 0 }));
    await proposeBundle(form());
    expect(navigation.openAlertDialog).toHaveBeenCalledOnce();
    expect(navigation.openConfirmDialog).not.toHaveBeenCalled();
  });
});

describe("handovers", () => {
  const proposal = (status: number): Xrm.FormContext => {
    XrmMockGenerator.Attribute.createOptionSet("statuscode", status, []);
    return form();
  };

  it("are proposed, at most as many as the button says, and opened", async () => {
    execute.mockResolvedValue(answers({ PortfolioProposalId: "p1" }));
    await proposeHandovers(20);
    expect(sent()).toMatchObject({ MostMoves: 20 });
    expect(navigation.openForm).toHaveBeenCalledWith({ entityName: "kam_portfolioproposal", entityId: "p1" });
  });

  it.each([
    [PortfolioProposalStatusReason.Proposed, true],
    [PortfolioProposalStatusReason.Accepted, true],
    [PortfolioProposalStatusReason.Applied, false],
    [PortfolioProposalStatusReason.Outdated, false],
  ])("of a proposal in status %s may be applied: %s", (status, expected) => {
    expect(canApply(proposal(status))).toBe(expected);
  });

  it("are accepted first where nobody has, then applied", async () => {
    const context = proposal(PortfolioProposalStatusReason.Proposed);
    await applyProposal(context);
    expect(context.getAttribute("statuscode")!.getValue()).toBe(PortfolioProposalStatusReason.Accepted);
    expect(save).toHaveBeenCalledOnce();
    expect(sent().getMetadata().operationName).toBe("kam_ApplyPortfolio");
    expect(refresh).toHaveBeenCalledWith(false);
  });

  it("of an accepted proposal are applied without another save", async () => {
    await applyProposal(proposal(PortfolioProposalStatusReason.Accepted));
    expect(save).not.toHaveBeenCalled();
    expect(execute).toHaveBeenCalledOnce();
  });
});
