import { CustomerInsightStatusReason } from "../generated/choices";
import { day, isoDay, percent, sentence, type Sentence } from "../vocabulary/sentence";
import type { Notice } from "../page/notice";

export const insightNoticeId = "kam_notReady";

/** What is typed into a customer insight. */
export interface InsightEntries {
  readonly hypothesis: string | null;
  readonly evidence: string | null;
  readonly amountAtStake: number | null;
  readonly confidencePercent: number | null;
  readonly validUntil: Date | null;
}

/**
 * What still keeps an insight from being "Ready for use", in the words with which the server would refuse it.
 * The server decides; this only says it while there is time.
 * @param today The day in UTC, as 2026-03-31; the last valid day must lie after it.
 */
export function whyNotReady(insight: InsightEntries, today: string): Sentence[] {
  const missing: Sentence[] = [];
  if (!insight.hypothesis?.trim()) missing.push(sentence("valueInsights.insightHypothesisMissing"));
  if (!insight.evidence?.trim()) missing.push(sentence("valueInsights.insightEvidenceMissing"));
  if (!(insight.amountAtStake !== null && insight.amountAtStake > 0)) missing.push(sentence("valueInsights.insightAmountMissing"));
  const { confidencePercent, validUntil } = insight;
  if (confidencePercent !== null && (confidencePercent < 0 || confidencePercent > 100)) {
    missing.push(sentence("valueInsights.insightConfidenceOutOfRange", percent(confidencePercent)));
  }
  if (validUntil === null) missing.push(sentence("valueInsights.insightValidUntilMissing"));
  else if (isoDay(validUntil) <= today) missing.push(sentence("valueInsights.insightExpired", day(validUntil)));
  return missing;
}

/** The notice for an insight: only drafts are on their way to readiness. */
export function noticeFor(status: CustomerInsightStatusReason | null, insight: InsightEntries, today: string): Notice[] {
  if (status !== null && status !== CustomerInsightStatusReason.Draft) return [];
  const missing = whyNotReady(insight, today);
  const verdict = sentence(missing.length > 0 ? "valueInsights.noticeNotReady" : "valueInsights.noticeReady");
  return [{ id: insightNoticeId, level: "INFO", sentences: [verdict, ...missing] }];
}
