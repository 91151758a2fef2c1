import "./valueSheet.css";
import { ValueProposition, type ValuePropositionRow } from "../generated/valueProposition";
import { start, type PageRecord } from "../page/recordPage";
import { drawSheet, type PropositionSheet } from "./valueSheetView";
import type { ValueSheet } from "./valueSheet";

const formatted = "@OData.Community.Display.V1.FormattedValue";

/** The page, for the form around it to refresh. */
export const page = start<PropositionSheet>({
  title: "valueInsights.sheetTitle",
  nothing: "valueInsights.sheetUnsaved",
  load,
  draw: drawSheet,
});

async function load({ id }: PageRecord, xrm: Xrm.XrmStatic): Promise<PropositionSheet> {
  const { name, offer, accountId } = ValueProposition.column;
  const account = `_${accountId}_value`;
  const [row, sheet] = await Promise.all([
    xrm.WebApi.retrieveRecord(ValueProposition.table, id, `?$select=${name},${offer},${account}`) as PromiseLike<
      ValuePropositionRow & Record<string, string | undefined>
    >,
    sheetOf(id, xrm),
  ]);
  return { sheet, name: row.kam_name ?? "", offer: row.kam_offer ?? null, account: row[account + formatted] ?? null };
}

/** Calls the custom API kam_ValueToCustomer. */
async function sheetOf(id: string, xrm: Xrm.XrmStatic): Promise<ValueSheet> {
  const request = {
    ValuePropositionId: id,
    getMetadata: () => ({
      boundParameter: null,
      operationType: 0,
      operationName: "kam_ValueToCustomer",
      parameterTypes: { ValuePropositionId: { typeName: "Edm.Guid", structuralProperty: 1 } },
    }),
  };
  const response = await xrm.WebApi.online.execute(request);
  const { Sheet } = (await response.json()) as { Sheet: string };
  return JSON.parse(Sheet) as ValueSheet;
}
