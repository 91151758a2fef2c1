// Generated from solution/Entities/kam_ValueProposition/Entity.xml by Kam.Generate. Do not edit.
import type {
  ValuePropositionState,
  ValuePropositionStatusReason,
} from "./choices";

/** Logical names of kam_valueproposition and its columns. */
export const ValueProposition = {
  table: "kam_valueproposition",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    capturedPercent: "kam_capturedpercent",
    customerSurplus: "kam_customersurplus",
    customerSurplusBase: "kam_customersurplus_base",
    differentiationValue: "kam_differentiationvalue",
    differentiationValueBase: "kam_differentiationvalue_base",
    economicValue: "kam_economicvalue",
    economicValueBase: "kam_economicvalue_base",
    name: "kam_name",
    offer: "kam_offer",
    price: "kam_price",
    priceBase: "kam_price_base",
    referenceEvidence: "kam_referenceevidence",
    referenceValue: "kam_referencevalue",
    referenceValueBase: "kam_referencevalue_base",
    validUntil: "kam_validuntil",
    valuePropositionId: "kam_valuepropositionid",
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

/** What an offer is economically worth to the customer: the price of their next best alternative plus what we do better, less what we do worse; and how it is shared between them and us. As the Web API returns it: only the columns asked for. */
export interface ValuePropositionRow {
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
  /** The customer the proposition is made to. Lookup, required. */
  _kam_accountid_value?: string | null;
  /** Share of the extra value we create that our price captures, in percent; empty when there is none or no price; computed. Decimal number, -100000000 to 100000000. */
  kam_capturedpercent?: number | null;
  /** Economic value less our price: what the customer keeps; computed. Money. */
  kam_customersurplus?: number | null;
  /** Value of Customer surplus in base currency. Money. */
  kam_customersurplus_base?: number | null;
  /** Positive less negative differentiation; computed. Money. */
  kam_differentiationvalue?: number | null;
  /** Value of Differentiation value in base currency. Money. */
  kam_differentiationvalue_base?: number | null;
  /** Reference value plus differentiation value; computed. Money. */
  kam_economicvalue?: number | null;
  /** Value of Economic value to the customer in base currency. Money. */
  kam_economicvalue_base?: number | null;
  /** The proposition in one line. Text, up to 200 characters, required. */
  kam_name?: string | null;
  /** What is offered. Text, up to 200 characters. */
  kam_offer?: string | null;
  /** What we charge. Money. */
  kam_price?: number | null;
  /** Value of Our price in base currency. Money. */
  kam_price_base?: number | null;
  /** Where the price of the alternative is known from. Text, up to 4000 characters. */
  kam_referenceevidence?: string | null;
  /** Price of the customer’s next best alternative. Money, required. */
  kam_referencevalue?: number | null;
  /** Value of Reference value in base currency. Money. */
  kam_referencevalue_base?: number | null;
  /** Last day the figures stand. Day. */
  kam_validuntil?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_valuepropositionid?: string | null;
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
  statecode?: ValuePropositionState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ValuePropositionStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
