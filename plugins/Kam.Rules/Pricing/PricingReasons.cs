using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>Why Pricing refuses something or gives less. Codes are stable; the README lists them.</summary>
/// <remarks>001 to 009 prices and conditions, 010 the configuration of conditions, 030 exceptions, 040 lines that hold up a document, 050 consistency, 060 bonus, 100 lines that are not judged, 110 corridors, 120 agreements.</remarks>
public static class PricingReasons
{
    /// <summary>What the condition rewards is not known for this customer.</summary>
    public static Reason ConditionUnmeasured { get; } = new("KAM-PRC-001", "pricing.conditionUnmeasured");

    /// <summary>No tier of the condition is reached.</summary>
    public static Reason TierNotReached { get; } = new("KAM-PRC-002", "pricing.tierNotReached");

    /// <summary>Nobody may sign this price.</summary>
    public static Reason BelowLowestPrice { get; } = new("KAM-PRC-003", "pricing.belowLowestPrice");

    /// <summary>The condition gives its maximum.</summary>
    public static Reason ConditionCapped { get; } = new("KAM-PRC-004", "pricing.conditionCapped");

    /// <summary>All conditions together have reached their maximum.</summary>
    public static Reason StackCapped { get; } = new("KAM-PRC-005", "pricing.stackCapped");

    /// <summary>{0} has a tier of {1} percent; a tier gives 0 to 100.</summary>
    public static Reason TierPercentOutOfRange { get; } = new("KAM-PRC-010", "pricing.tierPercentOutOfRange");

    /// <summary>{0} has two tiers that begin at {1}.</summary>
    public static Reason TierTwice { get; } = new("KAM-PRC-011", "pricing.tierTwice");

    /// <summary>{0} is split into slices and has one that begins at {1}.</summary>
    public static Reason SliceBelowZero { get; } = new("KAM-PRC-012", "pricing.sliceBelowZero");

    /// <summary>{0} has no tier.</summary>
    public static Reason ConditionWithoutTier { get; } = new("KAM-PRC-013", "pricing.conditionWithoutTier");

    /// <summary>The cap of {0} is {1} percent; it is 0 to 100.</summary>
    public static Reason CapOutOfRange { get; } = new("KAM-PRC-014", "pricing.capOutOfRange");

    /// <summary>The request is no longer open: {0}.</summary>
    public static Reason AlreadyDecided { get; } = new("KAM-PRC-030", "pricing.alreadyDecided");

    /// <summary>Nobody decides about his own request, nor about one of the person he stands in for.</summary>
    public static Reason OwnRequest { get; } = new("KAM-PRC-031", "pricing.ownRequest");

    /// <summary>This needs approval level {1}; yours is {0}.</summary>
    public static Reason LevelTooLow { get; } = new("KAM-PRC-032", "pricing.levelTooLow");

    /// <summary>The line has changed since the request.</summary>
    public static Reason LineChanged { get; } = new("KAM-PRC-033", "pricing.lineChanged");

    /// <summary>The request was open until {0}.</summary>
    public static Reason RequestExpired { get; } = new("KAM-PRC-034", "pricing.requestExpired");

    /// <summary>A rejection needs a comment.</summary>
    public static Reason DecisionCommentMissing { get; } = new("KAM-PRC-035", "pricing.decisionCommentMissing");

    /// <summary>Only who asked takes a request back: {0}.</summary>
    public static Reason NotOwnRequest { get; } = new("KAM-PRC-036", "pricing.notOwnRequest");

    /// <summary>Nobody signs for the approval level {0}: it has no team.</summary>
    public static Reason LevelWithoutTeam { get; } = new("KAM-PRC-037", "pricing.levelWithoutTeam");

    /// <summary>No approval level goes as far as {0} and {1} below the minimum.</summary>
    public static Reason NoLevelCovers { get; } = new("KAM-PRC-038", "pricing.noLevelCovers");

    /// <summary>The line needs no approval.</summary>
    public static Reason NoApprovalNeeded { get; } = new("KAM-PRC-039", "pricing.noApprovalNeeded");

    /// <summary>Line {0}, {1}: the price needs approval, and none is asked for.</summary>
    public static Reason LineWithoutException { get; } = new("KAM-PRC-040", "pricing.lineWithoutException");

    /// <summary>Line {0}, {1}: waits for {2} to decide.</summary>
    public static Reason LineUndecided { get; } = new("KAM-PRC-041", "pricing.lineUndecided");

    /// <summary>Line {0}, {1}: the price was refused.</summary>
    public static Reason LineRejected { get; } = new("KAM-PRC-042", "pricing.lineRejected");

