import { PriceAgreementLine } from "../generated/priceAgreementLine";
import { QuoteLine } from "../generated/quoteLine";
import { askApi } from "../page/customApi";
import { plainId } from "../page/rowId";

/** A line as it stands now. Amounts in its currency. */
export interface LineNow {
  readonly quantity: number | null;
  readonly pricePerUnit: number | null;
  /** What the server found about its price. */
  readonly reason: string | null;
  /** The level that must sign it; empty when none must. */
  readonly levelName: string;
  /** All discounts together, percent of the list price; null while nothing is judged. */
  readonly belowListPercent: number | null;
}

interface Waterfall {
  readonly steps: readonly { readonly amount: number }[];
  readonly invoiceAmount: number;
}

const formatted = "@OData.Community.Display.V1.FormattedValue";
const level = `_${QuoteLine.column.requiredLevelId}_value`;

/** Reads a line with what was found about its price. Two requests. */
export async function lineNow(table: string, lineId: string): Promise<LineNow> {
  const id = plainId(lineId);
  const isAgreed = table === PriceAgreementLine.table;
  const quantity = isAgreed ? PriceAgreementLine.column.fromQuantity : QuoteLine.column.quantity;
  const price = isAgreed ? PriceAgreementLine.column.pricePerUnit : QuoteLine.column.pricePerUnit;
  const [row, answer] = await Promise.all([
    Xrm.WebApi.retrieveRecord(table, id, `?$select=${quantity},${price},${QuoteLine.column.priceReason},${level}`) as PromiseLike<
      Record<string, string | number | null | undefined>
    >,
    askApi("kam_ExplainLinePrice", { LineId: { type: "Edm.Guid", value: id }, Table: { type: "Edm.String", value: table } }),
  ]);
  return {
    quantity: (row[quantity] as number | null | undefined) ?? null,
    pricePerUnit: (row[price] as number | null | undefined) ?? null,
    reason: (row[QuoteLine.column.priceReason] as string | null | undefined) ?? null,
    levelName: (row[level + formatted] as string | undefined) ?? "",
    belowListPercent: belowListPercent((answer as { Waterfall: string }).Waterfall),
  };
}

/** From the waterfall as it is stored: its first step is the list price. */
export function belowListPercent(waterfall: string): number | null {
  if (waterfall.length === 0) return null;
  const { steps, invoiceAmount } = JSON.parse(waterfall) as Waterfall;
  const list = steps[0]?.amount ?? 0;
  return list > 0 ? Math.round(((list - invoiceAmount) / list) * 1000) / 10 : null;
}
