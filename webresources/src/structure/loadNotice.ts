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
  /** What speaks against handing the account over; empty when nothing does. */
  readonly Obstacles: readonly Obstacle[];
}

type Obstacle = keyof typeof obstacles;

const obstacles = {
  Kept: "structure.noticeKept",
  Language: "structure.noticeLanguage",
  Territory: "structure.noticeTerritory",
  Full: "structure.noticeFull",
} as const;

/** Says what choosing a portfolio would do to its load; a warning when it would be too much, or when something speaks against it. */
export function loadNotice(portfolio: string, answer: LoadAnswer): Notice {
  const load =
    answer.UtilisationPercent === null
      ? sentence("structure.noticeLoadWithoutCapacity", words(portfolio), number(answer.Hours))
      : sentence("structure.noticeLoad", words(portfolio), number(answer.Hours), percent(answer.UtilisationPercent));
  const warnings = answer.Obstacles.map((obstacle) => sentence(obstacles[obstacle]));
  if (answer.LoadState === LoadChoice.OverLoad) warnings.unshift(sentence("structure.noticeOverLoad"));
  return { id: loadNoticeId, level: warnings.length > 0 ? "WARNING" : "INFO", sentences: [load, ...warnings] };
}
