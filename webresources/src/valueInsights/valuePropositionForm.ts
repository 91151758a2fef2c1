import type { ValuePropositionForm } from "../generated/valuePropositionForms";
import { showOnPage } from "../page/pageOnForm";

/** Shows the two-sided sheet of the proposition as it is stored. OnChange of the figures that the server computes on saving. */
export async function refreshSheet(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext() as ValuePropositionForm;
  await showOnPage(form.getControl("valueSheet"), "ValueSheet", form);
}
