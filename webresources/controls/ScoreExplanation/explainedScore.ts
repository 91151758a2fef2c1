import type { ScoreBandChoice } from "../../src/generated/choices";
import { ScorePart, type ScorePartRow } from "../../src/generated/scorePart";
import { ValueScore, type ValueScoreRow } from "../../src/generated/valueScore";
import type { Part } from "./explanationLayout";
import { sentencesOf, type Sentence } from "../../src/vocabulary/sentence";
import type { HostRecord } from "../src/host";

/** A score and everything that explains it. */
export interface ExplainedScore {
  /** Null when no criterion could be measured. */
  readonly score: number | null;
  readonly band: ScoreBandChoice | null;
  /** 2026-03-31. */
  readonly asOf: string | null;
  readonly sentences: readonly Sentence[];
  readonly parts: readonly Part[];
}

/** The score to explain: the row of the form where it is one, else what the control is bound to. Null where there is none yet. */
export function scoreIdOf(record: HostRecord, bound: HostRecord | null): string | null {
  if (record.table === ValueScore.table) return record.id || null;
  return bound?.table === ValueScore.table ? bound.id : null;
}

const formatted = "@OData.Community.Display.V1.FormattedValue";

/** Reads a score and its parts: two requests. */
export async function explainedScore(webApi: ComponentFramework.WebApi, scoreId: string): Promise<ExplainedScore> {
  const { score, band, asOf, explanationData } = ValueScore.column;
  const [row, parts] = await Promise.all([
    webApi.retrieveRecord(
      ValueScore.table,
      scoreId,
      `?$select=${[score, band, asOf, explanationData].join(",")}`,
    ) as Promise<ValueScoreRow>,
    partsOf(webApi, scoreId),
  ]);
  return {
    score: row.kam_score ?? null,
    band: row.kam_band ?? null,
    asOf: row.kam_asof ?? null,
    sentences: sentencesOf(row.kam_explanationdata),
    parts,
  };
}

// The measured values stay on the server: some of them tell cost, which not every reader may see.
async function partsOf(webApi: ComponentFramework.WebApi, scoreId: string): Promise<Part[]> {
  const { name, contribution, weightPercent, curvePoints, appliedPolicy, valueScoreId } = ScorePart.column;
  const columns = [name, contribution, weightPercent, curvePoints, appliedPolicy].join(",");
  const found = await webApi.retrieveMultipleRecords(ScorePart.table, `?$select=${columns}&$filter=_${valueScoreId}_value eq ${scoreId}`);
  return (found.entities as (ScorePartRow & Record<string, string | undefined>)[]).map((row) => ({
    name: row.kam_name ?? "",
    contribution: row.kam_contribution ?? 0,
    weightPercent: row.kam_weightpercent ?? 0,
    points: row.kam_curvepoints ?? null,
    policy: row[appliedPolicy + formatted] ?? null,
  }));
}
