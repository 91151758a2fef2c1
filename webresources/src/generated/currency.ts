// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  CurrencyState,
} from "./choices";

/** Logical names of transactioncurrency and its columns. */
export const Currency = {
  table: "transactioncurrency",
  column: {
    currencyName: "currencyname",
    currencyPrecision: "currencyprecision",
    currencySymbol: "currencysymbol",
    exchangeRate: "exchangerate",
    iSOCurrencyCode: "isocurrencycode",
    organizationId: "organizationid",
    stateCode: "statecode",
    transactionCurrencyId: "transactioncurrencyid",
  },
} as const;

/** Currency, with its rate to the base currency. As the Web API returns it: only the columns asked for. */
export interface CurrencyRow {
  /** Currency Name Text. */
  currencyname?: string | null;
  /** Currency Precision Whole number. */
  currencyprecision?: number | null;
  /** Currency Symbol Text. */
  currencysymbol?: string | null;
  /** Exchange Rate Decimal number. */
  exchangerate?: number | null;
  /** Currency Code Text. */
  isocurrencycode?: string | null;
  /** Organization Lookup. */
  _organizationid_value?: string | null;
  /** Status State. */
  statecode?: CurrencyState | null;
  /** Transaction Currency Primary key. */
  transactioncurrencyid?: string | null;
}