    /// <summary>Line {0}, {1}: the approval was for other figures and is void.</summary>
    public static Reason LineVoid { get; } = new("KAM-PRC-043", "pricing.lineVoid");

    /// <summary>Line {0}, {1}: the approval was valid until {2}.</summary>
    public static Reason LineExpired { get; } = new("KAM-PRC-044", "pricing.lineExpired");

    /// <summary>Line {0}, {1}: the price now needs more than the level that approved it may sign.</summary>
    public static Reason LineBeyondLevel { get; } = new("KAM-PRC-045", "pricing.lineBeyondLevel");

    /// <summary>A price exception is changed only by asking, deciding and taking back.</summary>
    public static Reason ExceptionFrozen { get; } = new("KAM-PRC-046", "pricing.exceptionFrozen");

    /// <summary>The history of a price exception is only added to, by the system.</summary>
    public static Reason LogFrozen { get; } = new("KAM-PRC-047", "pricing.logFrozen");

    /// <summary>For this line there is a request already: {0}.</summary>
    public static Reason ExceptionOpen { get; } = new("KAM-PRC-048", "pricing.exceptionOpen");

    /// <summary>A request is for exactly one line of a quote, an order or an agreement.</summary>
    public static Reason NotOneLine { get; } = new("KAM-PRC-049", "pricing.notOneLine");

    /// <summary>Only who is away delegates his signature, and to somebody else.</summary>
    public static Reason DelegationNotOwn { get; } = new("KAM-PRC-150", "pricing.delegationNotOwn");

    /// <summary>A volume band begins at {0}; it must begin above zero.</summary>
    public static Reason BandNotAboveZero { get; } = new("KAM-PRC-050", "pricing.bandNotAboveZero");

    /// <summary>Two volume bands begin at {0}.</summary>
    public static Reason BandTwice { get; } = new("KAM-PRC-051", "pricing.bandTwice");

    /// <summary>The tolerance {0} is outside 0 to 100 percent.</summary>
    public static Reason ToleranceOutOfRange { get; } = new("KAM-PRC-052", "pricing.toleranceOutOfRange");

    /// <summary>There is no volume band to compare prices in.</summary>
    public static Reason NoVolumeBand { get; } = new("KAM-PRC-053", "pricing.noVolumeBand");

    /// <summary>The target pay of {0} is {1}.</summary>
    public static Reason TargetPayBelowZero { get; } = new("KAM-PRC-060", "pricing.targetPayBelowZero");

    /// <summary>The target of {0} is {1} and not above its threshold.</summary>
    public static Reason TargetNotAboveThreshold { get; } = new("KAM-PRC-061", "pricing.targetNotAboveThreshold");

    /// <summary>The cap of {0} is {1} and not above its target.</summary>
    public static Reason CapNotAboveTarget { get; } = new("KAM-PRC-062", "pricing.capNotAboveTarget");

    /// <summary>At its threshold {0} pays {1} percent; 0 to 100 is possible.</summary>
    public static Reason ThresholdPayOutOfRange { get; } = new("KAM-PRC-063", "pricing.thresholdPayOutOfRange");

    /// <summary>At its cap {0} pays {1} percent, less than at its target.</summary>
    public static Reason CapPayBelowTarget { get; } = new("KAM-PRC-064", "pricing.capPayBelowTarget");

    /// <summary>The limit of the margin’s fall is {0} percent; it is 0 to 100.</summary>
    public static Reason MarginFallLimitOutOfRange { get; } = new("KAM-PRC-065", "pricing.marginFallLimitOutOfRange");

    /// <summary>The planned revenue is {0}; price realisation needs one above zero.</summary>
    public static Reason PlannedRevenueNotAboveZero { get; } = new("KAM-PRC-066", "pricing.plannedRevenueNotAboveZero");

    /// <summary>The maximum pay is {0}.</summary>
    public static Reason MaximumPayBelowZero { get; } = new("KAM-PRC-067", "pricing.maximumPayBelowZero");

    /// <summary>Margin fell too far; revenue pays nothing.</summary>
    public static Reason MarginFellTooFar { get; } = new("KAM-PRC-068", "pricing.marginFellTooFar");

    /// <summary>The customer has no segment.</summary>
    public static Reason NoSegment { get; } = new("KAM-PRC-100", "pricing.noSegment");

    /// <summary>The product belongs to no product family.</summary>
    public static Reason NoFamily { get; } = new("KAM-PRC-101", "pricing.noFamily");

    /// <summary>The segment has no price corridor for the product family.</summary>
    public static Reason NoCorridor { get; } = new("KAM-PRC-102", "pricing.noCorridor");

    /// <summary>The line has no quantity.</summary>
    public static Reason NoQuantity { get; } = new("KAM-PRC-103", "pricing.noQuantity");

