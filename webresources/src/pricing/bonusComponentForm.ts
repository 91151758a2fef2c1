import type { BonusComponentForm } from "../generated/bonusComponentForms";
import { showNotices } from "../page/notice";
import { bonusCurveNotice, bonusCurveNoticeId } from "./bonusCurveNotice";

/** Says while somebody types what the curve pays, or what is wrong with it. OnLoad and OnChange of every bound. */
export function showCurve(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext() as BonusComponentForm;
  const curve = {
    name: form.getAttribute("kam_name").getValue() ?? "",
    targetPay: form.getAttribute("kam_targetpay").getValue(),
    threshold: form.getAttribute("kam_threshold").getValue(),
    target: form.getAttribute("kam_target").getValue(),
    cap: form.getAttribute("kam_cap").getValue(),
    thresholdPayPercent: form.getAttribute("kam_thresholdpaypercent").getValue(),
    capPayPercent: form.getAttribute("kam_cappaypercent").getValue(),
  };
  showNotices(form, "pricing", [bonusCurveNoticeId], bonusCurveNotice(curve));
}
