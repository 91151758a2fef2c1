using System;
using System.Collections.Generic;
using Kam.Plugins.Structure.Policies;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Structure.Overrides;

/// <summary>An override as the rules judge it.</summary>
internal static class OverrideCheck
{
    /// <summary>Everything wrong with it on a day.</summary>
    public static IReadOnlyList<Violation> Violations(SegmentOverrideRow row, PolicyInUse policy, DateTime today)
    {
        var rule = new SegmentOverride(row.SegmentId?.Id ?? Guid.Empty, row.Reason, row.RequestedById?.Id ?? Guid.Empty, row.ApprovedById?.Id, row.ExpiresOn);
        var violations = new List<Violation>(rule.Violations(today, policy.LongestOverrideDays));
        if (row.SegmentId is { } segment && policy.Segment(segment.Id) is null)
            violations.Add(Violation.Of(StructureReasons.SegmentNotInUse, nameof(row.SegmentId), segment.Id.ToString(), Argument.Text(segment.Name ?? segment.Id.ToString())));
        return violations;
    }
}
