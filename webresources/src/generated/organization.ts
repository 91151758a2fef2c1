// Generated from plugins/Kam.Generate/standard-tables.xml by Kam.Generate. Do not edit.

/** Logical names of organization and its columns. */
export const Organization = {
  table: "organization",
  column: {
    baseCurrencyId: "basecurrencyid",
    baseCurrencyPrecision: "basecurrencyprecision",
    discountCalculationMethod: "discountcalculationmethod",
    languageCode: "languagecode",
    localeId: "localeid",
    name: "name",
    organizationId: "organizationid",
  },
} as const;

/** The organisation: settings of the environment. As the Web API returns it: only the columns asked for. */
export interface OrganizationRow {
  /** Currency Lookup. */
  _basecurrencyid_value?: string | null;
  /** Base Currency Precision Whole number. */
  basecurrencyprecision?: number | null;
  /** Discount calculation method Choice. */
  discountcalculationmethod?: number | null;
  /** Language Whole number. */
  languagecode?: number | null;
  /** Locale Whole number. */
  localeid?: number | null;
  /** Organization Name Text. */
  name?: string | null;
  /** Organization Primary key. */
  organizationid?: string | null;
}
