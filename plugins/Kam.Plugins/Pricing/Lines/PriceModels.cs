using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>A condition with the days on which it holds.</summary>
internal sealed record DatedCondition(PriceCondition Condition, DateTime? ValidFrom, DateTime? ValidUntil)
{
    public bool HoldsOn(DateTime day) => !(day < ValidFrom) && !(day > ValidUntil);
}

/// <summary>Conditions and tiers of price models, kept between calls by the version that each line's own question brings along.</summary>
/// <remarks>
/// Every change of a model, condition or tier gives the model a version nobody had before (<see cref="Conditions.KeepPriceModel"/>), in the transaction of the change. So a kept model is never older than what the
/// line has read: there is no span of time in which it is stale. A model without version is read each time.
/// </remarks>
internal sealed class PriceModels
{
    private const string Tier = "t";
    private const int Most = 100;

    private readonly ConcurrentDictionary<string, IReadOnlyList<DatedCondition>> kept = new(StringComparer.Ordinal);

    /// <summary>The conditions of a model on a day; none for a line without model. One request when this version was not seen before.</summary>
    public ConditionStack Conditions(IOrganizationService asSystem, PriceModelFacts? model, DateTime day)
    {
        if (model is null) return new ConditionStack([], null);
        var conditions = model.Version.Length == 0 ? Read(asSystem, model.Id) : Kept(asSystem, model);
        return new ConditionStack(conditions.Where(condition => condition.HoldsOn(day)).Select(condition => condition.Condition), model.CapPercent);
    }

    private IReadOnlyList<DatedCondition> Kept(IOrganizationService asSystem, PriceModelFacts model)
    {
        var key = $"{model.Id:N}{model.Version}";
        if (kept.TryGetValue(key, out var conditions)) return conditions;
        if (kept.Count >= Most) kept.Clear();
        return kept[key] = Read(asSystem, model.Id);
    }

    private static List<DatedCondition> Read(IOrganizationService asSystem, Guid model)
    {
        var query = new QueryExpression(PriceConditionRow.Table)
        {
            ColumnSet = new ColumnSet(
                PriceConditionRow.Column.Name, PriceConditionRow.Column.Kind, PriceConditionRow.Column.IsRetroactive, PriceConditionRow.Column.Basis, PriceConditionRow.Column.TierMethod,
                PriceConditionRow.Column.Sequence, PriceConditionRow.Column.CapPercent, PriceConditionRow.Column.ValidFrom, PriceConditionRow.Column.ValidUntil),
            PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 },
        };
        query.Criteria.AddCondition(PriceConditionRow.Column.PriceModelId, ConditionOperator.Equal, model);
        query.Criteria.AddCondition(PriceConditionRow.Column.StateCode, ConditionOperator.Equal, (int)PriceConditionState.Active);
        var tiers = query.AddLink(ConditionTierRow.Table, PriceConditionRow.Column.PriceConditionId, ConditionTierRow.Column.PriceConditionId, JoinOperator.LeftOuter);
        tiers.EntityAlias = Tier;
        tiers.Columns = new ColumnSet(ConditionTierRow.Column.From, ConditionTierRow.Column.Percent);
        tiers.LinkCriteria.AddCondition(ConditionTierRow.Column.StateCode, ConditionOperator.Equal, (int)ConditionTierState.Active);
        return [.. asSystem.RetrieveMultiple(query).Entities.GroupBy(row => row.Id).Select(rows => Dated([.. rows]))];
    }

    private static DatedCondition Dated(IReadOnlyList<Entity> rows)
    {
        var row = rows[0].ToEntity<PriceConditionRow>();
        var tiers = rows
            .Where(tier => tier.Sum($"{Tier}.{ConditionTierRow.Column.From}") is not null)
            .Select(tier => new ConditionTier(tier.Sum($"{Tier}.{ConditionTierRow.Column.From}")!.Value, tier.Sum($"{Tier}.{ConditionTierRow.Column.Percent}") ?? 0m))
            .ToList();
        var condition = new PriceCondition(
            row.Id, row.Name ?? "", (ConditionKind)row.Kind!, row.IsRetroactive == true, (ConditionBasis)row.Basis!, (TierMethod)row.TierMethod!, tiers, row.Sequence ?? 0, row.CapPercent);
        return new DatedCondition(condition, row.ValidFrom, row.ValidUntil);
    }
}
