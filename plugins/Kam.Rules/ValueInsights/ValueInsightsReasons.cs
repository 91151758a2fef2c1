using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>Why Value Insights refuses something or does not know it. Codes are stable; the README lists them.</summary>
/// <remarks>001 to 019 unknown figures, 020 groups, 030 models, 060 insights, 070 value to the customer, 080 sales lines; 201 upward belong to lifetime value.</remarks>
public static class ValueInsightsReasons
{
    /// <summary>The account has not ordered yet.</summary>
    public static Reason NeverOrdered { get; } = new("KAM-VAL-001", "valueInsights.neverOrdered");

    /// <summary>Only {0} of the revenue has a known cost; {1} is needed.</summary>
    public static Reason CostUnknown { get; } = new("KAM-VAL-002", "valueInsights.costUnknown");

    /// <summary>There is no positive revenue that the margin could be a share of.</summary>
    public static Reason NoRevenueToRelate { get; } = new("KAM-VAL-003", "valueInsights.noRevenueToRelate");

    /// <summary>There was no positive revenue in the 12 months before, so growth has no base.</summary>
    public static Reason NoPriorRevenue { get; } = new("KAM-VAL-004", "valueInsights.noPriorRevenue");

    /// <summary>No invoice has a payment date.</summary>
    public static Reason NoPaidInvoices { get; } = new("KAM-VAL-005", "valueInsights.noPaidInvoices");

    /// <summary>The scoring model has no hourly rate for service hours.</summary>
    public static Reason HourlyRateMissing { get; } = new("KAM-VAL-006", "valueInsights.hourlyRateMissing");

    /// <summary>The customer’s yearly purchases in our field are not known.</summary>
    public static Reason WalletUnknown { get; } = new("KAM-VAL-007", "valueInsights.walletUnknown");

    /// <summary>{0} has not been entered.</summary>
    public static Reason NotEntered { get; } = new("KAM-VAL-008", "valueInsights.notEntered");

    /// <summary>It is not known since when the account is a customer.</summary>
    public static Reason CreationUnknown { get; } = new("KAM-VAL-009", "valueInsights.creationUnknown");

    /// <summary>The date {0} lies after the as-of date {1}.</summary>
    public static Reason DateAfterAsOf { get; } = new("KAM-VAL-010", "valueInsights.dateAfterAsOf");

    /// <summary>The customer lifetime value could not be stated.</summary>
    public static Reason LifetimeValueUnknown { get; } = new("KAM-VAL-011", "valueInsights.lifetimeValueUnknown");

    /// <summary>No criterion of the model can be measured for this account, so there is no score.</summary>
    public static Reason NotMeasurable { get; } = new("KAM-VAL-012", "valueInsights.notMeasurable");

    /// <summary>The products bought belong to no product family.</summary>
    public static Reason NoProductFamilies { get; } = new("KAM-VAL-013", "valueInsights.noProductFamilies");

    /// <summary>The revenue of the 12 months before was less than {0} of today’s: from so small a base growth says nothing.</summary>
    public static Reason GrowthBaseTooSmall { get; } = new("KAM-VAL-014", "valueInsights.growthBaseTooSmall");

    /// <summary>The group has {0} accounts; at most {1} can be rolled up.</summary>
    public static Reason GroupTooLarge { get; } = new("KAM-VAL-020", "valueInsights.groupTooLarge");

    /// <summary>The scoring model {0} has no criterion.</summary>
    public static Reason ModelWithoutCriteria { get; } = new("KAM-VAL-030", "valueInsights.modelWithoutCriteria");

    /// <summary>The weight {1} of {0} is outside 0 to {2}.</summary>
    public static Reason WeightOutOfRange { get; } = new("KAM-VAL-031", "valueInsights.weightOutOfRange");

    /// <summary>The weights of the scoring model {0} add up to zero.</summary>
    public static Reason WeightsSumToZero { get; } = new("KAM-VAL-033", "valueInsights.weightsSumToZero");

    /// <summary>Worst and best value of {0} are both {1}.</summary>
    public static Reason WorstEqualsBest { get; } = new("KAM-VAL-034", "valueInsights.worstEqualsBest");

    /// <summary>{0} has neither a measure nor a submodel.</summary>
    public static Reason CriterionWithoutInput { get; } = new("KAM-VAL-035", "valueInsights.criterionWithoutInput");

    /// <summary>{0} has both a measure and a submodel.</summary>
    public static Reason CriterionWithTwoInputs { get; } = new("KAM-VAL-036", "valueInsights.criterionWithTwoInputs");

    /// <summary>The submodel of {0} does not exist.</summary>
    public static Reason SubmodelUnknown { get; } = new("KAM-VAL-037", "valueInsights.submodelUnknown");

    /// <summary>The scoring models refer to each other in a circle: {0}.</summary>
    public static Reason SubmodelCycle { get; } = new("KAM-VAL-038", "valueInsights.submodelCycle");

    /// <summary>{0} takes the score of a submodel, which has no portfolio to rank it in.</summary>
    public static Reason SubmodelOnPercentile { get; } = new("KAM-VAL-039", "valueInsights.submodelOnPercentile");

