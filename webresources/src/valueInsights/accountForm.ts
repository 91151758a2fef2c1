import type { AccountForm } from "../generated/accountForms";
import type { ChurnRiskChoice } from "../generated/choices";
import { ValueScore, type ValueScoreRow } from "../generated/valueScore";
import { sentencesOf } from "../vocabulary/sentence";
import { accountNoticeIds, noticesFor } from "./accountNotices";
import { showNotices } from "../page/notice";
import { plainId } from "../page/rowId";

/** Says what to know about the account's value. OnLoad, and when the server has set stale date, risk or score. */
export async function showValueNotices(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext() as AccountForm;
  const scoreId = form.getAttribute("kam_currentscoreid").getValue()?.[0]?.id;
  const score = scoreId ? await readableScore(scoreId) : null;
  const notices = noticesFor({
    staleOn: form.getAttribute("kam_scorestaleon").getValue(),
    churnRisk: form.getAttribute("kam_churnrisk").getValue() as ChurnRiskChoice | null,
    explanation: sentencesOf(score?.kam_explanationdata),
  });
  showNotices(form, "valueInsights", accountNoticeIds, notices);
}

// Asked as a list, since whoever took the account over may not see scores that its manager before owned; a row asked for by its id would be refused.
async function readableScore(id: string): Promise<ValueScoreRow | null> {
  const { table, column } = ValueScore;
  const found = await Xrm.WebApi.retrieveMultipleRecords<ValueScoreRow>(
    table,
    `?$select=${column.explanationData}&$filter=${column.valueScoreId} eq ${plainId(id)}`,
  );
  return found.entities[0] ?? null;
}
