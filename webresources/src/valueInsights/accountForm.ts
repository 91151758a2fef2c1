import type { AccountForm } from "../generated/accountForms";
import type { ChurnRiskChoice } from "../generated/choices";
import { ValueScore, type ValueScoreRow } from "../generated/valueScore";
import { sentencesOf } from "../vocabulary/sentence";
import { accountNoticeIds, noticesFor } from "./accountNotices";
import { showNotices } from "../page/notice";

/** Says what to know about the account's value. OnLoad, and when the server has set stale date, risk or score. */
export async function showValueNotices(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext() as AccountForm;
  const scoreId = form.getAttribute("kam_currentscoreid").getValue()?.[0]?.id;
  const score = scoreId
    ? await Xrm.WebApi.retrieveRecord<ValueScoreRow>(ValueScore.table, scoreId, `?$select=${ValueScore.column.explanationData}`)
    : null;
  const notices = noticesFor({
    staleOn: form.getAttribute("kam_scorestaleon").getValue(),
    churnRisk: form.getAttribute("kam_churnrisk").getValue() as ChurnRiskChoice | null,
    explanation: sentencesOf(score?.kam_explanationdata),
  });
  showNotices(form, "valueInsights", accountNoticeIds, notices);
}
