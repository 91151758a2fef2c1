import { PortfolioProposalStatusReason } from "../generated/choices";
import { PortfolioProposal } from "../generated/portfolioProposal";
import type { PortfolioProposalForm } from "../generated/portfolioProposalForms";
import { callApi, resultOfApi } from "../page/customApi";
import { confirmed, showFault } from "../page/dialog";
import { whileSaying } from "../page/progress";
import { plainId } from "../page/rowId";

/** Command on portfolios and proposals: finds the handovers that level the load best and opens them to judge. */
export async function proposeHandovers(mostMoves: number): Promise<void> {
  try {
    const { PortfolioProposalId } = (await whileSaying("structure", "structure.balancing", [], () =>
      resultOfApi("kam_ProposePortfolio", { MostMoves: { type: "Edm.Int32", value: mostMoves } }),
    )) as { PortfolioProposalId: string };
    await Xrm.Navigation.openForm({ entityName: PortfolioProposal.table, entityId: PortfolioProposalId });
  } catch (error) {
    await showFault(error);
  }
}

/** Command on the form of a proposal: accepts it where nobody has yet, and hands all its accounts over. */
export async function applyProposal(primaryControl: Xrm.FormContext): Promise<void> {
  const form = primaryControl as PortfolioProposalForm;
  if (!(await confirmed("structure", "structure.applyProposal", form.data.entity.getPrimaryAttributeValue()))) return;
  try {
    await whileSaying("structure", "structure.applying", [], () => acceptAndApply(form));
  } catch (error) {
    await showFault(error);
  }
  await form.data.refresh(false);
  form.ui.refreshRibbon();
}

/** Enable rule of handing over: the proposal is open, or accepted and not yet applied. */
export function canApply(primaryControl: Xrm.FormContext): boolean {
  const status = (primaryControl as PortfolioProposalForm).getAttribute("statuscode").getValue();
  return status === PortfolioProposalStatusReason.Proposed || status === PortfolioProposalStatusReason.Accepted;
}

async function acceptAndApply(form: PortfolioProposalForm): Promise<void> {
  const status = form.getAttribute("statuscode");
  if (status.getValue() === PortfolioProposalStatusReason.Proposed) {
    status.setValue(PortfolioProposalStatusReason.Accepted);
    await form.data.save();
  }
  await callApi("kam_ApplyPortfolio", { PortfolioProposalId: { type: "Edm.Guid", value: plainId(form.data.entity.getId()) } });
}
