// Generated from solution/Entities/kam_Segment/Entity.xml by Kam.Generate. Do not edit.
import type {
  SegmentState,
  SegmentStatusReason,
} from "./choices";

/** Logical names of kam_segment and its columns. */
export const Segment = {
  table: "kam_segment",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    coverageHours: "kam_coveragehours",
    description: "kam_description",
    entryIndex: "kam_entryindex",
    maximumDiscountPercent: "kam_maximumdiscountpercent",
    minimumWillingness: "kam_minimumwillingness",
    name: "kam_name",
    priceModelId: "kam_pricemodelid",
    rank: "kam_rank",
    segmentationPolicyId: "kam_segmentationpolicyid",
    segmentId: "kam_segmentid",
    modifiedBy: "modifiedby",
    modifiedOn: "modifiedon",
    modifiedOnBehalfBy: "modifiedonbehalfby",
    organizationId: "organizationid",
    overriddenCreatedOn: "overriddencreatedon",
    stateCode: "statecode",
    statusCode: "statuscode",
    timeZoneRuleVersionNumber: "timezoneruleversionnumber",
    utcConversionTimeZoneCode: "utcconversiontimezonecode",
  },
} as const;

/** A class of customers and what it gets: care, price model, discount frame. The contract that pricing and playbook keep. As the Web API returns it: only the columns asked for. */
export interface SegmentRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** Hours of care per year for an account of ordinary complexity. Decimal number, 0 to 10000, required. */
  kam_coveragehours?: number | null;
  /** What customers of this segment are told they get. Text, up to 4000 characters. */
  kam_description?: string | null;
  /** Segment index from which an account belongs here, 0 to below 100; the lowest begins at 0. Decimal number, 0 to 100, required. */
  kam_entryindex?: number | null;
  /** Discount that may be given without asking. Decimal number, 0 to 100. */
  kam_maximumdiscountpercent?: number | null;
  /** Willingness to partner below which no account is here, 1 to 5. Whole number, 1 to 5, required. */
  kam_minimumwillingness?: number | null;
  /** Name of the segment. Text, up to 100 characters. */
  kam_name?: string | null;
  /** The price model of an account of this segment that has none of its own. Lookup. */
  _kam_pricemodelid_value?: string | null;
  /** 1 for the highest. Whole number, 1 to 100, required. */
  kam_rank?: number | null;
  /** The policy this segment belongs to. Lookup, required. */
  _kam_segmentationpolicyid_value?: string | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_segmentid?: string | null;
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
  statecode?: SegmentState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: SegmentStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
