// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of productpricelevel and its columns. */
export const PriceListItem = {
  table: "productpricelevel",
  column: {
    amount: "amount",
    discountTypeId: "discounttypeid",
    percentage: "percentage",
    priceLevelId: "pricelevelid",
    pricingMethodCode: "pricingmethodcode",
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
  /** Discount List Lookup. */
  _discounttypeid_value?: string | null;
  /** Percentage Decimal number. */
  percentage?: number | null;
  /** Price List Lookup. */
  _pricelevelid_value?: string | null;
  /** Pricing Method Choice. */
  pricingmethodcode?: number | null;
  /** Product Lookup. */
  _productid_value?: string | null;
  /** Product Price List Primary key. */
  productpricelevelid?: string | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Unit Lookup. */
  _uomid_value?: string | null;
}
