import { beforeEach, describe, expect, it, vi } from "vitest";
import { XrmMockGenerator } from "xrm-mock";
import { PriceExceptionStatusReason, PriceStatusChoice } from "../generated/choices";
import { approveException, canDecide, canWithdraw, rejectException, withdrawException } from "./priceException";
import { canRequestException, requestException } from "./quote";

const me = "{00000000-0000-0000-0000-0000000000AA}";
const other = "{00000000-0000-0000-0000-0000000000BB}";
const execute = vi.fn();
const refresh = vi.fn();
const save = vi.fn();
const navigation = { openConfirmDialog: vi.fn(), openErrorDialog: vi.fn(), openAlertDialog: vi.fn(), openForm: vi.fn() };

interface Given {
  status?: number;
  requestedBy?: string;
  priceSetBy?: string | null;
  comment?: string;
  usedOn?: Date;
}

/** The form of an exception somebody else asked for. */
function exceptionForm({ status, requestedBy = other, priceSetBy = null, comment = "", usedOn }: Given = {}): Xrm.FormContext {
  const attributes = XrmMockGenerator.Attribute;
  attributes.createString("kam_name", "Heat sensor for Meier AG");
  attributes.createString("kam_comment", comment);
  attributes.createOptionSet("statuscode", status ?? PriceExceptionStatusReason.Requested, []);
  attributes.createLookup("kam_requestedbyid", { entityType: "systemuser", id: requestedBy, name: "Anna" });
  if (priceSetBy === null) attributes.createLookup("kam_pricesetbyid", []);
  else attributes.createLookup("kam_pricesetbyid", { entityType: "systemuser", id: priceSetBy, name: "Anna" });
  attributes.createDate("kam_usedon", usedOn);
  return onForm("kam_priceexception");
}

function onForm(table: string): Xrm.FormContext {
  const form = XrmMockGenerator.getFormContext();
  Object.assign(form.data.entity, { getEntityName: () => table, getId: () => "{00000000-0000-0000-0000-0000000000EE}" });
  Object.assign(form.data, {
    refresh,
    save,
    getIsDirty: () => true,
  });
  Object.assign(form.ui, { refreshRibbon: vi.fn() });
  return form;
}

beforeEach(() => {
  const xrm = XrmMockGenerator.initialise();
  vi.spyOn(xrm.Utility, "getGlobalContext").mockReturnValue({ userSettings: { userId: me.toLowerCase(), languageId: 1033 } } as never);
  vi.spyOn(xrm.Utility, "getResourceString").mockImplementation((_, key) => key.replace("pricing.", ""));
  for (const mock of [execute, refresh, save, ...Object.values(navigation)]) mock.mockReset();
  execute.mockResolvedValue({ ok: true });
  navigation.openConfirmDialog.mockResolvedValue({ confirmed: true });
  Object.assign(Xrm.WebApi, { online: { execute } });
  Object.assign(Xrm.Navigation, navigation);
});

const sent = (): Record<string, unknown> & { getMetadata(): { operationName: string } } => execute.mock.calls[0]![0] as never;

describe("who may decide", () => {
  it.each([
    [{}, true],
    [{ requestedBy: me }, false],
    [{ priceSetBy: me.toLowerCase() }, false],
    [{ status: PriceExceptionStatusReason.Approved }, false],
    [{ status: PriceExceptionStatusReason.Void }, false],
  ])("%j: %s", (given, expected) => {
    expect(canDecide(exceptionForm(given))).toBe(expected);
  });
});

describe("who may take back", () => {
  it.each([
    [{ requestedBy: me }, true],
    [{ requestedBy: me, status: PriceExceptionStatusReason.Approved }, true],
    [{ requestedBy: me, status: PriceExceptionStatusReason.Approved, usedOn: new Date() }, false],
    [{ requestedBy: me, status: PriceExceptionStatusReason.Rejected }, false],
    [{}, false],
  ])("%j: %s", (given, expected) => {
    expect(canWithdraw(exceptionForm(given))).toBe(expected);
  });
});

describe("approving", () => {
  it("asks first, then decides with the comment on the form, and shows what the server made of it", async () => {
    const form = exceptionForm({ comment: " Once " });
    await approveException(form);
    expect(sent()).toMatchObject({ PriceExceptionId: "00000000-0000-0000-0000-0000000000ee", Approves: true, Comment: "Once" });
    expect(sent().getMetadata().operationName).toBe("kam_DecidePriceException");
    expect(refresh).toHaveBeenCalledWith(false);
  });

  it("does nothing when the answer is no", async () => {
    navigation.openConfirmDialog.mockResolvedValue({ confirmed: false });
    await approveException(exceptionForm());
    expect(execute).not.toHaveBeenCalled();
  });

  it("shows what the server refuses in its own words", async () => {
    execute.mockRejectedValue({ message: "This needs approval level 2; yours is 1.", errorCode: 7 });
    const form = exceptionForm();
    await approveException(form);
    expect(navigation.openErrorDialog).toHaveBeenCalledWith({ message: "This needs approval level 2; yours is 1.", errorCode: 7 });
    expect(refresh).not.toHaveBeenCalled();
  });
});

