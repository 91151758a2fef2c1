using System;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Conditions;

/// <summary>Gives a price model a version nobody had before whenever it, or anything that belongs to it, changes. Refuses KAM-PRC-015.</summary>
/// <remarks>What is kept of a model between calls is kept by this version, so the version must never come twice: it is no count, which two changes at the same time could both make the same.</remarks>
/// <model stage="Conventions">Every computed number carries its explanation: the inputs, the rule and the version of the configuration that made it</model>
[Step(Message.Create, PriceModelRow.Table, Stage.PreOperation)]
[Step(Message.Update, PriceModelRow.Table, Stage.PreOperation, When = [
    PriceModelRow.Column.MaximumConditionPercent, PriceModelRow.Column.Rounding, PriceModelRow.Column.StateCode, PriceModelRow.Column.ConfigurationVersion])]
public sealed class KeepPriceModel : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var model = request.Target<PriceModelRow>();
        if (model.MaximumConditionPercent is < 0m or > 100m)
            throw new RefusalException([Violation.OfNumber(PricingReasons.StackCapOutOfRange, nameof(model.MaximumConditionPercent), model.MaximumConditionPercent.Value)]);
        model.ConfigurationVersion = Guid.NewGuid().ToString("N");
    }
}
