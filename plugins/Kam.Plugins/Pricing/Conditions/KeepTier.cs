using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Conditions;

/// <summary>Checks a tier and tells its price model that it changed. Refuses KAM-PRC-010 and 012; two tiers that begin alike the table's key refuses.</summary>
/// <remarks>After the operation, as for the condition. Two requests; twice as many when it moves.</remarks>
/// <model stage="5 Pricing">price condition (loyalty, cross-sell, growth, volume, payment; on-invoice or retroactive; tiers)</model>
[Step(Message.Create, ConditionTierRow.Table, Stage.PostOperation)]
[Step(Message.Update, ConditionTierRow.Table, Stage.PostOperation, When = [
    ConditionTierRow.Column.PriceConditionId, ConditionTierRow.Column.From, ConditionTierRow.Column.Percent, ConditionTierRow.Column.StateCode])]
[Step(Message.Delete, ConditionTierRow.Table, Stage.PostOperation)]
[Image(ImageMoment.Before, ConditionTierRow.Column.PriceConditionId)]
[Image(ImageMoment.After, ConditionTierRow.Column.PriceConditionId, ConditionTierRow.Column.From, ConditionTierRow.Column.Percent)]
public sealed class KeepTier : KamPlugin
{
    private static readonly ColumnSet Needed = new(PriceConditionRow.Column.Name, PriceConditionRow.Column.PriceModelId, PriceConditionRow.Column.TierMethod);

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.IsPartOf(Message.Delete, PriceConditionRow.Table) || request.IsPartOf(Message.Delete, PriceModelRow.Table)) return;
        var before = request.Context.MessageName == Message.Create ? null : request.Before<ConditionTierRow>().PriceConditionId;
        var after = request.Context.MessageName == Message.Delete ? null : request.After<ConditionTierRow>();
        foreach (var id in new[] { before, after?.PriceConditionId }.OfType<EntityReference>().Select(condition => condition.Id).Distinct())
        {
            var condition = request.DataverseAsSystem.Retrieve(PriceConditionRow.Table, id, Needed).ToEntity<PriceConditionRow>();
            if (after?.PriceConditionId?.Id == id) RefusalException.WhenAny(Violations(condition, after));
            if (condition.PriceModelId is { } model) request.DataverseAsSystem.Update(new PriceModelRow { Id = model.Id, ConfigurationVersion = "" });
        }
    }

    // The rule judges a whole condition; what this tier alone breaks does not depend on the others.
    private static IReadOnlyList<Violation> Violations(PriceConditionRow condition, ConditionTierRow tier) => new PriceCondition(
        condition.Id, condition.Name ?? "", ConditionKind.Volume, false, ConditionBasis.ListPrice, (TierMethod)(condition.TierMethod ?? TierMethodChoice.Whole),
        [new ConditionTier(tier.From ?? 0m, tier.Percent ?? 0m)], 1, null).Violations();
}
