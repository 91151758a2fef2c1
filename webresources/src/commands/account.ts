import { SolutionBundle } from "../generated/solutionBundle";
import { askApi, callApi } from "../page/customApi";
import { confirmed, showFault, told } from "../page/dialog";
import { whileSaying } from "../page/progress";
import { plainId } from "../page/rowId";

/** What kam_ProposeBundles answers; the list as JSON. */
interface BundleProposal {
  readonly BundleCount: number;
  readonly Bundles?: string;
  readonly SolutionBundleId?: string;
  readonly Reason?: string;
}

/** Command on the account form: values the account as of today, then shows the new figures. */
export async function scoreNow(primaryControl: Xrm.FormContext): Promise<void> {
  try {
    // What is scored is what is stored.
    if (primaryControl.data.getIsDirty()) await primaryControl.data.save();
    await whileSaying("valueInsights", "valueInsights.scoringNow", [], () => score(primaryControl.data.entity.getId()));
    await primaryControl.data.refresh(false);
  } catch (error) {
    await showFault(error);
  }
}

/** Command on a list of accounts: values the chosen ones, one after another, until one is refused. */
export async function scoreSelected(ids: readonly string[], grid: Xrm.Controls.GridControl): Promise<void> {
  try {
    for (const [at, id] of ids.entries())
      await whileSaying("valueInsights", "valueInsights.scoringOf", [String(at + 1), String(ids.length)], () => score(id));
  } catch (error) {
    await showFault(error);
  }
  grid.refresh();
}

/** Command on the account form: the bundle that fills what the customer most probably buys next, to open. */
export async function proposeBundle(primaryControl: Xrm.FormContext): Promise<void> {
  try {
    const proposal = await whileSaying("solutions", "solutions.proposing", [], () => bestBundleFor(primaryControl.data.entity.getId()));
    if (proposal.BundleCount === 0 || !proposal.SolutionBundleId) {
      await told("solutions", "solutions.noBundleProposed");
      return;
    }
    const [best] = JSON.parse(proposal.Bundles ?? "[]") as { readonly name: string }[];
    if (!(await confirmed("solutions", "solutions.bundleProposed", best?.name ?? "", proposal.Reason ?? ""))) return;
    await Xrm.Navigation.openForm({ entityName: SolutionBundle.table, entityId: proposal.SolutionBundleId });
  } catch (error) {
    await showFault(error);
  }
}

function score(id: string): Promise<void> {
  return callApi("kam_ScoreAccount", { AccountId: { type: "Edm.Guid", value: plainId(id) } });
}

async function bestBundleFor(id: string): Promise<BundleProposal> {
  return (await askApi("kam_ProposeBundles", { AccountId: { type: "Edm.Guid", value: plainId(id) } })) as BundleProposal;
}
