import type { AccountForm } from "../generated/accountForms";
import { showNotices } from "../page/notice";
import { loadNotice, loadNoticeId, type LoadAnswer } from "./loadNotice";

/** Says, before anything is saved, what the load of the chosen portfolio would be with this account. OnChange of the portfolio. */
export async function showLoadWhatIf(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext() as AccountForm;
  const accountId = form.data.entity.getId();
  const chosen = form.getAttribute("kam_portfolioid").getValue()?.[0];
  if (!accountId || !chosen) {
    showNotices(form, "structure", [loadNoticeId], []);
    return;
  }
  const answer = await loadWhatIf(bare(chosen.id), bare(accountId));
  // Somebody may have chosen another one while the answer was on its way.
  if (form.getAttribute("kam_portfolioid").getValue()?.[0]?.id !== chosen.id) return;
  showNotices(form, "structure", [loadNoticeId], [loadNotice(chosen.name ?? "", answer)]);
}

async function loadWhatIf(portfolioId: string, accountId: string): Promise<LoadAnswer> {
  const id = { typeName: "Edm.Guid", structuralProperty: 1 };
  const response = await Xrm.WebApi.online.execute({
    PortfolioId: { guid: portfolioId },
    AccountId: { guid: accountId },
    getMetadata: () => ({
      boundParameter: null,
      operationType: 1,
      operationName: "kam_LoadWhatIf",
      parameterTypes: { PortfolioId: id, AccountId: id },
    }),
  });
  return (await response.json()) as LoadAnswer;
}

// The client hands ids out in braces; the Web API takes them without.
function bare(id: string): string {
  return id.replace(/[{}]/g, "");
}
