// Generated from solution/Entities/kam_PriceAgreementLine/Entity.xml by Kam.Generate. Do not edit.
import type {
  ConditionKindChoice,
  PriceAgreementLineState,
  PriceAgreementLineStatusReason,
  PriceStatusChoice,
  ReviewOutcomeChoice,
  VerdictChoice,
} from "./choices";

/** Logical names of kam_priceagreementline and its columns. */
export const PriceAgreementLine = {
  table: "kam_priceagreementline",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    clawback: "kam_clawback",
    clawbackBase: "kam_clawback_base",
    clawbackPercent: "kam_clawbackpercent",
    conditionKind: "kam_conditionkind",
    discountPercent: "kam_discountpercent",
    familyId: "kam_familyid",
    fromQuantity: "kam_fromquantity",
    granted: "kam_granted",
    grantedBase: "kam_granted_base",
    name: "kam_name",
    pocketMargin: "kam_pocketmargin",
    pocketMarginBase: "kam_pocketmargin_base",
    pocketPrice: "kam_pocketprice",
    pocketPriceBase: "kam_pocketprice_base",
    priceAgreementId: "kam_priceagreementid",
    priceAgreementLineId: "kam_priceagreementlineid",
    priceExceptionId: "kam_priceexceptionid",
    pricePerUnit: "kam_priceperunit",
    pricePerUnitBase: "kam_priceperunit_base",
    priceReason: "kam_pricereason",
    priceSetById: "kam_pricesetbyid",
    priceStatus: "kam_pricestatus",
    productId: "kam_productid",
    required: "kam_required",
    requiredLevelId: "kam_requiredlevelid",
    reviewOn: "kam_reviewon",
    reviewOutcome: "kam_reviewoutcome",
    verdict: "kam_verdict",
    waterfall: "kam_waterfall",
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

/** One agreed price or discount, and what the customer promised for it. As the Web API returns it: only the columns asked for. */
export interface PriceAgreementLineRow {
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
  /** The amount claimed back. Money. */
  kam_clawback?: number | null;
  /** Value of Clawback in base currency. Money. */
  kam_clawback_base?: number | null;
  /** How much of it is claimed back when the promise is missed. Decimal number, 0 to 100. */
  kam_clawbackpercent?: number | null;
  /** What the customer promised for it; empty when unconditional. Choice. */
  kam_conditionkind?: ConditionKindChoice | null;
  /** Agreed discount off the list price. Decimal number, 0 to 100. */
  kam_discountpercent?: number | null;
  /** The product family; empty when it holds for one product. Lookup. */
  _kam_familyid_value?: string | null;
  /** Holds from this quantity on. Decimal number, 0 to 100000000000. */
  kam_fromquantity?: number | null;
  /** What the concession gave so far on invoiced lines. Money. */
  kam_granted?: number | null;
  /** Value of Granted so far in base currency. Money. */
  kam_granted_base?: number | null;
  /** Name of the price agreement line. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Pocket amount of the line less its cost. Only for readers of cost. Money, column security. */
  kam_pocketmargin?: number | null;
  /** Value of Pocket margin in base currency. Money, column security. */
  kam_pocketmargin_base?: number | null;
  /** What stays per unit after every discount and condition. Money. */
  kam_pocketprice?: number | null;
  /** Value of Pocket price in base currency. Money. */
  kam_pocketprice_base?: number | null;
  /** The agreement it belongs to. Lookup, required. */
  _kam_priceagreementid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_priceagreementlineid?: string | null;
  /** The request to sell at this price. Lookup. */
  _kam_priceexceptionid_value?: string | null;
  /** Agreed price per unit before conditions. Money. */
  kam_priceperunit?: number | null;
  /** Value of Price per unit in base currency. Money. */
  kam_priceperunit_base?: number | null;
  /** Why the price stands there; tells neither floor nor cost. Text, up to 2000 characters. */
  kam_pricereason?: string | null;
  /** Who last set product, quantity, price or discount; kept by the system. Lookup. */
  _kam_pricesetbyid_value?: string | null;
  /** What anybody may know about the price. Choice. */
  kam_pricestatus?: PriceStatusChoice | null;
  /** The product; empty when it holds for a family. Lookup. */
  _kam_productid_value?: string | null;
  /** In the unit of the promise. Decimal number, -100000000000 to 100000000000. */
  kam_required?: number | null;
  /** The lowest level that may sign this price. Lookup. */
  _kam_requiredlevelid_value?: string | null;
  /** First day on which the promise is reviewed. Day. */
  kam_reviewon?: string | null;
  /** What the review found. Choice. */
  kam_reviewoutcome?: ReviewOutcomeChoice | null;
  /** Where the pocket price stands, floor and cost included. Only for readers of cost. Choice, column security. */
  kam_verdict?: VerdictChoice | null;
  /** Each step from list price to margin as JSON: amount, source row, rule. Only for readers of cost. Text, up to 20000 characters, column security. */
  kam_waterfall?: string | null;
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
  statecode?: PriceAgreementLineState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PriceAgreementLineStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
