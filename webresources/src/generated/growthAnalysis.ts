// Generated from solution/Entities/kam_GrowthAnalysis/Entity.xml by Kam.Generate. Do not edit.
import type {
  GrowthAnalysisState,
  GrowthAnalysisStatusReason,
} from "./choices";

/** Logical names of kam_growthanalysis and its columns. */
export const GrowthAnalysis = {
  table: "kam_growthanalysis",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    costEffect: "kam_costeffect",
    costEffectBase: "kam_costeffect_base",
    growthAnalysisId: "kam_growthanalysisid",
    isProfitless: "kam_isprofitless",
    linesWithoutCost: "kam_lineswithoutcost",
    lostProducts: "kam_lostproducts",
    lostProductsBase: "kam_lostproducts_base",
    marginBefore: "kam_marginbefore",
    marginBeforeBase: "kam_marginbefore_base",
    marginChange: "kam_marginchange",
    marginChangeBase: "kam_marginchange_base",
    mixEffect: "kam_mixeffect",
    mixEffectBase: "kam_mixeffect_base",
    name: "kam_name",
    newProducts: "kam_newproducts",
    newProductsBase: "kam_newproducts_base",
    periodFrom: "kam_periodfrom",
    periodUntil: "kam_perioduntil",
    priceEffect: "kam_priceeffect",
    priceEffectBase: "kam_priceeffect_base",
    revenue: "kam_revenue",
    revenueBase: "kam_revenue_base",
    revenueChange: "kam_revenuechange",
    revenueChangeBase: "kam_revenuechange_base",
    volumeEffect: "kam_volumeeffect",
    volumeEffectBase: "kam_volumeeffect_base",
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

/** Why the margin of an account changed against the period before, in parts that add up to the change. As the Web API returns it: only the columns asked for. */
export interface GrowthAnalysisRow {
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
  /** The account analysed. Lookup, required. */
  _kam_accountid_value?: string | null;
  /** By other unit costs of what is still sold. Money, column security. */
  kam_costeffect?: number | null;
  /** Value of By cost in base currency. Money, column security. */
  kam_costeffect_base?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_growthanalysisid?: string | null;
  /** Revenue up and margin down. Yes or no, column security. */
  kam_isprofitless?: boolean | null;
  /** Lines of both periods whose cost is unknown; they are left out of margin and effects. Whole number, 0 to 2147483647. */
  kam_lineswithoutcost?: number | null;
  /** Margin of what is no longer sold, as a change. Money, column security. */
  kam_lostproducts?: number | null;
  /** Value of By lost products in base currency. Money, column security. */
  kam_lostproducts_base?: number | null;
  /** Margin of the earlier period. Money, column security. */
  kam_marginbefore?: number | null;
  /** Value of Margin before in base currency. Money, column security. */
  kam_marginbefore_base?: number | null;
  /** Later less earlier margin; the six effects add up to it. Money, column security. */
  kam_marginchange?: number | null;
  /** Value of Change of margin in base currency. Money, column security. */
  kam_marginchange_base?: number | null;
  /** By units moving between products of other margin. Money, column security. */
  kam_mixeffect?: number | null;
  /** Value of By mix in base currency. Money, column security. */
  kam_mixeffect_base?: number | null;
  /** Name of the growth analysis. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Margin of what was not sold before. Money, column security. */
  kam_newproducts?: number | null;
  /** Value of By new products in base currency. Money, column security. */
  kam_newproducts_base?: number | null;
  /** First day of the later period. Day, required. */
  kam_periodfrom?: string | null;
  /** Last day of the later period. Day, required. */
  kam_perioduntil?: string | null;
  /** By other prices for what is still sold. Money, column security. */
  kam_priceeffect?: number | null;
  /** Value of By price in base currency. Money, column security. */
  kam_priceeffect_base?: number | null;
  /** Net revenue of the later period. Money. */
  kam_revenue?: number | null;
  /** Value of Revenue in base currency. Money. */
  kam_revenue_base?: number | null;
  /** Later less earlier net revenue. Money. */
  kam_revenuechange?: number | null;
  /** Value of Change of revenue in base currency. Money. */
  kam_revenuechange_base?: number | null;
  /** By more or fewer units, the mix unchanged. Money, column security. */
  kam_volumeeffect?: number | null;
  /** Value of By volume in base currency. Money, column security. */
  kam_volumeeffect_base?: number | null;
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
  statecode?: GrowthAnalysisState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: GrowthAnalysisStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
