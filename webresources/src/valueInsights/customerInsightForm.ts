import type { CustomerInsightStatusReason } from "../generated/choices";
import type { CustomerInsightForm } from "../generated/customerInsightForms";
import { insightNoticeId, noticeFor } from "./insightReadiness";
import { showNotices } from "../page/notice";

/** Says what is missing for "Ready for use". OnLoad, and OnChange of what counts. */
export function showReadiness(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext() as CustomerInsightForm;
  const status = form.getAttribute("statuscode").getValue() as CustomerInsightStatusReason | null;
  const entries = {
    hypothesis: form.getAttribute("kam_hypothesis").getValue(),
    evidence: form.getAttribute("kam_evidence").getValue(),
    amountAtStake: form.getAttribute("kam_amountatstake").getValue(),
    confidencePercent: form.getAttribute("kam_confidencepercent").getValue(),
    validUntil: form.getAttribute("kam_validuntil").getValue(),
  };
  showNotices(form, "valueInsights", [insightNoticeId], noticeFor(status, entries, new Date().toISOString().slice(0, 10)));
}
