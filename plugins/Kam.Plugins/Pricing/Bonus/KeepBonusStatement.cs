using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>Refuses to enter, change or delete a statement by hand, for everybody: what was stated is what was paid.</summary>
/// <remarks>Owner and sharing may change. No request.</remarks>
/// <model stage="5 Pricing">statement per KAM and period</model>
[Step(Message.Create, BonusStatementRow.Table, Stage.PreValidation)]
[Step(Message.Update, BonusStatementRow.Table, Stage.PreValidation, When =
[
    BonusStatementRow.Column.Name, BonusStatementRow.Column.BonusPlanId, BonusStatementRow.Column.KeyAccountManagerId, BonusStatementRow.Column.Sequence, BonusStatementRow.Column.PeriodFrom,
    BonusStatementRow.Column.PeriodUntil, BonusStatementRow.Column.SharePercent, BonusStatementRow.Column.Pay, BonusStatementRow.Column.StatedBefore, BonusStatementRow.Column.Correction,
    BonusStatementRow.Column.IsCorrection, BonusStatementRow.Column.CorrectsId, BonusStatementRow.Column.LinesWithoutCost, BonusStatementRow.Column.Margin, BonusStatementRow.Column.MarginBefore,
    BonusStatementRow.Column.TransactionCurrencyId,
])]
[Step(Message.Delete, BonusStatementRow.Table, Stage.PreValidation)]
[Step(Message.Create, BonusPartRow.Table, Stage.PreValidation)]
[Step(Message.Update, BonusPartRow.Table, Stage.PreValidation, When =
[
    BonusPartRow.Column.Name, BonusPartRow.Column.BonusStatementId, BonusPartRow.Column.BonusComponentId, BonusPartRow.Column.Driver, BonusPartRow.Column.Reached, BonusPartRow.Column.PayPercent,
    BonusPartRow.Column.Pay, BonusPartRow.Column.Reason, BonusPartRow.Column.TransactionCurrencyId,
])]
[Step(Message.Delete, BonusPartRow.Table, Stage.PreValidation)]
public sealed class KeepBonusStatement : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var isCreate = request.Context.MessageName == Message.Create;
        if (isCreate && request.IsPartOf(StateBonus.MessageName)) return;
        throw new RefusalException(isCreate ? PricingReasons.BonusStatementByHand : PricingReasons.BonusStatementFrozen, request.Context.PrimaryEntityName, request.Context.PrimaryEntityId.ToString());
    }
}
