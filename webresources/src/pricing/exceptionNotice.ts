import { PriceExceptionStatusReason } from "../generated/choices";
import type { Notice } from "../page/notice";
import { day, isoDay, percent, sentence, words, type Sentence } from "../vocabulary/sentence";
import { isDecided, mayDecide, type ExceptionStanding } from "./exceptionStanding";

export const exceptionNoticeIds = ["kam_standing", "kam_expiry", "kam_lineChanged"];

const shortTime = 3;
const millisecondsOfDay = 86_400_000;

/** What the form of a price exception knows. Days are midnight where the user sits; null where nothing is entered. */
export interface ExceptionFacts {
  readonly standing: ExceptionStanding;
  readonly levelName: string;
  readonly decideBy: Date | null;
  readonly validUntil: Date | null;
  readonly today: Date;
  /** What the line now costs below list, percent of it, all discounts counted; null while unknown. */
  readonly belowListPercent: number | null;
  /** Whether quantity or price of the line are no longer those that were asked for. */
  readonly isLineChanged: boolean;
}

/** Where the exception stands for the reader, what it is about, and what may end it soon. */
export function exceptionNotices(facts: ExceptionFacts): Notice[] {
  if (facts.standing.status === null) return [];
  return [standing(facts), ...expiry(facts), ...lineChanged(facts)];
}

function standing(facts: ExceptionFacts): Notice {
  const { levelName, decideBy, belowListPercent } = facts;
  const sentences: Sentence[] = [];
  if (isDecided(facts.standing)) sentences.push(sentence("pricing.noticeEnded", { kind: "TextKey", value: statusKey(facts.standing) }));
  else {
    sentences.push(sentence(mayDecide(facts.standing) ? "pricing.noticeToDecide" : "pricing.noticeOthersDecide", words(levelName)));
    if (decideBy !== null) sentences.push(sentence("pricing.noticeGoesUp", day(decideBy)));
  }
  if (belowListPercent !== null && belowListPercent > 0) sentences.push(sentence("pricing.noticeBelowList", percent(belowListPercent)));
  const needsWork = facts.standing.status === PriceExceptionStatusReason.Void;
  return { id: "kam_standing", level: needsWork ? "WARNING" : "INFO", sentences };
}

function expiry({ standing: { status, isUsed }, validUntil, today }: ExceptionFacts): Notice[] {
  const isActive = status === PriceExceptionStatusReason.Requested || status === PriceExceptionStatusReason.Approved;
  if (!isActive || isUsed || validUntil === null) return [];
  const left = (Date.parse(isoDay(validUntil)) - Date.parse(isoDay(today))) / millisecondsOfDay;
  if (left > shortTime) return [];
  return [
    {
      id: "kam_expiry",
      level: "WARNING",
      sentences: [sentence(left < 0 ? "pricing.noticeTooOld" : "pricing.noticeExpires", day(validUntil))],
    },
  ];
}

function lineChanged({ standing: { status, isUsed }, isLineChanged }: ExceptionFacts): Notice[] {
  const isActive = status === PriceExceptionStatusReason.Requested || status === PriceExceptionStatusReason.Approved;
  return isActive && isLineChanged && !isUsed
    ? [{ id: "kam_lineChanged", level: "WARNING", sentences: [sentence("pricing.noticeLineChanged")] }]
    : [];
}

function statusKey({ status }: ExceptionStanding): string {
  const name = Object.entries(PriceExceptionStatusReason).find(([, value]) => value === status)?.[0] ?? "";
  return `pricing.exception${name}`;
}