    /// <summary>The line has no price yet.</summary>
    public static Reason NoPrice { get; } = new("KAM-PRC-104", "pricing.noPrice");

    /// <summary>The bounds of the price corridor are not in order.</summary>
    public static Reason CorridorOutOfOrder { get; } = new("KAM-PRC-110", "pricing.corridorOutOfOrder");

    /// <summary>The segment already has a corridor for the family in this time, since {0}.</summary>
    public static Reason CorridorOverlaps { get; } = new("KAM-PRC-111", "pricing.corridorOverlaps");

    /// <summary>It would end on {1}, before it begins on {0}.</summary>
    public static Reason EndsBeforeItBegins { get; } = new("KAM-PRC-112", "pricing.endsBeforeItBegins");

    /// <summary>{0} is no product family.</summary>
    public static Reason NotAFamily { get; } = new("KAM-PRC-113", "pricing.notAFamily");

    /// <summary>Only readers of cost move the bounds of a corridor.</summary>
    public static Reason BoundsNeedCost { get; } = new("KAM-PRC-114", "pricing.boundsNeedCost");

    /// <summary>The agreement is in force: {0} no longer changes.</summary>
    public static Reason AgreementInForce { get; } = new("KAM-PRC-120", "pricing.agreementInForce");

    /// <summary>The agreement has ended.</summary>
    public static Reason AgreementEnded { get; } = new("KAM-PRC-121", "pricing.agreementEnded");

    /// <summary>The line names both a product and a family, or neither.</summary>
    public static Reason ProductOrFamily { get; } = new("KAM-PRC-122", "pricing.productOrFamily");

    /// <summary>The line names both a price and a discount, or neither.</summary>
    public static Reason PriceOrDiscount { get; } = new("KAM-PRC-123", "pricing.priceOrDiscount");

    /// <summary>The maximum of all conditions is {0} percent; it is 0 to 100.</summary>
    public static Reason StackCapOutOfRange { get; } = new("KAM-PRC-015", "pricing.stackCapOutOfRange");
    /// <summary>{0} has more than {1} lines in the period.</summary>
    public static Reason ProductHasTooManyLines { get; } = new("KAM-PRC-070", "pricing.productHasTooManyLines");

    /// <summary>The bonus plan {0} is not in force.</summary>
    public static Reason BonusPlanNotInForce { get; } = new("KAM-PRC-071", "pricing.bonusPlanNotInForce");

    /// <summary>The bonus plan {0} does not cover this person.</summary>
    public static Reason NotInBonusPlan { get; } = new("KAM-PRC-072", "pricing.notInBonusPlan");

    /// <summary>{0} is not among the days that count, {1} to {2}.</summary>
    public static Reason DayDoesNotCount { get; } = new("KAM-PRC-073", "pricing.dayDoesNotCount");

    /// <summary>The bonus is already stated up to {0}.</summary>
    public static Reason StatedLater { get; } = new("KAM-PRC-074", "pricing.statedLater");

    /// <summary>Statements follow the bonus plan {0}; its terms no longer change.</summary>
    public static Reason BonusPlanFrozen { get; } = new("KAM-PRC-075", "pricing.bonusPlanFrozen");

    /// <summary>A bonus statement is not changed.</summary>
    public static Reason BonusStatementFrozen { get; } = new("KAM-PRC-076", "pricing.bonusStatementFrozen");

    /// <summary>A bonus statement is computed, not entered.</summary>
    public static Reason BonusStatementByHand { get; } = new("KAM-PRC-077", "pricing.bonusStatementByHand");

    /// <summary>The period begins on {0} and ends on {1}.</summary>
    public static Reason PeriodEndsBeforeItBegins { get; } = new("KAM-PRC-078", "pricing.periodEndsBeforeItBegins");

    /// <summary>No day on the job lies in the plan’s period, {0} to {1}.</summary>
    public static Reason NoDayOnTheJob { get; } = new("KAM-PRC-079", "pricing.noDayOnTheJob");

    /// <summary>The standard margin is {0} percent; it is above 0 and at most 100.</summary>
    public static Reason StandardMarginOutOfRange { get; } = new("KAM-PRC-080", "pricing.standardMarginOutOfRange");

    /// <summary>The bonus plan {0} pays for nothing.</summary>
    public static Reason BonusPlanWithoutComponent { get; } = new("KAM-PRC-081", "pricing.bonusPlanWithoutComponent");

    /// <summary>The bonus plan {0} covers this person in the same days.</summary>
    public static Reason CoveredByAnotherPlan { get; } = new("KAM-PRC-082", "pricing.coveredByAnotherPlan");
}
