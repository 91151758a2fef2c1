using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Structure;
using Kam.Tables;

namespace Kam.Plugins.Structure.Policies;

/// <summary>The segmentation policy in use with its segments, as the rules take it.</summary>
internal sealed class PolicyInUse
{
    private static readonly StakeholderRole[] UsualRoles = [StakeholderRole.Decider, StakeholderRole.Buyer, StakeholderRole.User];
    private readonly SegmentationPolicyRow row;
    private readonly Dictionary<Guid, SegmentRow> segments;

    public PolicyInUse(SegmentationPolicyRow row, IReadOnlyCollection<SegmentRow> segments)
    {
        this.row = row;
        this.segments = segments.ToDictionary(segment => segment.Id);
        Rule = Of(row, segments);
    }

    public SegmentationPolicy Rule { get; }

    public decimal LowerLoadPercent => row.LowerLoadPercent ?? 0m;

    public decimal UpperLoadPercent => row.UpperLoadPercent ?? decimal.MaxValue;

    public int LongestOverrideDays => row.LongestOverrideDays ?? 0;

    /// <summary>What the house wants of a stakeholder map.</summary>
    public StakeholderTargets Targets => new(
        row.RequiredRoles is { Count: > 0 } roles ? roles.Select(role => (StakeholderRole)role.Value).ToArray() : UsualRoles,
        row.GoodRelationship ?? 1,
        row.ContactsForFullDensity ?? 1,
        row.SingleThreadPercent ?? 100m);

    /// <summary>The segment's row; null for none, or one of another policy.</summary>
    public SegmentRow? Segment(Guid? id) => id is { } known && segments.TryGetValue(known, out var segment) ? segment : null;

    /// <summary>A policy and its segments as the rules take them, whatever its status.</summary>
    public static SegmentationPolicy Of(SegmentationPolicyRow row, IEnumerable<SegmentRow> segments) => new(
        segments.Select(segment => new Segment(segment.Id, segment.Name ?? "", segment.Rank ?? 0, segment.EntryIndex ?? 0m, segment.MinimumWillingness ?? 1)).ToArray(),
        row.ScoreWeight ?? 0m,
        row.PotentialWeight ?? 0m,
        row.WillingnessWeight ?? 0m,
        (row.PotentialForAllBase ?? row.PotentialForAll)?.Value ?? 0m,
        row.HysteresisPoints ?? 0m);
}
