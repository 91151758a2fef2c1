// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of quotedetail and its columns. */
export const QuoteLine = {
  table: "quotedetail",
  column: {
    extendedAmount: "extendedamount",
    bundleOfferId: "kam_bundleofferid",
    pricePerUnit: "priceperunit",
    productId: "productid",
    quantity: "quantity",
    quoteDetailId: "quotedetailid",
    quoteId: "quoteid",
    tax: "tax",
    transactionCurrencyId: "transactioncurrencyid",
  },
} as const;

/** Quote line: one product or write-in of a quote. As the Web API returns it: only the columns asked for. */
export interface QuoteLineRow {
  /** Extended Amount Money. */
  extendedamount?: number | null;
  /** The bundle this line belongs to. Lookup. */
  _kam_bundleofferid_value?: string | null;
  /** Price Per Unit Money. */
  priceperunit?: number | null;
  /** Existing Product Lookup. */
  _productid_value?: string | null;
  /** Quantity Decimal number. */
  quantity?: number | null;
  /** Quote Product Primary key. */
  quotedetailid?: string | null;
  /** Quote Lookup. */
  _quoteid_value?: string | null;
  /** Tax Money. */
  tax?: number | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
}
