using Kam.Rules.Vocabulary;

namespace Kam.Rules.Structure;

/// <summary>Why Structure refuses something. Codes are stable; the README lists them.</summary>
/// <remarks>001 segmentation policy, 020 overrides, 040 stakeholders.</remarks>
public static class StructureReasons
{
    /// <summary>A weight is {0}.</summary>
    public static Reason WeightBelowZero { get; } = new("KAM-STR-001", "structure.weightBelowZero");

    /// <summary>All weights together are {0}.</summary>
    public static Reason WeightsSumToZero { get; } = new("KAM-STR-002", "structure.weightsSumToZero");

    /// <summary>The potential worth all points is {0}.</summary>
    public static Reason PotentialNotAboveZero { get; } = new("KAM-STR-003", "structure.potentialNotAboveZero");

    /// <summary>The lowest segment begins at {0}; accounts below it would belong nowhere.</summary>
    public static Reason NoSegmentFromZero { get; } = new("KAM-STR-004", "structure.noSegmentFromZero");

    /// <summary>{1} begins at {0}; possible is 0 to below 100.</summary>
    public static Reason EntryOutOfRange { get; } = new("KAM-STR-005", "structure.entryOutOfRange");

    /// <summary>{1} asks for a willingness of {0}; it is 1 to 5.</summary>
    public static Reason WillingnessOutOfRange { get; } = new("KAM-STR-006", "structure.willingnessOutOfRange");

    /// <summary>{1} has rank {0} but does not come after the segments with a higher bound.</summary>
    public static Reason RanksNotInOrder { get; } = new("KAM-STR-007", "structure.ranksNotInOrder");

    /// <summary>The hysteresis of {0} points is not between 0 and half of the narrowest segment.</summary>
    public static Reason HysteresisTooWide { get; } = new("KAM-STR-008", "structure.hysteresisTooWide");

    /// <summary>The override gives no reason.</summary>
    public static Reason OverrideWithoutReason { get; } = new("KAM-STR-020", "structure.overrideWithoutReason");

    /// <summary>The override does not say until when it holds.</summary>
    public static Reason OverrideWithoutExpiry { get; } = new("KAM-STR-021", "structure.overrideWithoutExpiry");

    /// <summary>The override ended on {0}.</summary>
    public static Reason OverrideExpired { get; } = new("KAM-STR-022", "structure.overrideExpired");

    /// <summary>The override would last until {0}; {1} days are possible.</summary>
    public static Reason OverrideTooLong { get; } = new("KAM-STR-023", "structure.overrideTooLong");

    /// <summary>Nobody signs his own override.</summary>
    public static Reason OwnOverride { get; } = new("KAM-STR-024", "structure.ownOverride");

    /// <summary>The influence is {0}; it is 1 to 5.</summary>
    public static Reason InfluenceOutOfRange { get; } = new("KAM-STR-040", "structure.influenceOutOfRange");

    /// <summary>The attitude is {0}; it is −2 to 2.</summary>
    public static Reason AttitudeOutOfRange { get; } = new("KAM-STR-041", "structure.attitudeOutOfRange");

    /// <summary>The relationship is {0}; it is 0 to 5.</summary>
    public static Reason RelationshipOutOfRange { get; } = new("KAM-STR-042", "structure.relationshipOutOfRange");

    /// <summary>The person would report to himself by way of others.</summary>
    public static Reason ReportsInACircle { get; } = new("KAM-STR-043", "structure.reportsInACircle");
}
