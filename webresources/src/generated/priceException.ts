// Generated from solution/Entities/kam_PriceException/Entity.xml by Kam.Generate. Do not edit.
import type {
  PriceExceptionState,
  PriceExceptionStatusReason,
} from "./choices";

/** Logical names of kam_priceexception and its columns. */
export const PriceException = {
  table: "kam_priceexception",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    actsForId: "kam_actsforid",
    agreementLineId: "kam_agreementlineid",
    amountBelowMinimum: "kam_amountbelowminimum",
    amountBelowMinimumBase: "kam_amountbelowminimum_base",
    approvalLevelId: "kam_approvallevelid",
    comment: "kam_comment",
    decideBy: "kam_decideby",
    decidedById: "kam_decidedbyid",
    decidedOn: "kam_decidedon",
    deviationPercent: "kam_deviationpercent",
    discount: "kam_discount",
    discountBase: "kam_discount_base",
    name: "kam_name",
    orderLineId: "kam_orderlineid",
    priceExceptionId: "kam_priceexceptionid",
    pricePerUnit: "kam_priceperunit",
    pricePerUnitBase: "kam_priceperunit_base",
    priceSetById: "kam_pricesetbyid",
    productDescription: "kam_productdescription",
    productId: "kam_productid",
    quantity: "kam_quantity",
    quoteId: "kam_quoteid",
    quoteLineId: "kam_quotelineid",
    reason: "kam_reason",
    requestedById: "kam_requestedbyid",
    salesOrderId: "kam_salesorderid",
    terms: "kam_terms",
    uomId: "kam_uomid",
    usedOn: "kam_usedon",
    validUntil: "kam_validuntil",
    modifiedBy: "modifiedby",
    modifiedOn: "modifiedon",
    modifiedOnBehalfBy: "modifiedonbehalfby",
    overriddenCreatedOn: "overriddencreatedon",
    ownerId: "ownerid",
    owningBusinessUnit: "owningbusinessunit",
    owningTeam: "owningteam",
    owningUser: "owninguser",
    stateCode: "statecode",
    statusCode: "statuscode",
    timeZoneRuleVersionNumber: "timezoneruleversionnumber",
    transactionCurrencyId: "transactioncurrencyid",
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** A request to sell below the minimum, for exactly these terms. As the Web API returns it: only the columns asked for. */
export interface PriceExceptionRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Exchange rate between the currency of the row and the base currency. Decimal number, 0.000000000001 to 100000000000. */
  exchangerate?: number | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** The customer. Lookup. */
  _kam_accountid_value?: string | null;
  /** In whose place, when delegated. Lookup. */
  _kam_actsforid_value?: string | null;
  /** The agreement line it is for. Lookup. */
  _kam_agreementlineid_value?: string | null;
  /** What the line lacks to the minimum. Money. */
  kam_amountbelowminimum?: number | null;
  /** Value of Amount below minimum in base currency. Money. */
  kam_amountbelowminimum_base?: number | null;
  /** Who must sign. Lookup, required. */
  _kam_approvallevelid_value?: string | null;
  /** What the approver says. Text, up to 4000 characters. */
  kam_comment?: string | null;
  /** Last day before the request goes one level up; empty when decided or at the highest level. Day. */
  kam_decideby?: string | null;
  /** Who decided. Lookup. */
  _kam_decidedbyid_value?: string | null;
  /** When it was decided. Instant (UTC). */
  kam_decidedon?: string | null;
  /** How far the price is below the minimum, percent of it. Decimal number, -100000000000 to 100000000000. */
  kam_deviationpercent?: number | null;
  /** All discounts of the line it is for, its share of the document’s included. Money. */
  kam_discount?: number | null;
  /** Value of Discount in base currency. Money. */
  kam_discount_base?: number | null;
  /** Name of the price exception. Text, up to 200 characters. */
  kam_name?: string | null;
  /** The order product it is for. Lookup. */
  _kam_orderlineid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_priceexceptionid?: string | null;
  /** Price per unit it is for. Money. */
  kam_priceperunit?: number | null;
  /** Value of Price per unit in base currency. Money. */
  kam_priceperunit_base?: number | null;
  /** Who last set the terms of the line; does not decide. Lookup. */
  _kam_pricesetbyid_value?: string | null;
  /** What is written in; empty otherwise. Text, up to 500 characters. */
  kam_productdescription?: string | null;
  /** The product; empty when written in. Lookup. */
  _kam_productid_value?: string | null;
  /** Units it is for. Decimal number, -100000000000 to 100000000000. */
  kam_quantity?: number | null;
  /** The quote of the line. Lookup. */
  _kam_quoteid_value?: string | null;
  /** The quote product it is for. Lookup. */
  _kam_quotelineid_value?: string | null;
  /** Why the price is needed. Text, up to 4000 characters, required. */
  kam_reason?: string | null;
  /** Who asked. Lookup, required. */
  _kam_requestedbyid_value?: string | null;
  /** The order of the line. Lookup. */
  _kam_salesorderid_value?: string | null;
  /** Every figure the approval is for, as JSON; kept by the system. Text, up to 4000 characters. */
  kam_terms?: string | null;
  /** Unit of the quantity. Lookup. */
  _kam_uomid_value?: string | null;
  /** When the line was ordered under this approval; from then on it no longer expires. Instant (UTC). */
  kam_usedon?: string | null;
  /** Last day on which it may be decided, and then used. Day, required. */
  kam_validuntil?: string | null;
  /** Unique identifier of the user who modified the record. Lookup. */
  _modifiedby_value?: string | null;
  /** Date and time when the record was modified. Instant (UTC). */
  modifiedon?: string | null;
  /** Unique identifier of the delegate user who modified the record. Lookup. */
  _modifiedonbehalfby_value?: string | null;
  /** Date and time that the record was migrated. Day. */
  overriddencreatedon?: string | null;
  /** Owner of the row. Lookup, required. */
  _ownerid_value?: string | null;
  /** Unique identifier for the business unit that owns the record. Lookup. */
  _owningbusinessunit_value?: string | null;
  /** Unique identifier for the team that owns the record. Lookup. */
  _owningteam_value?: string | null;
  /** Unique identifier for the user that owns the record. Lookup. */
  _owninguser_value?: string | null;
  /** Whether the row is active. State, required. */
  statecode?: PriceExceptionState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PriceExceptionStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
