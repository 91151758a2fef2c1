// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of discount and its columns. */
export const Discount = {
  table: "discount",
  column: {
    amount: "amount",
    discountId: "discountid",
    discountTypeId: "discounttypeid",
    highQuantity: "highquantity",
    lowQuantity: "lowquantity",
    percentage: "percentage",
  },
} as const;

/** Discount: what comes off each unit when that many are bought. As the Web API returns it: only the columns asked for. */
export interface DiscountRow {
  /** Amount Money. */
  amount?: number | null;
  /** Discount Primary key. */
  discountid?: string | null;
  /** Discount List Lookup. */
  _discounttypeid_value?: string | null;
  /** End Quantity Decimal number. */
  highquantity?: number | null;
  /** Begin Quantity Decimal number. */
  lowquantity?: number | null;
  /** Percentage Decimal number. */
  percentage?: number | null;
}
