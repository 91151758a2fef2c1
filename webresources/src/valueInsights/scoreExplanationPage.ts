import "./scoreExplanation.css";
import { Account, type AccountRow } from "../generated/account";
import { ScorePart, type ScorePartRow } from "../generated/scorePart";
import { ValueScore, type ValueScoreRow } from "../generated/valueScore";
import { start, type PageRecord } from "../page/recordPage";
import { sentencesOf } from "../vocabulary/sentence";
import type { Part } from "./explanationLayout";
import { drawExplanation, type ExplainedScore } from "./scoreExplanationView";

const formatted = "@OData.Community.Display.V1.FormattedValue";

/** The page, for the form around it to refresh. */
export const page = start<ExplainedScore>({
  title: "valueInsights.explanationTitle",
  nothing: "valueInsights.explanationNone",
  load,
  draw: drawExplanation,
});

/** A value score by itself, or the current one of an account. */
async function load(record: PageRecord, xrm: Xrm.XrmStatic): Promise<ExplainedScore | null> {
  const scoreId = record.table === ValueScore.table ? record.id : await currentScore(record.id, xrm);
  if (scoreId === null) return null;
  const { score, band, asOf, explanationData } = ValueScore.column;
  const [row, parts] = await Promise.all([
    xrm.WebApi.retrieveRecord(
      ValueScore.table,
      scoreId,
      `?$select=${[score, band, asOf, explanationData].join(",")}`,
    ) as PromiseLike<ValueScoreRow>,
    partsOf(scoreId, xrm),
  ]);
  return {
    score: row.kam_score ?? null,
    band: row.kam_band ?? null,
    asOf: row.kam_asof ?? null,
    sentences: sentencesOf(row.kam_explanationdata),
    parts,
  };
}

async function currentScore(accountId: string, xrm: Xrm.XrmStatic): Promise<string | null> {
  const current = `_${Account.column.currentScoreId}_value`;
  const account = await xrm.WebApi.retrieveRecord<AccountRow>(Account.table, accountId, `?$select=${current}`);
  return account._kam_currentscoreid_value ?? null;
}

// The measured values stay on the server: some of them tell cost, which not every reader may see.
async function partsOf(scoreId: string, xrm: Xrm.XrmStatic): Promise<Part[]> {
  const { name, contribution, weightPercent, curvePoints, appliedPolicy, valueScoreId } = ScorePart.column;
  const columns = [name, contribution, weightPercent, curvePoints, appliedPolicy].join(",");
  const found = await xrm.WebApi.retrieveMultipleRecords(
    ScorePart.table,
    `?$select=${columns}&$filter=_${valueScoreId}_value eq ${scoreId}`,
  );
  return (found.entities as (ScorePartRow & Record<string, string | undefined>)[]).map((row) => ({
    name: row.kam_name ?? "",
    contribution: row.kam_contribution ?? 0,
    weightPercent: row.kam_weightpercent ?? 0,
    points: row.kam_curvepoints ?? null,
    policy: row[appliedPolicy + formatted] ?? null,
  }));
}
