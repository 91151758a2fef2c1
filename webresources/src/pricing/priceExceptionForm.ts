import type { PriceExceptionForm, PriceExceptionQuickCreateForm } from "../generated/priceExceptionForms";
import { showNotices } from "../page/notice";
import { readerOf } from "../vocabulary/clientTexts";
import { say } from "../vocabulary/reader";
import { isoDay, percent, sentence, words, type Sentence } from "../vocabulary/sentence";
import { exceptionNoticeIds, exceptionNotices } from "./exceptionNotice";
import { standingOf } from "./exceptionOnForm";
import { mayDecide, mayWithdraw } from "./exceptionStanding";
import { lineNow, type LineNow } from "./lineOfException";

const lineNoticeId = "kam_line";
const dayNoticeId = "kam_validUntil";

/**
 * Says where the exception stands for the reader, how far its price is below list, what may end it soon and whether its line has changed; lets the comment be written by whoever may act.
 * Main form: OnLoad, again each time its data are read anew.
 */
export async function showStanding(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext() as PriceExceptionForm;
  // A decision reads the data anew without loading the form.
  form.data.removeOnLoad(again);
  form.data.addOnLoad(again);
  const standing = standingOf(form);
  const comment = form.getAttribute("kam_comment");
  // The comment goes with the decision: stored by itself, the server would refuse it.
  comment.setSubmitMode("never");
  form.getControl("kam_comment").setDisabled(!mayDecide(standing) && !mayWithdraw(standing));
  const facts = {
    standing,
    levelName: form.getAttribute("kam_approvallevelid").getValue()?.[0]?.name ?? "",
    decideBy: form.getAttribute("kam_decideby").getValue(),
    validUntil: form.getAttribute("kam_validuntil").getValue(),
    today: new Date(),
  };
  showNotices(form, "pricing", exceptionNoticeIds, exceptionNotices({ ...facts, belowListPercent: null, isLineChanged: false }));
  const line = await lineOn(form);
  if (line === null) return;
  const isLineChanged =
    differs(form.getAttribute("kam_quantity"), line.quantity) || differs(form.getAttribute("kam_priceperunit"), line.pricePerUnit);
  const { belowListPercent } = line;
  showNotices(form, "pricing", exceptionNoticeIds, exceptionNotices({ ...facts, belowListPercent, isLineChanged }));
}

/** Says what was found about the chosen line: how far it is below list, who must sign and why; or that exactly one line is to be named. Quick create: OnLoad and OnChange of the three lines. */
export async function showLine(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext() as PriceExceptionQuickCreateForm;
  const chosen = chosenLines(form);
  if (chosen.length > 1) {
    showNotices(form, "pricing", [lineNoticeId], [{ id: lineNoticeId, level: "WARNING", sentences: [sentence("pricing.notOneLine")] }]);
    return;
  }
  const line = await lineOn(form);
  // Somebody may have chosen another one while the answer was on its way.
  if (chosenLines(form)[0]?.id !== chosen[0]?.id) return;
  const sentences = line === null ? [] : found(line);
  showNotices(form, "pricing", [lineNoticeId], sentences.length === 0 ? [] : [{ id: lineNoticeId, level: "INFO", sentences }]);
}

/** Says beside the last day that it has passed. Quick create: OnLoad and OnChange of the last day. */
export function checkValidUntil(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext() as PriceExceptionQuickCreateForm;
  const control = form.getControl("kam_validuntil");
  const until = form.getAttribute("kam_validuntil").getValue();
  control.clearNotification(dayNoticeId);
  if (until !== null && isoDay(until) < isoDay(new Date()))
    control.setNotification(say(readerOf(Xrm, "pricing"), "pricing.dayHasPassed"), dayNoticeId);
}

function again(context: Xrm.Events.EventContext): void {
  void showStanding(context);
}

function found({ belowListPercent, levelName, reason }: LineNow): Sentence[] {
  return [
    ...(belowListPercent !== null && belowListPercent > 0 ? [sentence("pricing.noticeBelowList", percent(belowListPercent))] : []),
    ...(levelName.length > 0 ? [sentence("pricing.noticeLevelSigns", words(levelName))] : []),
    ...(reason !== null ? [sentence("pricing.noticeReason", words(reason))] : []),
  ];
}

function chosenLines(form: Pick<PriceExceptionQuickCreateForm, "getAttribute">): Xrm.LookupValue[] {
  return [form.getAttribute("kam_quotelineid"), form.getAttribute("kam_orderlineid"), form.getAttribute("kam_agreementlineid")].flatMap(
    (line) => line.getValue() ?? [],
  );
}

async function lineOn(form: Pick<PriceExceptionQuickCreateForm, "getAttribute">): Promise<LineNow | null> {
  const line = chosenLines(form)[0];
  return line === undefined ? null : lineNow(line.entityType, line.id);
}

// A line without a price of its own, as one with an agreed discount, has nothing to compare.
function differs(asked: Xrm.Attributes.NumberAttribute, now: number | null): boolean {
  const value = asked.getValue();
  return value !== null && now !== null && value !== now;
}
