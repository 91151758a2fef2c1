import { LoadChoice } from "../generated/choices";
import type { Notice } from "../page/notice";
import { number, percent, sentence, words } from "../vocabulary/sentence";

export const loadNoticeId = "kam_loadWhatIf";

/** What kam_LoadWhatIf answers. */
export interface LoadAnswer {
  readonly Hours: number;
  /** Null for a portfolio without capacity. */
  readonly UtilisationPercent: number | null;
  readonly LoadState: LoadChoice;
}

/** Says what choosing a portfolio would do to its load; a warning when it would be too much. */
export function loadNotice(portfolio: string, answer: LoadAnswer): Notice {
  const load =
    answer.UtilisationPercent === null
      ? sentence("structure.noticeLoadWithoutCapacity", words(portfolio), number(answer.Hours))
      : sentence("structure.noticeLoad", words(portfolio), number(answer.Hours), percent(answer.UtilisationPercent));
  return answer.LoadState === LoadChoice.OverLoad
    ? { id: loadNoticeId, level: "WARNING", sentences: [load, sentence("structure.noticeOverLoad")] }
    : { id: loadNoticeId, level: "INFO", sentences: [load] };
}
