// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  InvoiceState,
  InvoiceStatusReason,
} from "./choices";

/** Logical names of invoice and its columns. */
export const Invoice = {
  table: "invoice",
  column: {
    createdOn: "createdon",
    customerId: "customerid",
    dateDelivered: "datedelivered",
    dueDate: "duedate",
    exchangeRate: "exchangerate",
    invoiceId: "invoiceid",
    invoiceNumber: "invoicenumber",
    paidOn: "kam_paidon",
    paymentDelayDays: "kam_paymentdelaydays",
    name: "name",
    ownerId: "ownerid",
    salesOrderId: "salesorderid",
    stateCode: "statecode",
    statusCode: "statuscode",
    totalAmount: "totalamount",
    totalAmountBase: "totalamount_base",
    totalTax: "totaltax",
    totalTaxBase: "totaltax_base",
    transactionCurrencyId: "transactioncurrencyid",
  },
} as const;

/** Invoice: what a customer has been billed. As the Web API returns it: only the columns asked for. */
export interface InvoiceRow {
  /** Created On Instant (UTC). */
  createdon?: string | null;
  /** Customer Lookup. */
  _customerid_value?: string | null;
  /** Date Delivered Day. */
  datedelivered?: string | null;
  /** Due Date Day. */
  duedate?: string | null;
  /** Exchange Rate Decimal number. */
  exchangerate?: number | null;
  /** Invoice Primary key. */
  invoiceid?: string | null;
  /** Invoice ID Text. */
  invoicenumber?: string | null;
  /** Day the invoice was paid in full; empty while it is open. Day. */
  kam_paidon?: string | null;
  /** Days from the due date to the day of payment, negative when paid early; computed. Whole number, -100000 to 100000. */
  kam_paymentdelaydays?: number | null;
  /** Name Text. */
  name?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Order Lookup. */
  _salesorderid_value?: string | null;
  /** Status State. */
  statecode?: InvoiceState | null;
  /** Status Reason Status reason. */
  statuscode?: InvoiceStatusReason | null;
  /** Total Amount Money. */
  totalamount?: number | null;
  /** Total Amount (Base) Money. */
  totalamount_base?: number | null;
  /** Total Tax Money. */
  totaltax?: number | null;
  /** Total Tax (Base) Money. */
  totaltax_base?: number | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
}
