// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of salesorderdetail and its columns. */
export const OrderLine = {
  table: "salesorderdetail",
  column: {
    baseAmount: "baseamount",
    exchangeRate: "exchangerate",
    extendedAmount: "extendedamount",
    extendedAmountBase: "extendedamount_base",
    isProductOverridden: "isproductoverridden",
    bundleOfferId: "kam_bundleofferid",
    cost: "kam_cost",
    costBase: "kam_cost_base",
    unitCost: "kam_unitcost",
    unitCostBase: "kam_unitcost_base",
    lineItemNumber: "lineitemnumber",
    manualDiscountAmount: "manualdiscountamount",
    pricePerUnit: "priceperunit",
    productDescription: "productdescription",
    productId: "productid",
    quantity: "quantity",
    salesOrderDetailId: "salesorderdetailid",
    salesOrderId: "salesorderid",
    tax: "tax",
    taxBase: "tax_base",
    transactionCurrencyId: "transactioncurrencyid",
    uoMId: "uomid",
    volumeDiscountAmount: "volumediscountamount",
  },
} as const;

/** Order line: one product or write-in of an order. As the Web API returns it: only the columns asked for. */
export interface OrderLineRow {
  /** Amount Money. */
  baseamount?: number | null;
  /** Exchange Rate Decimal number. */
  exchangerate?: number | null;
  /** Extended Amount Money. */
  extendedamount?: number | null;
  /** Extended Amount (Base) Money. */
  extendedamount_base?: number | null;
  /** Select Product Yes or no. */
  isproductoverridden?: boolean | null;
  /** The bundle this line belongs to. Lookup. */
  _kam_bundleofferid_value?: string | null;
  /** Quantity times unit cost; empty when the unit cost is unknown; computed. Money, column security. */
  kam_cost?: number | null;
  /** Value of Cost in base currency. Money, column security. */
  kam_cost_base?: number | null;
  /** Cost of one unit in the currency of the document; empty when unknown. Money, column security. */
  kam_unitcost?: number | null;
  /** Value of Unit cost in base currency. Money, column security. */
  kam_unitcost_base?: number | null;
  /** Line Item Number Whole number. */
  lineitemnumber?: number | null;
  /** Manual Discount Money. */
  manualdiscountamount?: number | null;
  /** Price Per Unit Money. */
  priceperunit?: number | null;
  /** Write-In Product Text. */
  productdescription?: string | null;
  /** Existing Product Lookup. */
  _productid_value?: string | null;
  /** Quantity Decimal number. */
  quantity?: number | null;
  /** Order Product Primary key. */
  salesorderdetailid?: string | null;
  /** Order Lookup. */
  _salesorderid_value?: string | null;
  /** Tax Money. */
  tax?: number | null;
  /** Tax (Base) Money. */
  tax_base?: number | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Unit Lookup. */
  _uomid_value?: string | null;
  /** Volume Discount Money. */
  volumediscountamount?: number | null;
}
