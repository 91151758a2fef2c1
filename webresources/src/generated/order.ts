// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  OrderState,
  OrderStatusReason,
  PriceStatusChoice,
} from "./choices";

/** Logical names of salesorder and its columns. */
export const Order = {
  table: "salesorder",
  column: {
    createdOn: "createdon",
    customerId: "customerid",
    dateFulfilled: "datefulfilled",
    discountAmount: "discountamount",
    discountPercentage: "discountpercentage",
    exchangeRate: "exchangerate",
    isPriceLocked: "ispricelocked",
    priceSetById: "kam_pricesetbyid",
    priceStatus: "kam_pricestatus",
    name: "name",
    opportunityId: "opportunityid",
    orderNumber: "ordernumber",
    ownerId: "ownerid",
    priceLevelId: "pricelevelid",
    quoteId: "quoteid",
    requestDeliveryBy: "requestdeliveryby",
    salesOrderId: "salesorderid",
    stateCode: "statecode",
    statusCode: "statuscode",
    submitDate: "submitdate",
    totalAmount: "totalamount",
    totalAmountBase: "totalamount_base",
    totalLineItemAmount: "totallineitemamount",
    totalTax: "totaltax",
    totalTaxBase: "totaltax_base",
    transactionCurrencyId: "transactioncurrencyid",
  },
} as const;

/** Order: what a customer has bought, or is about to receive. As the Web API returns it: only the columns asked for. */
export interface OrderRow {
  /** Created On Instant (UTC). */
  createdon?: string | null;
  /** Customer Lookup. */
  _customerid_value?: string | null;
  /** Date Fulfilled Day. */
  datefulfilled?: string | null;
  /** Order Discount Amount Money. */
  discountamount?: number | null;
  /** Order Discount (%) Decimal number. */
  discountpercentage?: number | null;
  /** Exchange Rate Decimal number. */
  exchangerate?: number | null;
  /** Prices Locked Yes or no. */
  ispricelocked?: boolean | null;
  /** Who last set customer, price list, currency or discount of the document; kept by the system. Lookup. */
  _kam_pricesetbyid_value?: string | null;
  /** The worst of the order’s lines. Choice. */
  kam_pricestatus?: PriceStatusChoice | null;
  /** Name Text. */
  name?: string | null;
  /** Opportunity Lookup. */
  _opportunityid_value?: string | null;
  /** Order ID Text. */
  ordernumber?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Price List Lookup. */
  _pricelevelid_value?: string | null;
  /** Quote Lookup. */
  _quoteid_value?: string | null;
  /** Requested Delivery Date Day. */
  requestdeliveryby?: string | null;
  /** Order Primary key. */
  salesorderid?: string | null;
  /** Status State. */
  statecode?: OrderState | null;
  /** Status Reason Status reason. */
  statuscode?: OrderStatusReason | null;
  /** Date Submitted Day. */
  submitdate?: string | null;
  /** Total Amount Money. */
  totalamount?: number | null;
  /** Total Amount (Base) Money. */
  totalamount_base?: number | null;
  /** Detail Amount Money. */
  totallineitemamount?: number | null;
  /** Total Tax Money. */
  totaltax?: number | null;
  /** Total Tax (Base) Money. */
  totaltax_base?: number | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
}
