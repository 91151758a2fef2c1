// Generated from solution/Entities/kam_ValueModelFit/Entity.xml by Kam.Generate. Do not edit.
import type {
  FitPhaseChoice,
  ValueModelFamilyChoice,
  ValueModelFitState,
  ValueModelFitStatusReason,
} from "./choices";

/** Logical names of kam_valuemodelfit and its columns. */
export const ValueModelFit = {
  table: "kam_valuemodelfit",
  column: {
    createdBy: "createdby",
    createdOn: "createdon",
    createdOnBehalfBy: "createdonbehalfby",
    importSequenceNumber: "importsequencenumber",
    a: "kam_a",
    alpha: "kam_alpha",
    asOf: "kam_asof",
    b: "kam_b",
    contractAlpha: "kam_contractalpha",
    contractBeta: "kam_contractbeta",
    covariance: "kam_covariance",
    cursor: "kam_cursor",
    customerCount: "kam_customercount",
    family: "kam_family",
    finishedOn: "kam_finishedon",
    gamma: "kam_gamma",
    isUsable: "kam_isusable",
    logLikelihood: "kam_loglikelihood",
    name: "kam_name",
    p: "kam_p",
    phase: "kam_phase",
    progress: "kam_progress",
    q: "kam_q",
    r: "kam_r",
    refusal: "kam_refusal",
    refusalCode: "kam_refusalcode",
    repeatCustomerCount: "kam_repeatcustomercount",
    valueModelFitId: "kam_valuemodelfitid",
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

/** A repeat-purchase model fitted to the whole customer base as of a day, with its parameters, or the reason why it must not be used. As the Web API returns it: only the columns asked for. */
export interface ValueModelFitRow {
  /** Unique identifier of the user who created the record. Lookup. */
  _createdby_value?: string | null;
  /** Date and time when the record was created. Instant (UTC). */
  createdon?: string | null;
  /** Unique identifier of the delegate user who created the record. Lookup. */
  _createdonbehalfby_value?: string | null;
  /** Sequence number of the import that created this record. Whole number, -2147483648 to 2147483647. */
  importsequencenumber?: number | null;
  /** First parameter of the beta distribution of dropout. Floating-point number. */
  kam_a?: number | null;
  /** Rate of the gamma distribution of purchase rates. Floating-point number. */
  kam_alpha?: number | null;
  /** Last day of the purchases the model was fitted to. Day, required. */
  kam_asof?: string | null;
  /** Second parameter of the beta distribution of dropout. Floating-point number. */
  kam_b?: number | null;
  /** First parameter of the shifted beta-geometric model of contract customers. Floating-point number. */
  kam_contractalpha?: number | null;
  /** Second parameter of the shifted beta-geometric model of contract customers. Floating-point number. */
  kam_contractbeta?: number | null;
  /** Covariance of the parameters, as JSON; the band of the customer lifetime value is read from it. Text, up to 100000 characters. */
  kam_covariance?: string | null;
  /** Where the next page starts; empty when nothing is left. Text, up to 400 characters. */
  kam_cursor?: string | null;
  /** Customers the model was fitted to. Whole number, 0 to 2147483647. */
  kam_customercount?: number | null;
  /** Which repeat-purchase model was fitted. Choice, required. */
  kam_family?: ValueModelFamilyChoice | null;
  /** When the fit was finished or refused. Instant (UTC). */
  kam_finishedon?: string | null;
  /** Gamma-Gamma: rate across customers. Floating-point number, column security. */
  kam_gamma?: number | null;
  /** Whether customer lifetime values may be read from this fit. Yes or no. */
  kam_isusable?: boolean | null;
  /** Natural logarithm of the likelihood at the parameters. Floating-point number. */
  kam_loglikelihood?: number | null;
  /** Family and as-of date, written by the fit. Text, up to 200 characters. */
  kam_name?: string | null;
  /** Gamma-Gamma: shape of the margin per order. Floating-point number, column security. */
  kam_p?: number | null;
  /** Whether purchases are still being collected. Choice. */
  kam_phase?: FitPhaseChoice | null;
  /** Purchases collected so far, as JSON. Text, up to 1048576 characters, column security. */
  kam_progress?: string | null;
  /** Gamma-Gamma: shape across customers. Floating-point number, column security. */
  kam_q?: number | null;
  /** Shape of the gamma distribution of purchase rates. Floating-point number. */
  kam_r?: number | null;
  /** Why the fit must not be used, in words. Text, up to 4000 characters. */
  kam_refusal?: string | null;
  /** Code of the reason why the fit must not be used. Text, up to 20 characters. */
  kam_refusalcode?: string | null;
  /** Customers with more than one order. Whole number, 0 to 2147483647. */
  kam_repeatcustomercount?: number | null;
  /** Unique identifier of the row. Primary key, required. */
  kam_valuemodelfitid?: string | null;
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
  statecode?: ValueModelFitState | null;
  /** Why the row has its status. Status reason. */
  statuscode?: ValueModelFitStatusReason | null;
  /** For internal use only. Whole number, -1 to 2147483647. */
  timezoneruleversionnumber?: number | null;
  /** Time zone code that was in use when the record was created. Whole number, -1 to 2147483647. */
  utcconversiontimezonecode?: number | null;
}
