// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  AccountState,
  AccountStatusReason,
  ChurnRiskChoice,
  LanguageChoice,
  PriceStatusChoice,
  ScoreBandChoice,
} from "./choices";

/** Logical names of account and its columns. */
export const Account = {
  table: "account",
  column: {
    accountId: "accountid",
    accountNumber: "accountnumber",
    address1City: "address1_city",
    address1Country: "address1_country",
    createdOn: "createdon",
    customerTypeCode: "customertypecode",
    defaultPriceLevelId: "defaultpricelevelid",
    eMailAddress1: "emailaddress1",
    exchangeRate: "exchangerate",
    industryCode: "industrycode",
    careHours: "kam_carehours",
    careLanguage: "kam_carelanguage",
    churnRisk: "kam_churnrisk",
    complexity: "kam_complexity",
    contractEndedOn: "kam_contractendedon",
    contractStartedOn: "kam_contractstartedon",
    currentGroupScoreId: "kam_currentgroupscoreid",
    currentScoreId: "kam_currentscoreid",
    handoverHours: "kam_handoverhours",
    isContractual: "kam_iscontractual",
    isKeptWithManager: "kam_iskeptwithmanager",
    isKeyAccount: "kam_iskeyaccount",
    isSingleThreaded: "kam_issinglethreaded",
    lifetimeValue: "kam_lifetimevalue",
    lifetimeValueBase: "kam_lifetimevalue_base",
    netPromoterScore: "kam_netpromoterscore",
    portfolioId: "kam_portfolioid",
    potentialRevenue: "kam_potentialrevenue",
    potentialRevenueBase: "kam_potentialrevenue_base",
    priceModelId: "kam_pricemodelid",
    priceStatus: "kam_pricestatus",
    relationshipScore: "kam_relationshipscore",
    scoreBand: "kam_scoreband",
    scoreStaleOn: "kam_scorestaleon",
    segmentId: "kam_segmentid",
    segmentIndex: "kam_segmentindex",
    segmentStaleOn: "kam_segmentstaleon",
    sentimentPercent: "kam_sentimentpercent",
    stakeholderCoveragePercent: "kam_stakeholdercoveragepercent",
    strategicFit: "kam_strategicfit",
    valueScore: "kam_valuescore",
    walletSize: "kam_walletsize",
    walletSizeBase: "kam_walletsize_base",
    willingnessToPartner: "kam_willingnesstopartner",
    masterId: "masterid",
    merged: "merged",
    name: "name",
    ownerId: "ownerid",
    parentAccountId: "parentaccountid",
    primaryContactId: "primarycontactid",
    revenue: "revenue",
    stateCode: "statecode",
    statusCode: "statuscode",
    territoryId: "territoryid",
    transactionCurrencyId: "transactioncurrencyid",
    webSiteURL: "websiteurl",
  },
} as const;

