import type { SegmentOverrideStatusReason } from "../generated/choices";
import type { SegmentOverrideForm } from "../generated/segmentOverrideForms";
import { lockAllBut } from "../page/formLock";
import { showNotices } from "../page/notice";
import { isDecided, overrideNotice, overrideNoticeId } from "./overrideNotice";

/** Says who signs the override, and keeps its terms once it is signed. OnLoad and OnChange of the status. */
export function showDecision(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext() as SegmentOverrideForm;
  const state = {
    status: form.getAttribute("statuscode").getValue() as SegmentOverrideStatusReason | null,
    requestedById: form.getAttribute("kam_requestedbyid").getValue()?.[0]?.id ?? null,
    userId: Xrm.Utility.getGlobalContext().userSettings.userId,
  };
  if (isDecided(state)) lockAllBut(form, ["statuscode", "header_statuscode"]);
  showNotices(form, "structure", [overrideNoticeId], overrideNotice(state));
}
