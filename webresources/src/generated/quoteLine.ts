// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  PriceStatusChoice,
  VerdictChoice,
} from "./choices";

/** Logical names of quotedetail and its columns. */
export const QuoteLine = {
  table: "quotedetail",
  column: {
    baseAmount: "baseamount",
    exchangeRate: "exchangerate",
    extendedAmount: "extendedamount",
    isPriceOverridden: "ispriceoverridden",
    isProductOverridden: "isproductoverridden",
    accountId: "kam_accountid",
    bundleOfferId: "kam_bundleofferid",
    pocketMargin: "kam_pocketmargin",
    pocketMarginBase: "kam_pocketmargin_base",
    pocketPrice: "kam_pocketprice",
    pocketPriceBase: "kam_pocketprice_base",
    priceExceptionId: "kam_priceexceptionid",
    priceReason: "kam_pricereason",
    priceSetById: "kam_pricesetbyid",
    priceStatus: "kam_pricestatus",
    requiredLevelId: "kam_requiredlevelid",
    verdict: "kam_verdict",
    waterfall: "kam_waterfall",
    lineItemNumber: "lineitemnumber",
    manualDiscountAmount: "manualdiscountamount",
    pricePerUnit: "priceperunit",
    productDescription: "productdescription",
    productId: "productid",
    quantity: "quantity",
    quoteDetailId: "quotedetailid",
    quoteId: "quoteid",
    skipPriceCalculation: "skippricecalculation",
    tax: "tax",
    transactionCurrencyId: "transactioncurrencyid",
    uoMId: "uomid",
    volumeDiscountAmount: "volumediscountamount",
  },
} as const;

/** Quote line: one product or write-in of a quote. As the Web API returns it: only the columns asked for. */
export interface QuoteLineRow {
  /** Amount Money. */
  baseamount?: number | null;
  /** Exchange Rate Decimal number. */
  exchangerate?: number | null;
  /** Extended Amount Money. */
  extendedamount?: number | null;
  /** Price Overridden Yes or no. */
  ispriceoverridden?: boolean | null;
  /** Select Product Yes or no. */
  isproductoverridden?: boolean | null;
  /** The customer of the quote; kept by the system. Lookup. */
  _kam_accountid_value?: string | null;
  /** The bundle this line belongs to. Lookup. */
  _kam_bundleofferid_value?: string | null;
  /** Pocket amount of the line less its cost. Only for readers of cost. Money, column security. */
  kam_pocketmargin?: number | null;
  /** Value of Pocket margin in base currency. Money, column security. */
  kam_pocketmargin_base?: number | null;
  /** What stays per unit after every discount and condition. Money. */
  kam_pocketprice?: number | null;
  /** Value of Pocket price in base currency. Money. */
  kam_pocketprice_base?: number | null;
  /** The request to sell at this price. Lookup. */
  _kam_priceexceptionid_value?: string | null;
  /** Why the price stands there; tells neither floor nor cost. Text, up to 2000 characters. */
  kam_pricereason?: string | null;
  /** Who last set product, quantity, price or discount; kept by the system. Lookup. */
  _kam_pricesetbyid_value?: string | null;
  /** What anybody may know about the price. Choice. */
  kam_pricestatus?: PriceStatusChoice | null;
  /** The lowest level that may sign this price. Lookup. */
  _kam_requiredlevelid_value?: string | null;
  /** Where the pocket price stands, floor and cost included. Only for readers of cost. Choice, column security. */
  kam_verdict?: VerdictChoice | null;
  /** Each step from list price to margin as JSON: amount, source row, rule. Only for readers of cost. Text, up to 20000 characters, column security. */
  kam_waterfall?: string | null;
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
  /** Quote Product Primary key. */
  quotedetailid?: string | null;
  /** Quote Lookup. */
  _quoteid_value?: string | null;
  /** Skip Price Calculation Choice. */
  skippricecalculation?: number | null;
  /** Tax Money. */
  tax?: number | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Unit Lookup. */
  _uomid_value?: string | null;
  /** Volume Discount Money. */
  volumediscountamount?: number | null;
}
