import { ScoringModel, type ScoringModelRow } from "../generated/scoringModel";
import type { ScoringCriterionForm } from "../generated/scoringCriterionForms";
import { lockAllBut } from "../page/formLock";
import { showNotices } from "../page/notice";
import { weightsOf } from "./scoringCriteria";
import { frozenNotice, isFrozen, modelNoticeIds, shareNotice } from "./scoringModelNotices";

const modelColumns = [
  ScoringModel.column.name,
  ScoringModel.column.version,
  ScoringModel.column.activatedOn,
  ScoringModel.column.statusCode,
];

/** Says what share of the score the criterion has, or that its model is frozen. OnLoad and OnChange of model and weight. */
export async function showCriterionNotices(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext() as ScoringCriterionForm;
  const modelId = form.getAttribute("kam_scoringmodelid").getValue()?.[0]?.id;
  if (!modelId) {
    showNotices(form, "valueInsights", modelNoticeIds, []);
    return;
  }
  const [model, criteria] = await Promise.all([
    Xrm.WebApi.retrieveRecord<ScoringModelRow>(ScoringModel.table, modelId, `?$select=${modelColumns.join(",")}`),
    weightsOf(modelId),
  ]);
  const own = form.data.entity.getId().replace(/[{}]/g, "").toLowerCase();
  const others = criteria.filter(({ id }) => id !== own).map(({ weight }) => weight);
  const share = shareNotice(model.kam_name ?? "", form.getAttribute("kam_weight").getValue(), others);
  if (isFrozen(model)) lockAllBut(form, []);
  showNotices(form, "valueInsights", modelNoticeIds, [...frozenNotice(model), ...share]);
}