    /// <summary>{0} takes the score of a submodel, for which there is no portfolio median.</summary>
    public static Reason SubmodelOnMedian { get; } = new("KAM-VAL-040", "valueInsights.submodelOnMedian");

    /// <summary>With its submodels the scoring model {0} has {1} criteria; at most {2} are possible.</summary>
    public static Reason TooManyParts { get; } = new("KAM-VAL-041", "valueInsights.tooManyParts");

    /// <summary>The submodels of {0} are nested {1} levels deep; at most {2} are possible.</summary>
    public static Reason NestedTooDeep { get; } = new("KAM-VAL-042", "valueInsights.nestedTooDeep");

    /// <summary>The bands begin at {0}, {1} and {2}; each must begin below the one before, within 0 to 100.</summary>
    public static Reason BandsNotDescending { get; } = new("KAM-VAL-043", "valueInsights.bandsNotDescending");

    /// <summary>The minimum cost coverage {0} is outside 0 to 100 percent.</summary>
    public static Reason CostCoverageOutOfRange { get; } = new("KAM-VAL-045", "valueInsights.costCoverageOutOfRange");

    /// <summary>{0} takes the score of {1}, which is not in use and may still change.</summary>
    public static Reason SubmodelNotInUse { get; } = new("KAM-VAL-047", "valueInsights.submodelNotInUse");

    /// <summary>{1}, version {2}, has been in use: {0} can no longer be changed, because stored scores stand on it.</summary>
    public static Reason ModelFrozen { get; } = new("KAM-VAL-048", "valueInsights.modelFrozen");

    /// <summary>No scoring model is in use.</summary>
    public static Reason NoModelInUse { get; } = new("KAM-VAL-049", "valueInsights.noModelInUse");

    /// <summary>Several scoring models are in use: {0}.</summary>
    public static Reason SeveralModelsInUse { get; } = new("KAM-VAL-050", "valueInsights.severalModelsInUse");

    /// <summary>The account {0} is inactive.</summary>
    public static Reason AccountInactive { get; } = new("KAM-VAL-051", "valueInsights.accountInactive");

    /// <summary>A model counts percentiles or medians, and the portfolio has not been scored yet.</summary>
    public static Reason PortfolioNotMeasured { get; } = new("KAM-VAL-052", "valueInsights.portfolioNotMeasured");

    /// <summary>The value score {0} is a snapshot and stays as it is.</summary>
    public static Reason SnapshotFrozen { get; } = new("KAM-VAL-053", "valueInsights.snapshotFrozen");

    /// <summary>The customer base of {0} customers is more than one fit can hold.</summary>
    public static Reason CustomerBaseTooLarge { get; } = new("KAM-VAL-054", "valueInsights.customerBaseTooLarge");

    /// <summary>The insight has no evidence.</summary>
    public static Reason InsightEvidenceMissing { get; } = new("KAM-VAL-060", "valueInsights.insightEvidenceMissing");

    /// <summary>The insight has no amount at stake above zero.</summary>
    public static Reason InsightAmountMissing { get; } = new("KAM-VAL-061", "valueInsights.insightAmountMissing");

    /// <summary>The insight has no hypothesis.</summary>
    public static Reason InsightHypothesisMissing { get; } = new("KAM-VAL-062", "valueInsights.insightHypothesisMissing");

    /// <summary>The insight does not say until when it is valid.</summary>
    public static Reason InsightValidUntilMissing { get; } = new("KAM-VAL-063", "valueInsights.insightValidUntilMissing");

    /// <summary>The insight was valid until {0} only.</summary>
    public static Reason InsightExpired { get; } = new("KAM-VAL-064", "valueInsights.insightExpired");

    /// <summary>The confidence {0} is outside 0 to 100 percent.</summary>
    public static Reason InsightConfidenceOutOfRange { get; } = new("KAM-VAL-065", "valueInsights.insightConfidenceOutOfRange");

    /// <summary>The insight {0} is not ready for use.</summary>
    public static Reason InsightNotReady { get; } = new("KAM-VAL-066", "valueInsights.insightNotReady");

    /// <summary>The reference value {0} is below zero.</summary>
    public static Reason ReferenceValueBelowZero { get; } = new("KAM-VAL-071", "valueInsights.referenceValueBelowZero");

    /// <summary>The price {0} is below zero.</summary>
    public static Reason PriceBelowZero { get; } = new("KAM-VAL-072", "valueInsights.priceBelowZero");

    /// <summary>We create no extra value over the alternative, so there is no share of it to charge.</summary>
    public static Reason NoExtraValue { get; } = new("KAM-VAL-073", "valueInsights.noExtraValue");

    /// <summary>The offer has no price yet, so surplus and share are unknown.</summary>
    public static Reason PriceMissing { get; } = new("KAM-VAL-074", "valueInsights.priceMissing");

    /// <summary>The unit cost {0} is below zero.</summary>
    public static Reason UnitCostBelowZero { get; } = new("KAM-VAL-080", "valueInsights.unitCostBelowZero");
}
