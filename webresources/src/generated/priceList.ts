// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  PriceListState,
} from "./choices";

/** Logical names of pricelevel and its columns. */
export const PriceList = {
  table: "pricelevel",
  column: {
    name: "name",
    priceLevelId: "pricelevelid",
    stateCode: "statecode",
    transactionCurrencyId: "transactioncurrencyid",
  },
} as const;

/** Price list. As the Web API returns it: only the columns asked for. */
export interface PriceListRow {
  /** Name Text. */
  name?: string | null;
  /** Price List Primary key. */
  pricelevelid?: string | null;
  /** Status State. */
  statecode?: PriceListState | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
}
