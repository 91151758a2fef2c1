using System;
using System.Collections.Generic;
using Kam.Plugins.Pipeline;
using Kam.Plugins.ValueInsights.Scoring;
using Kam.Rules.ValueInsights;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>
/// Keeps a scoring model as it was once scores stand on it, and lets only a sound one be put in use. Whoever wants other weights makes the next version; putting that in use retires the
/// version before.
/// </summary>
/// <remarks>No request for a draft that stays a draft; two to put a model in use, three when it replaces another.</remarks>
/// <model stage="1 Value Insights">Nothing is hard-coded that a customer would want to tune: weights, thresholds</model>
[Step(Message.Create, ScoringModelRow.Table, Stage.PreOperation)]
[Step(Message.Update, ScoringModelRow.Table, Stage.PreOperation, When =
[
    ScoringModelRow.Column.Version, ScoringModelRow.Column.RevenueSource, ScoringModelRow.Column.MinimumCostCoveragePercent, ScoringModelRow.Column.HourlyRate,
    ScoringModelRow.Column.HorizonMonths, ScoringModelRow.Column.DiscountRatePercent, ScoringModelRow.Column.MinimumCustomers, ScoringModelRow.Column.BandPercent,
    ScoringModelRow.Column.TopFrom, ScoringModelRow.Column.HighFrom, ScoringModelRow.Column.MediumFrom, ScoringModelRow.Column.PreviousVersionId, ScoringModelRow.Column.StateCode,
    ScoringModelRow.Column.StatusCode,
])]
[Image(ImageMoment.Before, ScoringModelRow.Column.Name, ScoringModelRow.Column.Version, ScoringModelRow.Column.RevenueSource, ScoringModelRow.Column.MinimumCostCoveragePercent,
    ScoringModelRow.Column.HourlyRate, ScoringModelRow.Column.HorizonMonths, ScoringModelRow.Column.DiscountRatePercent, ScoringModelRow.Column.MinimumCustomers,
    ScoringModelRow.Column.BandPercent, ScoringModelRow.Column.TopFrom, ScoringModelRow.Column.HighFrom, ScoringModelRow.Column.MediumFrom, ScoringModelRow.Column.PreviousVersionId,
    ScoringModelRow.Column.StatusCode)]
public sealed class GuardModel : KamPlugin
{
    private static readonly Dictionary<Guid, ScoringModel> NoOthers = [];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var target = request.Target<ScoringModelRow>();
        if (request.Context.MessageName == Message.Create)
        {
            // A new model has no criterion yet, so there is nothing it could be in use for.
            if (target.StatusCode == ScoringModelStatusReason.InUse) RefusalException.WhenAny(ScoringModelCheck.Violations(ScoringModelStore.Model(target, []), NoOthers));
            return;
        }

        var before = request.Before<ScoringModelRow>();
        var model = ScoringModelStore.Model(before, []);
        RefusalException.WhenAny(ScoringModelChange.Violations(model, ChangedFields.Of(before, target, ScoringModelChange.FrozenModelFields), []));

        if (NextStatus(before, target) is not { } status || status == before.StatusCode) return;
        RefusalException.WhenAny(ScoringModelChange.WhyNotStatus(model, (ScoringModelStatus)(int)status));
        if (status == ScoringModelStatusReason.InUse) PutInUse(request, target);
    }

    // Whoever activates a retired model without saying for what gets the default status reason of the state: Draft.
    private static ScoringModelStatusReason? NextStatus(ScoringModelRow before, ScoringModelRow target) =>
        target.StatusCode ?? (target.StateCode == ScoringModelState.Active && before.StatusCode == ScoringModelStatusReason.Retired ? ScoringModelStatusReason.Draft : null);

    private static void PutInUse(Request request, ScoringModelRow target)
    {
        var models = new ScoringModelStore(request.DataverseAsSystem).All();
        var stored = models[target.Id];
        // The row is not saved yet: what changes together with the status counts too.
        var model = ScoringModelStore.Model(request.Merged<ScoringModelRow>(), stored.Criteria);
        RefusalException.WhenAny(ScoringModelChange.WhyNotActivated(model, models));
        target.ActivatedOn = request.Context.OperationCreatedOn;

        if (request.Merged<ScoringModelRow>().PreviousVersionId is not { } previous || !models.TryGetValue(previous.Id, out var replaced) || replaced.Status != ScoringModelStatus.InUse) return;
        request.Dataverse.Update(new ScoringModelRow { Id = previous.Id, StateCode = ScoringModelState.Inactive, StatusCode = ScoringModelStatusReason.Retired });
    }
}
