using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.ValueInsights.Scoring;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>Keeps the criteria of a model that is or was in use: none is added, taken away or weighed differently. One request, two where a criterion moves, none where nothing changes.</summary>
/// <model stage="1 Value Insights">Nothing is hard-coded that a customer would want to tune: weights, thresholds</model>
[Step(Message.Create, ScoringCriterionRow.Table, Stage.PreOperation)]
[Step(Message.Update, ScoringCriterionRow.Table, Stage.PreOperation, When =
[
    ScoringCriterionRow.Column.ScoringModelId, ScoringCriterionRow.Column.Measure, ScoringCriterionRow.Column.SubmodelId, ScoringCriterionRow.Column.Weight,
    ScoringCriterionRow.Column.Curve, ScoringCriterionRow.Column.Worst, ScoringCriterionRow.Column.Best, ScoringCriterionRow.Column.MissingValuePolicy,
    ScoringCriterionRow.Column.StateCode,
])]
[Step(Message.Delete, ScoringCriterionRow.Table, Stage.PreOperation)]
[Image(ImageMoment.Before, ScoringCriterionRow.Column.ScoringModelId, ScoringCriterionRow.Column.Measure, ScoringCriterionRow.Column.SubmodelId, ScoringCriterionRow.Column.Weight,
    ScoringCriterionRow.Column.Curve, ScoringCriterionRow.Column.Worst, ScoringCriterionRow.Column.Best, ScoringCriterionRow.Column.MissingValuePolicy, ScoringCriterionRow.Column.StateCode)]
public sealed class GuardCriterion : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // A model that goes takes its criteria along; whether it may go is decided at the model.
        if (request.Context.MessageName == Message.Delete && request.IsPartOf(Message.Delete, ScoringModelRow.Table)) return;
        var changed = Changed(request);
        if (changed.Count == 0) return;
        foreach (var modelId in Models(request))
        {
            var row = request.DataverseAsSystem.Retrieve(ScoringModelRow.Table, modelId,
                new ColumnSet(ScoringModelRow.Column.Name, ScoringModelRow.Column.Version, ScoringModelRow.Column.StatusCode)).ToEntity<ScoringModelRow>();
            RefusalException.WhenAny(ScoringModelChange.Violations(ScoringModelStore.Model(row, []), changed, []));
        }
    }

    private static IReadOnlyList<string> Changed(Request request)
    {
        if (request.Context.MessageName != Message.Update) return [ScoringModelChange.Criteria];
        var before = request.Before<ScoringCriterionRow>();
        var target = request.Target<ScoringCriterionRow>();
        var changed = ChangedFields.Of(before, target, ScoringModelChange.FrozenCriterionFields);
        return target.StateCode is { } state && state != before.StateCode ? [.. changed, ScoringModelChange.Criteria] : changed;
    }

    // A criterion that moves leaves one model and joins another: both must be open.
    private static IEnumerable<System.Guid> Models(Request request)
    {
        var references = new List<EntityReference?>();
        if (request.Context.MessageName != Message.Create) references.Add(request.Before<ScoringCriterionRow>().ScoringModelId);
        if (request.Context.MessageName != Message.Delete) references.Add(request.Target<ScoringCriterionRow>().ScoringModelId);
        return references.Where(r => r is not null).Select(r => r!.Id).Distinct();
    }
}
