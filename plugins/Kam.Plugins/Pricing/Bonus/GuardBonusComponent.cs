using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>Keeps components sound, and those of a plan with statements as they are. Two requests for each plan concerned, none where nothing changes.</summary>
/// <model stage="5 Pricing">thresholds, targets, caps</model>
[Step(Message.Create, BonusComponentRow.Table, Stage.PreOperation)]
[Step(Message.Update, BonusComponentRow.Table, Stage.PreOperation, When =
[
    BonusComponentRow.Column.BonusPlanId, BonusComponentRow.Column.Driver, BonusComponentRow.Column.TargetPay, BonusComponentRow.Column.Threshold, BonusComponentRow.Column.Target,
    BonusComponentRow.Column.Cap, BonusComponentRow.Column.ThresholdPayPercent, BonusComponentRow.Column.CapPayPercent, BonusComponentRow.Column.StateCode,
])]
[Step(Message.Delete, BonusComponentRow.Table, Stage.PreOperation)]
[Image(ImageMoment.Before, BonusComponentRow.Column.Name, BonusComponentRow.Column.BonusPlanId, BonusComponentRow.Column.Driver, BonusComponentRow.Column.TargetPay,
    BonusComponentRow.Column.Threshold, BonusComponentRow.Column.Target, BonusComponentRow.Column.Cap, BonusComponentRow.Column.ThresholdPayPercent, BonusComponentRow.Column.CapPayPercent,
    BonusComponentRow.Column.StateCode)]
public sealed class GuardBonusComponent : KamPlugin
{
    private static readonly string[] Terms =
    [
        nameof(BonusComponentRow.BonusPlanId), nameof(BonusComponent.Driver), nameof(BonusComponent.TargetPay), nameof(BonusComponent.Threshold), nameof(BonusComponent.Target),
        nameof(BonusComponent.Cap), nameof(BonusComponent.ThresholdPayPercent), nameof(BonusComponent.CapPayPercent),
    ];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // A plan that goes takes its components along; one with statements does not go.
        if (request.Context.MessageName == Message.Delete && request.IsPartOf(Message.Delete, BonusPlanRow.Table)) return;
        if (request.Context.MessageName != Message.Delete)
        {
            RefusalException.WhenAny(BonusRows.Component(request.Merged<BonusComponentRow>()).Violations());
            if (request.Context.MessageName == Message.Update && !Changes(request)) return;
        }

        var store = new BonusStore(request.DataverseAsSystem);
        foreach (var planId in Plans(request))
            if (store.HasStatements(planId)) throw GuardBonusPlan.Frozen(store.Plan(planId), nameof(BonusPlan.Components));
    }

    private static bool Changes(Request request)
    {
        var before = request.Before<BonusComponentRow>();
        var target = request.Target<BonusComponentRow>();
        return ChangedFields.Of(before, target, Terms).Count > 0 || (target.StateCode is { } state && state != before.StateCode);
    }

    // A component that moves leaves one plan and joins another.
    private static Guid[] Plans(Request request) => new[]
    {
        request.Context.MessageName == Message.Create ? null : request.Before<BonusComponentRow>().BonusPlanId,
        request.Context.MessageName == Message.Delete ? null : request.Target<BonusComponentRow>().BonusPlanId,
    }.Where(plan => plan is not null).Select(plan => plan!.Id).Distinct().ToArray();
}
