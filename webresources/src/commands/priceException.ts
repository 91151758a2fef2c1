import type { PriceExceptionForm } from "../generated/priceExceptionForms";
import { callApi, type ApiParameters } from "../page/customApi";
import { confirmed, showFault } from "../page/dialog";
import { plainId } from "../page/rowId";
import { standingOf } from "../pricing/exceptionOnForm";
import { mayDecide, mayWithdraw } from "../pricing/exceptionStanding";
import { readerOf } from "../vocabulary/clientTexts";
import { say } from "../vocabulary/reader";

const commentNoticeId = "kam_comment";

/** Command on the form of a price exception: approves it after a question, with the comment that stands on the form. */
export async function approveException(primaryControl: Xrm.FormContext): Promise<void> {
  await decide(primaryControl, true, "pricing.confirmApprove");
}

/** Command on the form of a price exception: rejects it with the comment on the form; asks for one where there is none. */
export async function rejectException(primaryControl: Xrm.FormContext): Promise<void> {
  const form = primaryControl as PriceExceptionForm;
  const control = form.getControl("kam_comment");
  control.clearNotification(commentNoticeId);
  if (commentOn(form).length === 0) {
    control.setNotification(say(readerOf(Xrm, "pricing"), "pricing.commentToReject"), commentNoticeId);
    control.setFocus();
    return;
  }
  await decide(primaryControl, false, "pricing.confirmReject");
}

/** Command on the form of a price exception: takes one's own request back after a question. */
export async function withdrawException(primaryControl: Xrm.FormContext): Promise<void> {
  await call(primaryControl, "kam_WithdrawPriceException", "pricing.confirmWithdraw", {});
}

/** Enable rule of approving and rejecting: the request is open, and the reader neither asked nor set the price. */
export function canDecide(primaryControl: Xrm.FormContext): boolean {
  return mayDecide(standingOf(primaryControl));
}

/** Enable rule of taking back: the reader asked, and nothing is ordered under it. */
export function canWithdraw(primaryControl: Xrm.FormContext): boolean {
  return mayWithdraw(standingOf(primaryControl));
}

function decide(primaryControl: Xrm.FormContext, approves: boolean, question: string): Promise<void> {
  return call(primaryControl, "kam_DecidePriceException", question, { Approves: { type: "Edm.Boolean", value: approves } });
}

async function call(primaryControl: Xrm.FormContext, api: string, question: string, more: ApiParameters): Promise<void> {
  const form = primaryControl as PriceExceptionForm;
  if (!(await confirmed("pricing", question, form.getAttribute("kam_name").getValue() ?? ""))) return;
  try {
    await callApi(api, {
      PriceExceptionId: { type: "Edm.Guid", value: plainId(form.data.entity.getId()) },
      Comment: { type: "Edm.String", value: commentOn(form) },
      ...more,
    });
  } catch (error) {
    await showFault(error);
    return;
  }
  // What stands on the form now is the server's; the comment that was typed has become part of it.
  await form.data.refresh(false);
  form.ui.refreshRibbon();
}

function commentOn(form: PriceExceptionForm): string {
  return (form.getAttribute("kam_comment").getValue() ?? "").trim();
}
