// Generated from solution/Entities/kam_ValueScore/Entity.xml by Kam.Generate. Do not edit.
import type {
  ChurnRiskChoice,
  LifetimeValueMethodChoice,
  ScoreBandChoice,
  ScoreScopeChoice,
  ValueScoreState,
  ValueScoreStatusReason,
} from "./choices";

/** Logical names of kam_valuescore and its columns. */
export const ValueScore = {
  table: "kam_valuescore",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    asOf: "kam_asof",
    band: "kam_band",
    calculatedOn: "kam_calculatedon",
    casesPerYear: "kam_casesperyear",
    churnRisk: "kam_churnrisk",
    configurationVersion: "kam_configurationversion",
    costToServe: "kam_costtoserve",
    costToServeBase: "kam_costtoserve_base",
    expectedOrders: "kam_expectedorders",
    explanation: "kam_explanation",
    explanationData: "kam_explanationdata",
    familyCount: "kam_familycount",
    fingerprint: "kam_fingerprint",
    growthPercent: "kam_growthpercent",
    lifetimeValue: "kam_lifetimevalue",
    lifetimeValueBase: "kam_lifetimevalue_base",
    lifetimeValueHigh: "kam_lifetimevaluehigh",
    lifetimeValueHighBase: "kam_lifetimevaluehigh_base",
    lifetimeValueLow: "kam_lifetimevaluelow",
    lifetimeValueLowBase: "kam_lifetimevaluelow_base",
    lifetimeValueMethod: "kam_lifetimevaluemethod",
    margin: "kam_margin",
    marginBase: "kam_margin_base",
    marginPercent: "kam_marginpercent",
    marginPrior: "kam_marginprior",
    marginPriorBase: "kam_marginprior_base",
    monthsSinceLastOrder: "kam_monthssincelastorder",
    name: "kam_name",
    netPromoterScore: "kam_netpromoterscore",
    openPipeline: "kam_openpipeline",
    openPipelineBase: "kam_openpipeline_base",
    ordersPerYear: "kam_ordersperyear",
    paymentDelayDays: "kam_paymentdelaydays",
    previousScoreId: "kam_previousscoreid",
    probabilityAlive: "kam_probabilityalive",
    revenue: "kam_revenue",
    revenueBase: "kam_revenue_base",
    revenuePrior: "kam_revenueprior",
    revenuePriorBase: "kam_revenueprior_base",
    scope: "kam_scope",
    score: "kam_score",
    scoringModelId: "kam_scoringmodelid",
    scoringRunId: "kam_scoringrunid",
    shareOfWalletPercent: "kam_shareofwalletpercent",
    strategicFit: "kam_strategicfit",
    tenureYears: "kam_tenureyears",
    valueModelFitId: "kam_valuemodelfitid",
    valueScoreId: "kam_valuescoreid",
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

/** What an account or its group was worth on a day: score, band, measures and customer lifetime value with their explanation. A snapshot: written once, never changed. As the Web API returns it: only the columns asked for. */
export interface ValueScoreRow {
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
  /** The account that is valued; for a group its topmost account. Lookup, required. */
  _kam_accountid_value?: string | null;
  /** Day the account is valued for; the rolling 12 months end with it. Day, required. */
  kam_asof?: string | null;
  /** Where the score stands against the thresholds of the model. Choice. */
  kam_band?: ScoreBandChoice | null;
  /** When the score was calculated. Instant (UTC). */
  kam_calculatedon?: string | null;
  /** Cases opened in the rolling 12 months. Decimal number, 0 to 100000000. */
  kam_casesperyear?: number | null;
  /** Silence compared with the account’s usual gap between orders. Choice. */
  kam_churnrisk?: ChurnRiskChoice | null;
  /** Model, version and settings that made this score. Text, up to 200 characters. */
  kam_configurationversion?: string | null;
  /** Hours of activity in the rolling 12 months times the hourly rate of the model. Money, column security. */
  kam_costtoserve?: number | null;
  /** Value of Cost to serve in base currency. Money, column security. */
  kam_costtoserve_base?: number | null;
  /** Orders expected over the horizon. Decimal number, 0 to 100000000. */
  kam_expectedorders?: number | null;
  /** Why the score is what it is: strongest and weakest contributions and what changed since the previous snapshot. Text, up to 100000 characters. */
  kam_explanation?: string | null;
  /** The sentences of the explanation as keys and arguments in JSON, to be shown in the reader’s language. Text, up to 1048576 characters. */
  kam_explanationdata?: string | null;
  /** Number of product families bought in the rolling 12 months. Whole number, 0 to 2147483647. */
  kam_familycount?: number | null;
  /** Hash over all inputs and the configuration; equal inputs make no second snapshot on the same day. Text, up to 64 characters, required. */
  kam_fingerprint?: string | null;
  /** Change of revenue against the prior 12 months in percent; empty without prior revenue. Decimal number, -100000000 to 100000000. */
  kam_growthpercent?: number | null;
  /** Discounted contribution margin expected over the horizon, less cost to serve; empty when it cannot be stated. Money, column security. */
  kam_lifetimevalue?: number | null;
  /** Value of Customer lifetime value in base currency. Money, column security. */
  kam_lifetimevalue_base?: number | null;
  /** Upper end of the band around the customer lifetime value. Money, column security. */
  kam_lifetimevaluehigh?: number | null;
  /** Value of Lifetime value, high in base currency. Money, column security. */
  kam_lifetimevaluehigh_base?: number | null;
  /** Lower end of the band around the customer lifetime value. Money, column security. */
  kam_lifetimevaluelow?: number | null;
  /** Value of Lifetime value, low in base currency. Money, column security. */
  kam_lifetimevaluelow_base?: number | null;
  /** How the customer lifetime value was reached. Choice. */
  kam_lifetimevaluemethod?: LifetimeValueMethodChoice | null;
  /** Revenue less cost of the rolling 12 months; empty when too many lines carry no cost. Money, column security. */
  kam_margin?: number | null;
  /** Value of Contribution margin 12 months in base currency. Money, column security. */
  kam_margin_base?: number | null;
  /** Contribution margin in percent of revenue; empty when unknown. Decimal number, -100000000 to 100000000, column security. */
  kam_marginpercent?: number | null;
  /** Contribution margin of the 12 months before; empty when unknown. Money, column security. */
  kam_marginprior?: number | null;
  /** Value of Contribution margin prior 12 months in base currency. Money, column security. */
  kam_marginprior_base?: number | null;
  /** Time since the last order up to the as-of date, in months. Decimal number, 0 to 100000. */
  kam_monthssincelastorder?: number | null;
  /** Account, model and as-of date, written with the snapshot. Text, up to 300 characters. */
  kam_name?: string | null;
  /** As entered on the account, from −100 to 100. Whole number, -100 to 100. */
  kam_netpromoterscore?: number | null;
  /** Estimated value of open opportunities. Money. */
  kam_openpipeline?: number | null;
  /** Value of Open pipeline in base currency. Money. */
  kam_openpipeline_base?: number | null;
  /** Orders in the rolling 12 months. Decimal number, 0 to 100000000. */
  kam_ordersperyear?: number | null;
  /** Mean delay of payment past the due date, in days; negative when the account pays early. Decimal number, -100000 to 100000. */
  kam_paymentdelaydays?: number | null;
  /** The snapshot before this one, of the same account, model and scope. Lookup. */
  _kam_previousscoreid_value?: string | null;
  /** Probability from 0 to 1 that the customer still buys; the churn flag does not rest on it alone. Decimal number, 0 to 1. */
  kam_probabilityalive?: number | null;
  /** Revenue of the rolling 12 months; returns reduce it, cancelled documents do not count. Money. */
  kam_revenue?: number | null;
  /** Value of Revenue 12 months in base currency. Money. */
  kam_revenue_base?: number | null;
  /** Revenue of the 12 months before the rolling 12 months. Money. */
  kam_revenueprior?: number | null;
  /** Value of Revenue prior 12 months in base currency. Money. */
  kam_revenueprior_base?: number | null;
  /** One account alone or its whole group. Choice, required. */
  kam_scope?: ScoreScopeChoice | null;
  /** Weighted mean of the criteria from 0 to 100; empty when the account cannot be scored. Decimal number, 0 to 100. */
  kam_score?: number | null;
  /** The model, and so the version, that made this score. Lookup, required. */
  _kam_scoringmodelid_value?: string | null;
  /** The run that scored the whole portfolio; empty when one account was scored alone. Lookup. */
  _kam_scoringrunid_value?: string | null;
  /** Our revenue in percent of what the customer buys in our field each year; empty when that is not known. Decimal number, -100000000 to 100000000. */
  kam_shareofwalletpercent?: number | null;
  /** As entered on the account, from 1 (poor) to 5 (excellent). Whole number, 1 to 5. */
  kam_strategicfit?: number | null;
  /** Years since the first order or, without one, since the account was created. Decimal number, 0 to 1000. */
  kam_tenureyears?: number | null;
  /** The fit the customer lifetime value was read from. Lookup. */
  _kam_valuemodelfitid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_valuescoreid?: string | null;
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
  statecode?: ValueScoreState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ValueScoreStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
