// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  PriceStatusChoice,
  QuoteState,
  QuoteStatusReason,
} from "./choices";

/** Logical names of quote and its columns. */
export const Quote = {
  table: "quote",
  column: {
    customerId: "customerid",
    discountAmount: "discountamount",
    discountPercentage: "discountpercentage",
    exchangeRate: "exchangerate",
    priceSetById: "kam_pricesetbyid",
    priceStatus: "kam_pricestatus",
    name: "name",
    ownerId: "ownerid",
    priceLevelId: "pricelevelid",
    quoteId: "quoteid",
    quoteNumber: "quotenumber",
    stateCode: "statecode",
    statusCode: "statuscode",
    totalAmount: "totalamount",
    totalLineItemAmount: "totallineitemamount",
    transactionCurrencyId: "transactioncurrencyid",
  },
} as const;

/** Quote: an offer with prices. As the Web API returns it: only the columns asked for. */
export interface QuoteRow {
  /** Customer Lookup. */
  _customerid_value?: string | null;
  /** Quote Discount Amount Money. */
  discountamount?: number | null;
  /** Quote Discount (%) Decimal number. */
  discountpercentage?: number | null;
  /** Exchange Rate Decimal number. */
  exchangerate?: number | null;
  /** Who last set customer, price list, currency or discount of the document; kept by the system. Lookup. */
  _kam_pricesetbyid_value?: string | null;
  /** The worst of the quote’s lines. Choice. */
  kam_pricestatus?: PriceStatusChoice | null;
  /** Name Text. */
  name?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Price List Lookup. */
  _pricelevelid_value?: string | null;
  /** Quote Primary key. */
  quoteid?: string | null;
  /** Quote ID Text. */
  quotenumber?: string | null;
  /** Status State. */
  statecode?: QuoteState | null;
  /** Status Reason Status reason. */
  statuscode?: QuoteStatusReason | null;
  /** Total Amount Money. */
  totalamount?: number | null;
  /** Detail Amount Money. */
  totallineitemamount?: number | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
}
