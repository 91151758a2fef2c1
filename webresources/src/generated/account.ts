// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  AccountState,
  AccountStatusReason,
  ChurnRiskChoice,
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
    eMailAddress1: "emailaddress1",
    exchangeRate: "exchangerate",
    industryCode: "industrycode",
    churnRisk: "kam_churnrisk",
    contractEndedOn: "kam_contractendedon",
    contractStartedOn: "kam_contractstartedon",
    currentGroupScoreId: "kam_currentgroupscoreid",
    currentScoreId: "kam_currentscoreid",
    isContractual: "kam_iscontractual",
    isKeyAccount: "kam_iskeyaccount",
    lifetimeValue: "kam_lifetimevalue",
    lifetimeValueBase: "kam_lifetimevalue_base",
    netPromoterScore: "kam_netpromoterscore",
    potentialRevenue: "kam_potentialrevenue",
    potentialRevenueBase: "kam_potentialrevenue_base",
    scoreBand: "kam_scoreband",
    scoreStaleOn: "kam_scorestaleon",
    strategicFit: "kam_strategicfit",
    valueScore: "kam_valuescore",
    walletSize: "kam_walletsize",
    walletSizeBase: "kam_walletsize_base",
    masterId: "masterid",
    merged: "merged",
    name: "name",
    ownerId: "ownerid",
    parentAccountId: "parentaccountid",
    primaryContactId: "primarycontactid",
    revenue: "revenue",
    stateCode: "statecode",
    statusCode: "statuscode",
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
  /** Email Text. */
  emailaddress1?: string | null;
  /** Exchange Rate Decimal number. */
  exchangerate?: number | null;
  /** Industry Choice. */
  industrycode?: number | null;
  /** Churn risk of the latest snapshot. Choice. */
  kam_churnrisk?: ChurnRiskChoice | null;
  /** Day the contract ended; empty while it runs. Day. */
  kam_contractendedon?: string | null;
  /** First day of the contract. Day. */
  kam_contractstartedon?: string | null;
  /** The latest snapshot of the whole group this account heads; written by the valuation. Lookup. */
  _kam_currentgroupscoreid_value?: string | null;
  /** The latest snapshot of this account; written by the valuation. Lookup. */
  _kam_currentscoreid_value?: string | null;
  /** Whether the account buys under a contract that it renews or ends, rather than order by order. Yes or no. */
  kam_iscontractual?: boolean | null;
  /** Whether the account is managed as a key account. Yes or no. */
  kam_iskeyaccount?: boolean | null;
  /** Customer lifetime value of the latest snapshot. Money, column security. */
  kam_lifetimevalue?: number | null;
  /** Value of Customer lifetime value in base currency. Money, column security. */
  kam_lifetimevalue_base?: number | null;
  /** Latest net promoter score of the account, from −100 to 100. Whole number, -100 to 100. */
  kam_netpromoterscore?: number | null;
  /** Yearly revenue we could reach with this account. Money. */
  kam_potentialrevenue?: number | null;
  /** Value of Potential revenue in base currency. Money. */
  kam_potentialrevenue_base?: number | null;
  /** Band of the latest snapshot. Choice. */
  kam_scoreband?: ScoreBandChoice | null;
  /** When something changed that the score rests on; cleared when the score has been refreshed. Instant (UTC). */
  kam_scorestaleon?: string | null;
  /** How well the account fits our strategy, from 1 (poor) to 5 (excellent). Whole number, 1 to 5. */
  kam_strategicfit?: number | null;
  /** Score of the latest snapshot, from 0 to 100. Decimal number, 0 to 100. */
  kam_valuescore?: number | null;
  /** What the customer buys in our field per year, from all suppliers. Money. */
  kam_walletsize?: number | null;
  /** Value of Wallet size in base currency. Money. */
  kam_walletsize_base?: number | null;
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
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Website Text. */
  websiteurl?: string | null;
}
