using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Policies;

/// <summary>Keeps the segments of a policy that is or was in use: none is added, taken away or given another bound. One request, two where a segment moves, none where nothing changes.</summary>
/// <model stage="2 Structure">segment (Key, A, B, C, D: thresholds, coverage hours per year …)</model>
[Step(Message.Create, SegmentRow.Table, Stage.PreOperation)]
[Step(Message.Update, SegmentRow.Table, Stage.PreOperation, When =
[
    SegmentRow.Column.SegmentationPolicyId, SegmentRow.Column.Rank, SegmentRow.Column.EntryIndex, SegmentRow.Column.MinimumWillingness, SegmentRow.Column.CoverageHours, SegmentRow.Column.StateCode,
])]
[Step(Message.Delete, SegmentRow.Table, Stage.PreOperation)]
[Image(ImageMoment.Before, SegmentRow.Column.SegmentationPolicyId, SegmentRow.Column.Rank, SegmentRow.Column.EntryIndex, SegmentRow.Column.MinimumWillingness, SegmentRow.Column.CoverageHours, SegmentRow.Column.StateCode)]
public sealed class GuardSegment : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // A policy that goes takes its segments along; whether it may go is decided at the policy.
        if (request.Context.MessageName == Message.Delete && request.IsPartOf(Message.Delete, SegmentationPolicyRow.Table)) return;
        var changed = Changed(request);
        if (changed.Count == 0) return;
        foreach (var policyId in Policies(request))
        {
            var policy = request.DataverseAsSystem.Retrieve(SegmentationPolicyRow.Table, policyId, new ColumnSet(SegmentationPolicyRow.Column.Name, SegmentationPolicyRow.Column.StatusCode)).ToEntity<SegmentationPolicyRow>();
            if (policy.StatusCode != SegmentationPolicyStatusReason.Draft) RefusalException.WhenAny(PolicyChange.Violations(policy.Name ?? "", changed));
        }
    }

    private static IReadOnlyList<string> Changed(Request request)
    {
        if (request.Context.MessageName != Message.Update) return [PolicyChange.Segments];
        var before = request.Before<SegmentRow>();
        var target = request.Target<SegmentRow>();
        var changed = ChangedFields.Of(before, target, PolicyChange.FrozenSegmentFields);
        return target.StateCode is { } state && state != before.StateCode ? [.. changed, PolicyChange.Segments] : changed;
    }

    // A segment that moves leaves one policy and joins another: both must be open.
    private static IEnumerable<Guid> Policies(Request request)
    {
        var references = new List<EntityReference?>();
        if (request.Context.MessageName != Message.Create) references.Add(request.Before<SegmentRow>().SegmentationPolicyId);
        if (request.Context.MessageName != Message.Delete) references.Add(request.Target<SegmentRow>().SegmentationPolicyId);
        return references.Where(reference => reference is not null).Select(reference => reference!.Id).Distinct();
    }
}
