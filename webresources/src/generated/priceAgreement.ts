// Generated from solution/Entities/kam_PriceAgreement/Entity.xml by Kam.Generate. Do not edit.
import type {
  PriceAgreementState,
  PriceAgreementStatusReason,
  PriceStatusChoice,
} from "./choices";

/** Logical names of kam_priceagreement and its columns. */
export const PriceAgreement = {
  table: "kam_priceagreement",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    accountId: "kam_accountid",
    name: "kam_name",
    priceAgreementId: "kam_priceagreementid",
    priceModelId: "kam_pricemodelid",
    priceStatus: "kam_pricestatus",
    validFrom: "kam_validfrom",
    validUntil: "kam_validuntil",
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
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** What was agreed with a customer about prices, and until when. As the Web API returns it: only the columns asked for. */
export interface PriceAgreementRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** The customer. Lookup, required. */
  _kam_accountid_value?: string | null;
  /** Name of the price agreement. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_priceagreementid?: string | null;
  /** Replaces the account’s price model while the agreement is in force; empty keeps it. Lookup. */
  _kam_pricemodelid_value?: string | null;
  /** The worst of its lines. Choice. */
  kam_pricestatus?: PriceStatusChoice | null;
  /** First day on which it holds. Day, required. */
  kam_validfrom?: string | null;
  /** Last day on which it holds. Day, required. */
  kam_validuntil?: string | null;
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
  statecode?: PriceAgreementState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: PriceAgreementStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
