using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>Why Pricing refuses something or gives less. Codes are stable; the README lists them.</summary>
/// <remarks>001 to 009 prices and conditions, 010 the configuration of conditions, 030 exceptions, 050 consistency, 060 bonus.</remarks>
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
}
