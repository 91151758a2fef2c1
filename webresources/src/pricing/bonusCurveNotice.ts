import type { Notice } from "../page/notice";
import { number, sentence, words, type Sentence } from "../vocabulary/sentence";

export const bonusCurveNoticeId = "kam_curve";

/** What the form of a bonus component knows; null where nothing is entered yet. */
export interface BonusCurve {
  readonly name: string;
  readonly targetPay: number | null;
  readonly threshold: number | null;
  readonly target: number | null;
  readonly cap: number | null;
  readonly thresholdPayPercent: number | null;
  readonly capPayPercent: number | null;
}

/** Says what the curve pays where, or everything that is wrong with it, as the server would when it is saved. Nothing as long as it is incomplete and right so far. */
export function bonusCurveNotice(curve: BonusCurve): Notice[] {
  const wrong = violations(curve);
  if (wrong.length > 0) return [{ id: bonusCurveNoticeId, level: "WARNING", sentences: wrong }];
  const { targetPay, threshold, target, cap, thresholdPayPercent, capPayPercent } = curve;
  if (targetPay === null || threshold === null || target === null || cap === null || thresholdPayPercent === null || capPayPercent === null)
    return [];
  const pays = (percent: number): number => Math.round(targetPay * percent) / 100;
  const said = sentence(
    "pricing.noticeCurve",
    number(threshold),
    number(pays(thresholdPayPercent)),
    number(target),
    number(pays(100)),
    number(cap),
    number(pays(capPayPercent)),
  );
  return [{ id: bonusCurveNoticeId, level: "INFO", sentences: [said] }];
}

function violations(curve: BonusCurve): Sentence[] {
  const { targetPay, threshold, target, cap, thresholdPayPercent, capPayPercent } = curve;
  const found: Sentence[] = [];
  const add = (key: string, value: number): void => {
    found.push(sentence(key, words(curve.name), number(value)));
  };
  if (targetPay !== null && targetPay < 0) add("pricing.targetPayBelowZero", targetPay);
  if (threshold !== null && target !== null && threshold >= target) add("pricing.targetNotAboveThreshold", target);
  if (target !== null && cap !== null && target >= cap) add("pricing.capNotAboveTarget", cap);
  if (thresholdPayPercent !== null && (thresholdPayPercent < 0 || thresholdPayPercent > 100))
    add("pricing.thresholdPayOutOfRange", thresholdPayPercent);
  if (capPayPercent !== null && capPayPercent < 100) add("pricing.capPayBelowTarget", capPayPercent);
  return found;
}
