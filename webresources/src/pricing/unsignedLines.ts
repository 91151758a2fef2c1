import { OrderState, PriceAgreementStatusReason, PriceExceptionStatusReason, PriceStatusChoice, QuoteState } from "../generated/choices";
import { Order } from "../generated/order";
import { OrderLine } from "../generated/orderLine";
import { PriceAgreement } from "../generated/priceAgreement";
import { PriceAgreementLine } from "../generated/priceAgreementLine";
import { PriceException } from "../generated/priceException";
import { Quote } from "../generated/quote";
import { QuoteLine } from "../generated/quoteLine";

/** A line that needs a signature nobody has been asked for. */
export interface UnsignedLine {
  readonly id: string;
  readonly name: string;
}

/** One of the kinds of documents whose lines may be asked for. */
export interface OfferKind {
  /** Table of the document. */
  readonly document: string;
  /** Table of its lines. */
  readonly line: string;
  /** Key column of the lines. */
  readonly key: string;
  /** The lookup from a line to its product. */
  readonly product: string;
  /** The lookup from a line to its document. */
  readonly toDocument: string;
  /** OData filter on a line: its document has not gone out. */
  readonly isOpen: string;
  /** The lookup from a price exception to the line. */
  readonly ofException: string;
}

// Three kinds of lines carry these columns under the same names.
const { priceStatus, requiredLevelId } = QuoteLine.column;

const kinds: readonly OfferKind[] = [
  {
    document: Quote.table,
    line: QuoteLine.table,
    key: QuoteLine.column.quoteDetailId,
    product: QuoteLine.column.productId,
    toDocument: QuoteLine.column.quoteId,
    isOpen: `${QuoteLine.column.quoteId}/statecode eq ${QuoteState.Draft}`,
    ofException: PriceException.column.quoteLineId,
  },
  {
    document: Order.table,
    line: OrderLine.table,
    key: OrderLine.column.salesOrderDetailId,
    product: OrderLine.column.productId,
    toDocument: OrderLine.column.salesOrderId,
    isOpen: `${OrderLine.column.salesOrderId}/statecode eq ${OrderState.Active}`,
    ofException: PriceException.column.orderLineId,
  },
  {
    document: PriceAgreement.table,
    line: PriceAgreementLine.table,
    key: PriceAgreementLine.column.priceAgreementLineId,
    product: PriceAgreementLine.column.productId,
    toDocument: PriceAgreementLine.column.priceAgreementId,
    isOpen: `kam_PriceAgreementId/statuscode eq ${PriceAgreementStatusReason.Draft}`,
    ofException: PriceException.column.agreementLineId,
  },
];

/** The kind a document or a line is of; null for another table. */
export function kindOf(table: string): OfferKind | null {
  return kinds.find(({ document, line }) => table === document || table === line) ?? null;
}

/** The lines of a document, or the line itself, that need a signature and have no open request. One request. */
export async function unsignedLines(kind: OfferKind, table: string, id: string): Promise<UnsignedLine[]> {
  const which = table === kind.document ? `_${kind.toDocument}_value eq ${id}` : `${kind.key} eq ${id}`;
  const isNeeded = `(${priceStatus} eq ${PriceStatusChoice.NeedsApproval} or _${requiredLevelId}_value ne null)`;
  const filter = `${which} and ${kind.isOpen} and ${priceStatus} ne ${PriceStatusChoice.Approved} and ${isNeeded}`;
  const found = await Xrm.WebApi.retrieveMultipleRecords(
    kind.line,
    `?$select=${kind.key},_${kind.product}_value&$expand=kam_PriceExceptionId($select=${PriceException.column.statusCode})&$filter=${filter}`,
  );
  return (found.entities as LineRow[])
    .filter((row) => row.kam_PriceExceptionId?.statuscode !== PriceExceptionStatusReason.Requested)
    .map((row) => ({ id: textOf(row[kind.key]), name: textOf(row[`_${kind.product}_value${formatted}`]) }));
}

const formatted = "@OData.Community.Display.V1.FormattedValue";
type LineRow = Record<string, unknown> & { readonly kam_PriceExceptionId?: { readonly statuscode: number } | null };

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
