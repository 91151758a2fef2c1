using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Conditions;

/// <summary>Checks a price condition and tells its price model that it changed. Refuses KAM-PRC-014 and 112.</summary>
/// <remarks>After the operation, so that whoever reads the new version reads the condition with it; a refusal takes the condition back. One request, two when it moves.</remarks>
/// <model stage="5 Pricing">price condition (loyalty, cross-sell, growth, volume, payment; on-invoice or retroactive; tiers)</model>
[Step(Message.Create, PriceConditionRow.Table, Stage.PostOperation)]
[Step(Message.Update, PriceConditionRow.Table, Stage.PostOperation, When = [
    PriceConditionRow.Column.Name, PriceConditionRow.Column.PriceModelId, PriceConditionRow.Column.Kind, PriceConditionRow.Column.IsRetroactive, PriceConditionRow.Column.Basis,
    PriceConditionRow.Column.TierMethod, PriceConditionRow.Column.Sequence, PriceConditionRow.Column.CapPercent, PriceConditionRow.Column.ValidFrom, PriceConditionRow.Column.ValidUntil,
    PriceConditionRow.Column.StateCode])]
[Step(Message.Delete, PriceConditionRow.Table, Stage.PostOperation)]
[Image(ImageMoment.Before, PriceConditionRow.Column.PriceModelId)]
[Image(ImageMoment.After,
    PriceConditionRow.Column.Name, PriceConditionRow.Column.PriceModelId, PriceConditionRow.Column.CapPercent, PriceConditionRow.Column.ValidFrom, PriceConditionRow.Column.ValidUntil)]
public sealed class KeepCondition : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.IsPartOf(Message.Delete, PriceModelRow.Table)) return;
        var before = request.Context.MessageName == Message.Create ? null : request.Before<PriceConditionRow>().PriceModelId;
        var after = request.Context.MessageName == Message.Delete ? null : request.After<PriceConditionRow>();
        if (after is not null) Check(after);
        foreach (var model in new[] { before, after?.PriceModelId }.OfType<EntityReference>().Select(model => model.Id).Distinct())
            request.DataverseAsSystem.Update(new PriceModelRow { Id = model, ConfigurationVersion = "" });
    }

    private static void Check(PriceConditionRow condition)
    {
        if (condition.ValidUntil < condition.ValidFrom)
        {
            throw new RefusalException(PricingReasons.EndsBeforeItBegins, nameof(condition.ValidUntil), $"{condition.ValidUntil:yyyy-MM-dd}",
                Argument.Date(condition.ValidFrom!.Value), Argument.Date(condition.ValidUntil!.Value));
        }
        if (condition.CapPercent is < 0m or > 100m)
            throw new RefusalException([Violation.OfNumber(PricingReasons.CapOutOfRange, nameof(condition.CapPercent), condition.CapPercent.Value, Argument.Text(condition.Name ?? ""))]);
    }
}
