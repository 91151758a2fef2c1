import { ScoringModelStatusReason } from "../generated/choices";
import type { ScoringModelRow } from "../generated/scoringModel";
import { number, percent, sentence, words } from "../vocabulary/sentence";
import type { Notice } from "../page/notice";

export const modelNoticeIds = ["kam_frozen", "kam_weights"] as const;

/** Whether stored scores stand on the model, so that the server lets nobody change it any more. */
export function isFrozen(model: ScoringModelRow): boolean {
  return model.statuscode === ScoringModelStatusReason.InUse || Boolean(model.kam_activatedon);
}

/** Says that the model cannot be changed, and where a change belongs: into a new version. */
export function frozenNotice(model: ScoringModelRow): Notice[] {
  if (!isFrozen(model)) return [];
  const version = model.kam_version ?? 1;
  const said = sentence("valueInsights.noticeModelFrozen", words(model.kam_name ?? ""), number(version), number(version + 1));
  return [{ id: "kam_frozen", level: "INFO", sentences: [said] }];
}

/** Says what the weights of a model add up to; a warning when nothing would count. */
export function weightsNotice(modelName: string, weights: readonly number[]): Notice[] {
  if (weights.length === 0) return [{ id: "kam_weights", level: "INFO", sentences: [sentence("valueInsights.noticeNoCriteria")] }];
  const sum = sumOf(weights);
  if (sum === 0) {
    const sentences = [sentence("valueInsights.weightsSumToZero", words(modelName)), sentence("valueInsights.weightsSumToZeroWayOut")];
    return [{ id: "kam_weights", level: "WARNING", sentences }];
  }
  return [{ id: "kam_weights", level: "INFO", sentences: [sentence("valueInsights.noticeWeights", number(weights.length), number(sum))] }];
}

/**
 * Says what share of the score a criterion has: only its share counts, not the weight itself.
 * @param others Weights of the other criteria of the model.
 */
export function shareNotice(modelName: string, weight: number | null, others: readonly number[]): Notice[] {
  if (weight === null) return [];
  const sum = sumOf([weight, ...others]);
  if (sum === 0) return weightsNotice(modelName, [weight, ...others]);
  const share = Math.round((weight / sum) * 10000) / 100;
  return [{ id: "kam_weights", level: "INFO", sentences: [sentence("valueInsights.noticeShare", percent(share), number(sum))] }];
}

// Weights have four decimals; added as binary fractions they would show more.
function sumOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + Math.round(weight * 10000), 0) / 10000;
}
