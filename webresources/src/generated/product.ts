// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.
import type {
  ProductProductStructureChoice,
  ProductState,
  ProductStatusReason,
} from "./choices";

/** Logical names of product and its columns. */
export const Product = {
  table: "product",
  column: {
    currentCost: "currentcost",
    defaultUoMId: "defaultuomid",
    defaultUoMScheduleId: "defaultuomscheduleid",
    name: "name",
    organizationId: "organizationid",
    parentProductId: "parentproductid",
    price: "price",
    productId: "productid",
    productNumber: "productnumber",
    productStructure: "productstructure",
    quantityDecimal: "quantitydecimal",
    standardCost: "standardcost",
    standardCostBase: "standardcost_base",
    stateCode: "statecode",
    statusCode: "statuscode",
    transactionCurrencyId: "transactioncurrencyid",
  },
} as const;

/** Product, product family or bundle. As the Web API returns it: only the columns asked for. */
export interface ProductRow {
  /** Current Cost Money. */
  currentcost?: number | null;
  /** Default Unit Lookup. */
  _defaultuomid_value?: string | null;
  /** Unit Group Lookup. */
  _defaultuomscheduleid_value?: string | null;
  /** Name Text. */
  name?: string | null;
  /** Organization Lookup. */
  _organizationid_value?: string | null;
  /** Parent Lookup. */
  _parentproductid_value?: string | null;
  /** List Price Money. */
  price?: number | null;
  /** Product Primary key. */
  productid?: string | null;
  /** Product ID Text. */
  productnumber?: string | null;
  /** Product Structure Choice. */
  productstructure?: ProductProductStructureChoice | null;
  /** Decimals Supported Whole number. */
  quantitydecimal?: number | null;
  /** Standard Cost Money. */
  standardcost?: number | null;
  /** Standard Cost (base currency) Money. */
  standardcost_base?: number | null;
  /** Status State. */
  statecode?: ProductState | null;
  /** Status Reason Status reason. */
  statuscode?: ProductStatusReason | null;
  /** Currency Lookup. */
  _transactioncurrencyid_value?: string | null;
}
