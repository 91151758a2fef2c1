// Generated from solution/Entities/kam_PriceContradiction/Entity.xml by Kam.Generate. Do not edit.
import type {
  PriceContradictionState,
  PriceContradictionStatusReason,
} from "./choices";

/** Logical names of kam_pricecontradiction and its columns. */
export const PriceContradiction = {
  table: "kam_pricecontradiction",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    amountAtStake: "kam_amountatstake",
    amountAtStakeBase: "kam_amountatstake_base",
    fromQuantity: "kam_fromquantity",
    name: "kam_name",
    otherAccountId: "kam_otheraccountid",
    otherPocketPrice: "kam_otherpocketprice",
    otherPocketPriceBase: "kam_otherpocketprice_base",
    otherSegmentRank: "kam_othersegmentrank",
    pairCount: "kam_paircount",
    pocketPrice: "kam_pocketprice",
    pocketPriceBase: "kam_pocketprice_base",
    priceContradictionId: "kam_pricecontradictionid",
    productId: "kam_productid",
    quantity: "kam_quantity",
    runOn: "kam_runon",
    segmentRank: "kam_segmentrank",
    uomId: "kam_uomid",
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

/** Of one product at comparable volume, an account of a lower segment pays less than one of a higher segment. As the Web API returns it: only the columns asked for. */
export interface PriceContradictionRow {
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
  /** Who pays more. Lookup, required. */
  _kam_accountid_value?: string | null;
  /** What the higher segment would ask back: each of its lines’ difference to the lowest price of the other, times its quantity. Money, required. */
  kam_amountatstake?: number | null;
  /** Value of Amount at stake in base currency. Money. */
  kam_amountatstake_base?: number | null;
  /** Where the volume band begins in which both stand. Decimal number, -100000000000 to 100000000000. */
  kam_fromquantity?: number | null;
  /** Name of the price contradiction. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Who pays less. Lookup, required. */
  _kam_otheraccountid_value?: string | null;
  /** The lowest one of the lower segment’s account, per unit. Money. */
  kam_otherpocketprice?: number | null;
  /** Value of Pocket price of the other in base currency. Money. */
  kam_otherpocketprice_base?: number | null;
  /** A larger number is a lower segment. Whole number, 1 to 255. */
  kam_othersegmentrank?: number | null;
  /** How many pairs of lines contradict one another. Whole number, 0 to 2147483647. */
  kam_paircount?: number | null;
  /** Per unit, of the line with the largest difference. Money. */
  kam_pocketprice?: number | null;
  /** Value of Pocket price in base currency. Money. */
  kam_pocketprice_base?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_pricecontradictionid?: string | null;
  /** The product both buy. Lookup, required. */
  _kam_productid_value?: string | null;
  /** Units that the higher segment bought too dear, in the band. Decimal number, -100000000000 to 100000000000. */
  kam_quantity?: number | null;
  /** The day it was looked for. Day, required. */
  kam_runon?: string | null;
  /** 1 for the highest segment. Whole number, 1 to 255. */
  kam_segmentrank?: number | null;
  /** The unit in which both buy. Lookup. */
  _kam_uomid_value?: string | null;
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
  statecode?: PriceContradictionState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PriceContradictionStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
