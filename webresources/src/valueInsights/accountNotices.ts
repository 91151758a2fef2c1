import { ChurnRiskChoice } from "../generated/choices";
import { day, sentence, type Sentence } from "../vocabulary/sentence";
import type { Notice } from "../page/notice";

export const accountNoticeIds = ["kam_stale", "kam_churnRisk", "kam_marginUnknown"] as const;

/** What the account form knows about the account's value. */
export interface AccountState {
  /** When something changed that the score rests on; null when the score is up to date. */
  readonly staleOn: Date | null;
  readonly churnRisk: ChurnRiskChoice | null;
  /** Explanation of the current score; empty without one. */
  readonly explanation: readonly Sentence[];
}

/** What a key account manager should know before trusting the figures of the account. */
export function noticesFor({ staleOn, churnRisk, explanation }: AccountState): Notice[] {
  const notices: Notice[] = [];
  if (staleOn) notices.push({ id: "kam_stale", level: "INFO", sentences: [sentence("valueInsights.noticeStale", day(staleOn))] });
  if (churnRisk === ChurnRiskChoice.AtRisk) {
    notices.push({ id: "kam_churnRisk", level: "WARNING", sentences: [sentence("valueInsights.noticeAtRisk")] });
  } else if (churnRisk === ChurnRiskChoice.Watch) {
    notices.push({ id: "kam_churnRisk", level: "INFO", sentences: [sentence("valueInsights.noticeWatch")] });
  }
  // An empty margin may only mean that the reader may not see it; the explanation says whether it is unknown.
  const unknown = explanation.find(({ key }) => key === "valueInsights.costUnknown");
  if (unknown) {
    const sentences = [sentence("valueInsights.noticeMarginUnknown"), unknown, sentence("valueInsights.costUnknownWayOut")];
    notices.push({ id: "kam_marginUnknown", level: "INFO", sentences });
  }
  return notices;
}
