import type { ScoringModelStatusReason } from "../generated/choices";
import type { ScoringModelForm } from "../generated/scoringModelForms";
import { lockAllBut } from "../page/formLock";
import { showNotices } from "../page/notice";
import { weightsOf } from "./scoringCriteria";
import { frozenNotice, isFrozen, modelNoticeIds, weightsNotice } from "./scoringModelNotices";

/** Says whether the model can still be changed and what its weights add up to. OnLoad and OnChange of the status. */
export async function showModelNotices(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext() as ScoringModelForm;
  const model = {
    kam_name: form.getAttribute("kam_name").getValue(),
    kam_version: form.getAttribute("kam_version").getValue(),
    kam_activatedon: form.getAttribute("kam_activatedon").getValue()?.toISOString() ?? null,
    statuscode: form.getAttribute("statuscode").getValue() as ScoringModelStatusReason | null,
  };
  // The status stays open: retiring a model is the one thing still allowed.
  if (isFrozen(model)) lockAllBut(form, ["header_statuscode"]);
  const id = form.data.entity.getId();
  const weights = id
    ? weightsNotice(
        model.kam_name ?? "",
        (await weightsOf(id)).map(({ weight }) => weight),
      )
    : [];
  showNotices(form, "valueInsights", modelNoticeIds, [...frozenNotice(model), ...weights]);
}
