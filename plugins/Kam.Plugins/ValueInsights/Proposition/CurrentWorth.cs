using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Proposition;

/// <summary>What a customer is worth to us, from the account's current snapshot, as far as the caller may see it.</summary>
internal sealed class CurrentWorth
{
    private static readonly string[] Secured = [ValueScoreRow.Column.Margin, ValueScoreRow.Column.LifetimeValue, ValueScoreRow.Column.LifetimeValueLow, ValueScoreRow.Column.LifetimeValueHigh];

    private CurrentWorth(CustomerWorth worth, bool callerSeesCost)
    {
        Worth = worth;
        CallerSeesCost = callerSeesCost;
    }

    public CustomerWorth Worth { get; }

    /// <summary>Nothing that is stored is kept from the caller.</summary>
    public bool CallerSeesCost { get; }

    /// <summary>Two requests: the snapshot as the caller sees it, and as it is.</summary>
    public static CurrentWorth Of(Request request, Guid accountId)
    {
        var seen = Snapshot(request.Dataverse, accountId);
        if (seen is null) return new CurrentWorth(new CustomerWorth(), true);
        var stored = Snapshot(request.DataverseAsSystem, accountId)!;
        return new CurrentWorth(new CustomerWorth
        {
            Score = seen.Score,
            Band = seen.Band is { } band ? (ScoreBand)(int)band : null,
            Revenue = seen.RevenueBase?.Value,
            Margin = seen.MarginBase?.Value,
            LifetimeValue = seen.LifetimeValueBase is { } value
                ? new LifetimeValueBand(value.Value, seen.LifetimeValueLowBase?.Value ?? value.Value, seen.LifetimeValueHighBase?.Value ?? value.Value)
                : null,
        }, Secured.All(column => seen.Contains(column) == stored.Contains(column)));
    }

    private static ValueScoreRow? Snapshot(IOrganizationService dataverse, Guid accountId)
    {
        var query = new QueryExpression(ValueScoreRow.Table)
        {
            ColumnSet = new ColumnSet(
                ValueScoreRow.Column.Score, ValueScoreRow.Column.Band, ValueScoreRow.Column.Revenue, ValueScoreRow.Column.RevenueBase, ValueScoreRow.Column.Margin, ValueScoreRow.Column.MarginBase,
                ValueScoreRow.Column.LifetimeValue, ValueScoreRow.Column.LifetimeValueBase, ValueScoreRow.Column.LifetimeValueLow, ValueScoreRow.Column.LifetimeValueLowBase,
                ValueScoreRow.Column.LifetimeValueHigh, ValueScoreRow.Column.LifetimeValueHighBase),
        };
        var account = query.AddLink(AccountRow.Table, ValueScoreRow.Column.ValueScoreId, AccountRow.Column.CurrentScoreId);
        account.LinkCriteria.AddCondition(AccountRow.Column.AccountId, ConditionOperator.Equal, accountId);
        return dataverse.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ValueScoreRow>();
    }
}
