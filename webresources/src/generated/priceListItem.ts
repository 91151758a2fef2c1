// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of productpricelevel and its columns. */
export const PriceListItem = {
  table: "productpricelevel",
  column: {
    amount: "amount",
    priceLevelId: "pricelevelid",
    productId: "productid",
    productPriceLevelId: "productpricelevelid",
    transactionCurrencyId: "transactioncurrencyid",
    uoMId: "uomid",
  },
} as const;

/** Price list item: the price of a product in a price list. As the Web API returns it: only the columns asked for. */
export interface PriceListItemRow {
  /** Amount Money. */
  amount?: number | null;
  /** Price List Lookup. */
  _pricelevelid_value?: string | null;
  /** Product Lookup. */
  _productid_value?: string | null;
  /** Product Price List Primary key. */
  productpricelevelid?: string | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Unit Lookup. */
  _uomid_value?: string | null;
}