/** Account: a company or other organisation we sell to or know. As the Web API returns it: only the columns asked for. */
export interface AccountRow {
  /** Account Primary key. */
  accountid?: string | null;
  /** Account Number Text. */
  accountnumber?: string | null;
  /** Address1 City Text. */
  address1_city?: string | null;
  /** Address1 Country Text. */
  address1_country?: string | null;
  /** Created On Instant (UTC). */
  createdon?: string | null;
  /** Relationship Type Choice. */
  customertypecode?: number | null;
  /** Price List Lookup. */
  _defaultpricelevelid_value?: string | null;
  /** Email Text. */
  emailaddress1?: string | null;
  /** Exchange Rate Decimal number. */
  exchangerate?: number | null;
  /** Industry Choice. */
  industrycode?: number | null;
  /** Care hours of the segment times complexity; kept by the system. Decimal number, 0 to 100000. */
  kam_carehours?: number | null;
  /** Language the manager must speak; empty means any. Choice. */
  kam_carelanguage?: LanguageChoice | null;
  /** Churn risk of the latest snapshot. Choice. */
  kam_churnrisk?: ChurnRiskChoice | null;
  /** Factor on the care hours of the segment, 0.1 to 10; empty counts as 1. Decimal number, 0.1 to 10. */
  kam_complexity?: number | null;
  /** Day the contract ended; empty while it runs. Day. */
  kam_contractendedon?: string | null;
  /** First day of the contract. Day. */
  kam_contractstartedon?: string | null;
  /** The latest snapshot of the whole group this account heads; written by the valuation. Lookup. */
  _kam_currentgroupscoreid_value?: string | null;
  /** The latest snapshot of this account; written by the valuation. Lookup. */
  _kam_currentscoreid_value?: string | null;
  /** What handing it over would cost, hours of both sides; empty counts as a tenth of its care. Decimal number, 0 to 100000. */
  kam_handoverhours?: number | null;
  /** Whether the account buys under a contract that it renews or ends, rather than order by order. Yes or no. */
  kam_iscontractual?: boolean | null;
  /** Whether it is left out when portfolios are balanced. Yes or no. */
  kam_iskeptwithmanager?: boolean | null;
  /** Whether the account is managed as a key account. Yes or no. */
  kam_iskeyaccount?: boolean | null;
  /** Whether the relationship hangs on one person. Yes or no. */
  kam_issinglethreaded?: boolean | null;
  /** Customer lifetime value of the latest snapshot. Money, column security. */
  kam_lifetimevalue?: number | null;
  /** Value of Customer lifetime value in base currency. Money, column security. */
  kam_lifetimevalue_base?: number | null;
  /** Latest net promoter score of the account, from −100 to 100. Whole number, -100 to 100. */
  kam_netpromoterscore?: number | null;
  /** Portfolio the account is looked after in. Lookup. */
  _kam_portfolioid_value?: string | null;
  /** Yearly revenue we could reach with this account. Money. */
  kam_potentialrevenue?: number | null;
  /** Value of Potential revenue in base currency. Money. */
  kam_potentialrevenue_base?: number | null;
  /** Which conditions the customer gets; empty takes the segment’s. Lookup. */
  _kam_pricemodelid_value?: string | null;
  /** The worst price status of the account’s open quotes; kept by the system. Choice. */
  kam_pricestatus?: PriceStatusChoice | null;
  /** Relationship quality x density x authority, 0 to 100. Decimal number, 0 to 100. */
  kam_relationshipscore?: number | null;
  /** Band of the latest snapshot. Choice. */
  kam_scoreband?: ScoreBandChoice | null;
  /** When something changed that the score rests on; cleared when the score has been refreshed. Instant (UTC). */
  kam_scorestaleon?: string | null;
  /** Segment the account belongs to; kept by the system. Lookup. */
  _kam_segmentid_value?: string | null;
  /** 0 to 100, from value score, potential and willingness. Decimal number, 0 to 100. */
  kam_segmentindex?: number | null;
  /** Since when inputs have changed that the segment does not yet show; empty when it is current. Instant (UTC). */
  kam_segmentstaleon?: string | null;
  /** Mean attitude weighted by influence, −100 to 100. Decimal number, -100 to 100. */
  kam_sentimentpercent?: number | null;
  /** Share of all influence with people we reach. Decimal number, 0 to 100. */
  kam_stakeholdercoveragepercent?: number | null;
  /** How well the account fits our strategy, from 1 (poor) to 5 (excellent). Whole number, 1 to 5. */
  kam_strategicfit?: number | null;
  /** Score of the latest snapshot, from 0 to 100. Decimal number, 0 to 100. */
  kam_valuescore?: number | null;
  /** What the customer buys in our field per year, from all suppliers. Money. */
  kam_walletsize?: number | null;
  /** Value of Wallet size in base currency. Money. */
  kam_walletsize_base?: number | null;
  /** 1 (only buys) to 5 (plans with us); empty when nobody has judged it. Whole number, 1 to 5. */
  kam_willingnesstopartner?: number | null;
  /** Master ID Lookup. */
  _masterid_value?: string | null;
  /** Merged Yes or no. */
  merged?: boolean | null;
  /** Account Name Text. */
  name?: string | null;
  /** Owner Lookup. */
  _ownerid_value?: string | null;
  /** Parent Account Lookup. */
  _parentaccountid_value?: string | null;
  /** Primary Contact Lookup. */
  _primarycontactid_value?: string | null;
  /** Annual Revenue Money. */
  revenue?: number | null;
  /** Status State. */
  statecode?: AccountState | null;
  /** Status Reason Status reason. */
  statuscode?: AccountStatusReason | null;
  /** Territory Lookup. */
  _territoryid_value?: string | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Website Text. */
  websiteurl?: string | null;
}
