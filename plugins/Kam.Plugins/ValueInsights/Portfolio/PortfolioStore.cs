using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Portfolio;

/// <summary>Reads the account snapshots of a day with what the account row adds.</summary>
internal sealed class PortfolioStore
{
    private const string Account = "account";

    private readonly IOrganizationService dataverse;

    public PortfolioStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>One entry for each account: the newest snapshot of the day.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="portfolioId">Only the accounts of this portfolio; all the caller may read when left out.</param>
    public IReadOnlyList<PortfolioAccount> On(DateTime asOf, Guid? portfolioId)
    {
        var newest = new Dictionary<Guid, PortfolioAccount>();
        var query = Query(asOf, portfolioId);
        while (true)
        {
            var answer = dataverse.RetrieveMultiple(query);
            // In the order of calculation, so that a later snapshot of the same day replaces an earlier one.
            foreach (var row in answer.Entities) newest[row.ToEntity<ValueScoreRow>().AccountId!.Id] = Entry(row);
            if (!answer.MoreRecords) return newest.Values.ToList();
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = answer.PagingCookie;
        }
    }

    /// <summary>The day of the latest snapshot of an account; null when there is none. One request.</summary>
    public DateTime? LatestDay()
    {
        var query = new QueryExpression(ValueScoreRow.Table) { ColumnSet = new ColumnSet(ValueScoreRow.Column.AsOf), TopCount = 1 };
        query.Criteria.AddCondition(ValueScoreRow.Column.Scope, ConditionOperator.Equal, (int)ScoreScopeChoice.Account);
        query.AddOrder(ValueScoreRow.Column.AsOf, OrderType.Descending);
        return dataverse.RetrieveMultiple(query).Entities.SingleOrDefault()?.ToEntity<ValueScoreRow>().AsOf;
    }

    private static QueryExpression Query(DateTime asOf, Guid? portfolioId)
    {
        var query = new QueryExpression(ValueScoreRow.Table)
        {
            ColumnSet = new ColumnSet(ValueScoreRow.Column.AccountId, ValueScoreRow.Column.Score, ValueScoreRow.Column.RevenueBase, ValueScoreRow.Column.LifetimeValueBase,
                ValueScoreRow.Column.MarginBase, ValueScoreRow.Column.ChurnRisk, ValueScoreRow.Column.MonthsSinceLastOrder),
            PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 },
        };
        query.Criteria.AddCondition(ValueScoreRow.Column.AsOf, ConditionOperator.Equal, asOf);
        query.Criteria.AddCondition(ValueScoreRow.Column.Scope, ConditionOperator.Equal, (int)ScoreScopeChoice.Account);
        query.AddOrder(ValueScoreRow.Column.CalculatedOn, OrderType.Ascending);
        query.AddOrder(ValueScoreRow.Column.ValueScoreId, OrderType.Ascending);
        var account = query.AddLink(AccountRow.Table, ValueScoreRow.Column.AccountId, AccountRow.Column.AccountId);
        account.EntityAlias = Account;
        account.Columns = new ColumnSet(AccountRow.Column.Name, AccountRow.Column.IsKeyAccount, AccountRow.Column.PotentialRevenueBase, AccountRow.Column.WalletSizeBase, AccountRow.Column.SegmentId);
        account.LinkCriteria.AddCondition(AccountRow.Column.StateCode, ConditionOperator.Equal, (int)AccountState.Active);
        account.LinkCriteria.AddCondition(AccountRow.Column.Merged, ConditionOperator.NotEqual, true);
        if (portfolioId is { } portfolio) account.LinkCriteria.AddCondition(AccountRow.Column.PortfolioId, ConditionOperator.Equal, portfolio);
        return query;
    }

    private static PortfolioAccount Entry(Entity row)
    {
        var score = row.ToEntity<ValueScoreRow>();
        var revenue = score.RevenueBase?.Value ?? 0m;
        return new PortfolioAccount
        {
            AccountId = score.AccountId!.Id,
            Name = row.Text($"{Account}.{AccountRow.Column.Name}"),
            Segment = row.NameOf($"{Account}.{AccountRow.Column.SegmentId}"),
            IsKeyAccount = row.Flag($"{Account}.{AccountRow.Column.IsKeyAccount}"),
            Revenue = revenue,
            Score = score.Score,
            // What is entered counts; else what the customer still buys elsewhere.
            Potential = row.Sum($"{Account}.{AccountRow.Column.PotentialRevenueBase}") ?? (row.Sum($"{Account}.{AccountRow.Column.WalletSizeBase}") is { } wallet ? Math.Max(0m, wallet - revenue) : null),
            ChurnRisk = score.ChurnRisk is { } risk ? (ChurnRisk)(int)risk : ChurnRisk.None,
            ValueAtStake = score.LifetimeValueBase?.Value ?? score.MarginBase?.Value ?? revenue,
            MonthsSinceLastOrder = score.MonthsSinceLastOrder,
        };
    }
}
