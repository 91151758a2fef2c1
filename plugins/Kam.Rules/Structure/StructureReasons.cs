using Kam.Rules.Vocabulary;

namespace Kam.Rules.Structure;

/// <summary>Why Structure refuses something. Codes are stable; the README lists them.</summary>
/// <remarks>001 segmentation policy, 020 overrides, 030 what the system keeps, 040 stakeholders, 060 portfolios.</remarks>
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

    /// <summary>{0} of the policy {1}, which is or was in use, stays as it is.</summary>
    public static Reason PolicyFrozen { get; } = new("KAM-STR-009", "structure.policyFrozen");

    /// <summary>No segmentation policy is in use.</summary>
    public static Reason NoPolicyInUse { get; } = new("KAM-STR-010", "structure.noPolicyInUse");

    /// <summary>Under load below {1} % is above over load {0} %.</summary>
    public static Reason LoadBoundsReversed { get; } = new("KAM-STR-011", "structure.loadBoundsReversed");

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

    /// <summary>The override has been decided.</summary>
    public static Reason OverrideDecided { get; } = new("KAM-STR-025", "structure.overrideDecided");

    /// <summary>{0} belongs to a policy that is not in use.</summary>
    public static Reason SegmentNotInUse { get; } = new("KAM-STR-026", "structure.segmentNotInUse");

    /// <summary>{0} is kept by the system.</summary>
    public static Reason KeptBySystem { get; } = new("KAM-STR-030", "structure.keptBySystem");

    /// <summary>The segment history of an account is not changed.</summary>
    public static Reason HistoryFrozen { get; } = new("KAM-STR-031", "structure.historyFrozen");

    /// <summary>The influence is {0}; it is 1 to 5.</summary>
    public static Reason InfluenceOutOfRange { get; } = new("KAM-STR-040", "structure.influenceOutOfRange");

    /// <summary>The attitude is {0}; it is −2 to 2.</summary>
    public static Reason AttitudeOutOfRange { get; } = new("KAM-STR-041", "structure.attitudeOutOfRange");

    /// <summary>The relationship is {0}; it is 0 to 5.</summary>
    public static Reason RelationshipOutOfRange { get; } = new("KAM-STR-042", "structure.relationshipOutOfRange");

    /// <summary>The person would report to himself by way of others.</summary>
    public static Reason ReportsInACircle { get; } = new("KAM-STR-043", "structure.reportsInACircle");

    /// <summary>The superior is on the map of another account.</summary>
    public static Reason SuperiorElsewhere { get; } = new("KAM-STR-044", "structure.superiorElsewhere");

    /// <summary>{0} of a balancing proposal is not changed.</summary>
    public static Reason ProposalFrozen { get; } = new("KAM-STR-060", "structure.proposalFrozen");

    /// <summary>The proposal {0} has not been accepted, or is settled already.</summary>
    public static Reason ProposalNotAccepted { get; } = new("KAM-STR-061", "structure.proposalNotAccepted");

    /// <summary>{0} is no longer as it was when the proposal was made.</summary>
    public static Reason ProposalOutdated { get; } = new("KAM-STR-062", "structure.proposalOutdated");

    /// <summary>The proposal cannot go to this status by hand.</summary>
    public static Reason ProposalStatusReserved { get; } = new("KAM-STR-063", "structure.proposalStatusReserved");
}
