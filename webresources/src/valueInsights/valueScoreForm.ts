import type { ValueScoreForm } from "../generated/valueScoreForms";
import { showOnPage } from "../page/pageOnForm";

/** Shows where the score comes from. OnLoad. */
export async function showExplanation(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext() as ValueScoreForm;
  await showOnPage(form.getControl("scoreExplanation"), "ScoreExplanation", form);
}
