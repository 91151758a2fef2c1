using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Structure;

/// <summary>What may still change about a segmentation policy: everything while it is a draft, only names and words once accounts stand on it. Whoever wants other bounds makes a new policy.</summary>
/// <model stage="2 Structure">segment (Key, A, B, C, D: thresholds, coverage hours per year, interactions per year by channel, default price model, discount frame)</model>
public static class PolicyChange
{
    /// <summary>Fields of a policy that segments or loads depend on, by their names in the rules.</summary>
    public static IReadOnlyCollection<string> FrozenPolicyFields { get; } =
    [
        nameof(SegmentationPolicy.ScoreWeight), nameof(SegmentationPolicy.PotentialWeight), nameof(SegmentationPolicy.WillingnessWeight), nameof(SegmentationPolicy.PotentialForAll), "HysteresisPoints",
        "LongestOverrideDays", "LowerLoadPercent", "UpperLoadPercent", "RequiredRoles", nameof(StakeholderTargets.GoodRelationship), nameof(StakeholderTargets.ContactsForFullDensity), nameof(StakeholderTargets.SingleThreadPercent),
    ];

    /// <summary>Fields of a segment that decide who is in it and what load it makes. Price model, discount frame and description may be tuned.</summary>
    public static IReadOnlyCollection<string> FrozenSegmentFields { get; } =
        ["SegmentationPolicyId", nameof(Segment.Rank), nameof(Segment.EntryIndex), nameof(Segment.MinimumWillingness), nameof(AccountCare.CoverageHours)];

    /// <summary>Stands for adding or removing a whole segment.</summary>
    public const string Segments = nameof(SegmentationPolicy.Segments);

    /// <summary>One violation for each field that stays as it is.</summary>
    /// <param name="policyName">Of a policy that is or was in use.</param>
    /// <param name="changedFields">Those whose value really changes.</param>
    public static IReadOnlyList<Violation> Violations(string policyName, IEnumerable<string> changedFields) =>
        changedFields.Distinct().Select(field => Violation.Of(StructureReasons.PolicyFrozen, field, "", Argument.Text(field), Argument.Text(policyName))).ToArray();

    /// <summary>The bounds of the load are the wrong way round; empty when they are fine.</summary>
    public static IReadOnlyList<Violation> LoadBoundViolations(decimal lowerPercent, decimal upperPercent) => lowerPercent <= upperPercent
        ? []
        : [Violation.Of(StructureReasons.LoadBoundsReversed, "LowerLoadPercent", lowerPercent.ToString(CultureInfo.InvariantCulture), Argument.Number(upperPercent), Argument.Number(lowerPercent))];
}
