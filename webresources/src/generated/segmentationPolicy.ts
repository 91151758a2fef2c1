// Generated from solution/Entities/kam_SegmentationPolicy/Entity.xml by Kam.Generate. Do not edit.
import type {
  SegmentationPolicyState,
  SegmentationPolicyStatusReason,
} from "./choices";

/** Logical names of kam_segmentationpolicy and its columns. */
export const SegmentationPolicy = {
  table: "kam_segmentationpolicy",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    exchangeRate: "exchangerate",
    importSequenceNumber: "importsequencenumber",
    contactsForFullDensity: "kam_contactsforfulldensity",
    goodRelationship: "kam_goodrelationship",
    hysteresisPoints: "kam_hysteresispoints",
    longestOverrideDays: "kam_longestoverridedays",
    lowerLoadPercent: "kam_lowerloadpercent",
    name: "kam_name",
    potentialForAll: "kam_potentialforall",
    potentialForAllBase: "kam_potentialforall_base",
    potentialWeight: "kam_potentialweight",
    requiredRoles: "kam_requiredroles",
    scoreWeight: "kam_scoreweight",
    segmentationPolicyId: "kam_segmentationpolicyid",
    singleThreadPercent: "kam_singlethreadpercent",
    upperLoadPercent: "kam_upperloadpercent",
    willingnessWeight: "kam_willingnessweight",
    modifiedBy: "modifiedby",
    modifiedOn: "modifiedon",
    modifiedOnBehalfBy: "modifiedonbehalfby",
    organizationId: "organizationid",
    overriddenCreatedOn: "overriddencreatedon",
    stateCode: "statecode",
    statusCode: "statuscode",
    timeZoneRuleVersionNumber: "timezoneruleversionnumber",
    transactionCurrencyId: "transactioncurrencyid",
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** How value score, potential and willingness become one index and the index a segment. One policy is in use; a changed one is a new row. As the Web API returns it: only the columns asked for. */
export interface SegmentationPolicyRow {
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
  /** Reached people from which the contact is dense. Whole number, 1 to 100, required. */
  kam_contactsforfulldensity?: number | null;
  /** Relationship from which a person counts as reached, 1 to 5. Whole number, 1 to 5, required. */
  kam_goodrelationship?: number | null;
  /** Points by which the index must pass a bound before an account moves; less than half of the narrowest segment. Decimal number, 0 to 50, required. */
  kam_hysteresispoints?: number | null;
  /** An override lasts no longer; it can be renewed. Whole number, 1 to 3660, required. */
  kam_longestoverridedays?: number | null;
  /** Utilisation below which a manager is under load. Decimal number, 0 to 1000, required. */
  kam_lowerloadpercent?: number | null;
  /** Name of the segmentation policy. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Yearly potential worth 100 points, base currency; points grow with the order of magnitude. Money, required. */
  kam_potentialforall?: number | null;
  /** Value of Potential for all points in base currency. Money. */
  kam_potentialforall_base?: number | null;
  /** Zero or more. Decimal number, 0 to 1000, required. */
  kam_potentialweight?: number | null;
  /** Roles that every stakeholder map must fill; none chosen means decider, buyer and user. Choice. */
  kam_requiredroles?: string | null;
  /** Zero or more. Decimal number, 0 to 1000, required. */
  kam_scoreweight?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_segmentationpolicyid?: string | null;
  /** Share of all relationships on one person above which everything hangs on one thread, 50 to 100. Decimal number, 50 to 100, required. */
  kam_singlethreadpercent?: number | null;
  /** Utilisation above which a manager is over load. Decimal number, 0 to 1000, required. */
  kam_upperloadpercent?: number | null;
  /** Willingness to partner. Zero or more. Decimal number, 0 to 1000, required. */
  kam_willingnessweight?: number | null;
  /** Unique identifier of the user who modified the record. Lookup. */
  _modifiedby_value?: string | null;
  /** Date and time when the record was modified. Instant (UTC). */
  modifiedon?: string | null;
  /** Unique identifier of the delegate user who modified the record. Lookup. */
  _modifiedonbehalfby_value?: string | null;
  /** Unique identifier for the organization. Lookup. */
  _organizationid_value?: string | null;
  /** Date and time that the record was migrated. Day. */
  overriddencreatedon?: string | null;
  /** Whether the row is active. State, required. */
  statecode?: SegmentationPolicyState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: SegmentationPolicyStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Currency of the money columns of the row. Lookup. */
  _transactioncurrencyid_value?: string | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
