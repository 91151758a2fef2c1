using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>Keeps a bonus plan sound, and as it was once something was stated by it: a plan that changes afterwards would make the statements wrong.</summary>
/// <remarks>Up to two requests: for statements where terms change, for components where the plan is put in force.</remarks>
/// <model stage="5 Pricing">bonus plan, bonus component, bonus statement</model>
[Step(Message.Create, BonusPlanRow.Table, Stage.PreOperation)]
[Step(Message.Update, BonusPlanRow.Table, Stage.PreOperation, When =
[
    BonusPlanRow.Column.PeriodFrom, BonusPlanRow.Column.PeriodUntil, BonusPlanRow.Column.PlannedRevenue, BonusPlanRow.Column.StandardMarginPercent,
    BonusPlanRow.Column.MarginFallLimitPercent, BonusPlanRow.Column.MaximumPay, BonusPlanRow.Column.StatusCode,
])]
[Image(ImageMoment.Before, BonusPlanRow.Column.Name, BonusPlanRow.Column.PeriodFrom, BonusPlanRow.Column.PeriodUntil, BonusPlanRow.Column.PlannedRevenue,
    BonusPlanRow.Column.StandardMarginPercent, BonusPlanRow.Column.MarginFallLimitPercent, BonusPlanRow.Column.MaximumPay, BonusPlanRow.Column.StatusCode)]
public sealed class GuardBonusPlan : KamPlugin
{
    private static readonly string[] Terms =
    [
        nameof(BonusPlanRow.PeriodFrom), nameof(BonusPlanRow.PeriodUntil), nameof(BonusPlan.PlannedRevenue), nameof(BonusPlan.StandardMarginPercent),
        nameof(BonusPlan.MarginFallLimitPercent), nameof(BonusPlan.MaximumPay),
    ];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var plan = request.Merged<BonusPlanRow>();
        var store = new BonusStore(request.DataverseAsSystem);
        var isUpdate = request.Context.MessageName == Message.Update;
        var changed = isUpdate ? ChangedFields.Of(request.Before<BonusPlanRow>(), request.Target<BonusPlanRow>(), Terms) : [];
        if (changed.Count > 0 && store.HasStatements(plan.Id)) throw Frozen(plan, changed[0]);

        var isPutInForce = plan.StatusCode == BonusPlanStatusReason.InForce && (!isUpdate || request.Before<BonusPlanRow>().StatusCode != BonusPlanStatusReason.InForce);
        var components = isPutInForce && isUpdate ? store.Components(plan.Id).Select(BonusRows.Component).ToList() : [];
        if (isPutInForce && components.Count == 0) throw new RefusalException(PricingReasons.BonusPlanWithoutComponent, nameof(BonusPlan.Components), "", Argument.Text(plan.Name ?? ""));
        var days = plan.PeriodFrom is not null && plan.PeriodUntil is not null ? BonusRows.Period(plan, new BonusParticipantRow()).Violations() : [];
        RefusalException.WhenAny([.. days, .. BonusRows.Plan(plan, components).Violations()]);
    }

    /// <summary>The refusal to change a plan that has statements.</summary>
    internal static RefusalException Frozen(BonusPlanRow plan, string field) => new(PricingReasons.BonusPlanFrozen, field, "", Argument.Text(plan.Name ?? ""));
}