describe("rejecting", () => {
  it("asks for a comment beside the column and decides nothing without one", async () => {
    const form = exceptionForm({ comment: "  " });
    const control = form.getControl<Xrm.Controls.StringControl>("kam_comment")!;
    const notice = vi.spyOn(control, "setNotification");
    await rejectException(form);
    expect(notice).toHaveBeenCalledWith("commentToReject", "kam_comment");
    expect(navigation.openConfirmDialog).not.toHaveBeenCalled();
    expect(execute).not.toHaveBeenCalled();
  });

  it("rejects with the comment", async () => {
    await rejectException(exceptionForm({ comment: "They have no offer at 80" }));
    expect(sent()).toMatchObject({ Approves: false, Comment: "They have no offer at 80" });
  });
});

it("taking back calls its own API", async () => {
  await withdrawException(exceptionForm({ requestedBy: me }));
  expect(sent().getMetadata().operationName).toBe("kam_WithdrawPriceException");
  expect(sent()).not.toHaveProperty("Approves");
});

describe("asking from a quote", () => {
  const line = (id: string, exception: number | null = null): Record<string, unknown> => ({
    quotedetailid: id,
    "_productid_value@OData.Community.Display.V1.FormattedValue": `Sensor ${id}`,
    kam_PriceExceptionId: exception === null ? null : { statuscode: exception },
  });
  const query = vi.fn<(table: string, options: string) => Promise<unknown>>();
  const found = (...entities: Record<string, unknown>[]): void => {
    query.mockReset().mockResolvedValue({ entities, nextLink: "" });
    Object.assign(Xrm.WebApi, { retrieveMultipleRecords: query });
  };
  const closed = (isSaved: boolean): unknown => ({
    savedEntityReference: isSaved ? [{ entityType: "kam_priceexception", id: "1" }] : null,
  });

  it("opens quick create for each line nobody was asked for, after saving what was typed", async () => {
    const form = onForm("quote");
    found(line("a"), line("b", PriceExceptionStatusReason.Requested), line("c", PriceExceptionStatusReason.Rejected));
    navigation.openForm.mockResolvedValue(closed(true));

    await requestException(form);

    expect(save).toHaveBeenCalledOnce();
    expect(navigation.openForm.mock.calls.map(([, parameters]) => parameters as unknown)).toEqual([
      { kam_quotelineid: "a", kam_quotelineidname: "Sensor a", kam_quotelineidtype: "quotedetail" },
      { kam_quotelineid: "c", kam_quotelineidname: "Sensor c", kam_quotelineidtype: "quotedetail" },
    ]);
    expect(navigation.openForm.mock.calls[0]![0]).toEqual({ entityName: "kam_priceexception", useQuickCreateForm: true });
  });

  it("stops at the line the reader leaves", async () => {
    found(line("a"), line("b"));
    navigation.openForm.mockResolvedValue(closed(false));
    await requestException(onForm("quote"));
    expect(navigation.openForm).toHaveBeenCalledOnce();
  });

  it("says so when nothing is to be signed", async () => {
    found(line("b", PriceExceptionStatusReason.Requested));
    await requestException(onForm("quote"));
    expect(navigation.openAlertDialog).toHaveBeenCalledWith({ text: "nothingToSign" });
    expect(navigation.openForm).not.toHaveBeenCalled();
  });

  it.each([
    ["quote", "_quoteid_value eq 00000000-0000-0000-0000-0000000000ee and quoteid/statecode eq 0"],
    ["quotedetail", "quotedetailid eq 00000000-0000-0000-0000-0000000000ee and quoteid/statecode eq 0"],
    ["salesorder", "_salesorderid_value eq 00000000-0000-0000-0000-0000000000ee and salesorderid/statecode eq 0"],
    ["kam_priceagreementline", "kam_priceagreementlineid eq 00000000-0000-0000-0000-0000000000ee and kam_PriceAgreementId/statuscode eq 1"],
  ])("looks on %s only at lines that have not gone out and are not approved", async (table, filter) => {
    found(line("a"));
    expect(await canRequestException(onForm(table))).toBe(true);
    expect(query.mock.calls[0]![1]).toContain(`$filter=${filter} and kam_pricestatus ne ${PriceStatusChoice.Approved}`);
  });

  it("is not offered on another table", async () => {
    found(line("a"));
    expect(await canRequestException(onForm("account"))).toBe(false);
    expect(query).not.toHaveBeenCalled();
  });
});
