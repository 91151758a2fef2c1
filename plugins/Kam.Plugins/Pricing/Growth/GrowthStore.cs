using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Growth;

/// <summary>Accounts to analyse, and the analyses of a period.</summary>
internal sealed class GrowthStore
{
    private readonly IOrganizationService dataverse;
    private readonly BaseCurrency currency;

    public GrowthStore(IOrganizationService dataverse, BaseCurrency currency)
    {
        this.dataverse = dataverse;
        this.currency = currency;
    }

    /// <summary>The next active accounts that were not merged into another, in the order of their ids.</summary>
    public IReadOnlyList<AccountRow> Page(int size, string position, out string? next)
    {
        var query = Accounts();
        query.PageInfo = PagePosition.Read(position, size);
        query.AddOrder(AccountRow.Column.AccountId, OrderType.Ascending);
        var answer = dataverse.RetrieveMultiple(query);
        next = answer.MoreRecords ? PagePosition.Write(query.PageInfo.PageNumber + 1, answer.PagingCookie) : null;
        return answer.Entities.Select(e => e.ToEntity<AccountRow>()).ToList();
    }

    /// <summary>One account.</summary>
    /// <exception cref="RefusalException">KAM-GEN-005: there is none that is active.</exception>
    public AccountRow One(Guid accountId)
    {
        var query = Accounts();
        query.Criteria.AddCondition(AccountRow.Column.AccountId, ConditionOperator.Equal, accountId);
        return dataverse.RetrieveMultiple(query).Entities.SingleOrDefault()?.ToEntity<AccountRow>()
            ?? throw new RefusalException(PipelineReasons.RowMissing, "AccountId", accountId.ToString(), Argument.Text(AccountRow.Table), Argument.Text(accountId.ToString()));
    }

    /// <summary>The analyses that these accounts already have for a period, by account. One request.</summary>
    public IReadOnlyDictionary<Guid, Guid> Stored(IReadOnlyList<AccountRow> accounts, Period period)
    {
        var query = new QueryExpression(GrowthAnalysisRow.Table) { ColumnSet = new ColumnSet(GrowthAnalysisRow.Column.AccountId) };
        query.Criteria.AddCondition(GrowthAnalysisRow.Column.AccountId, ConditionOperator.In, accounts.Select(a => (object)a.Id).ToArray());
        query.Criteria.AddCondition(GrowthAnalysisRow.Column.PeriodUntil, ConditionOperator.On, period.Last);
        return dataverse.RetrieveMultiple(query).Entities.Select(e => e.ToEntity<GrowthAnalysisRow>()).ToDictionary(row => row.AccountId!.Id, row => row.Id);
    }

    /// <summary>Writes, replaces or takes away the analysis of one account: one request, none where there is and was nothing.</summary>
    /// <returns>Whether there is one now.</returns>
    public bool Write(AccountRow account, AccountGrowth found, Period period, Guid? storedId)
    {
        if (found.Growth is not { } growth)
        {
            if (storedId is { } stale) dataverse.Delete(GrowthAnalysisRow.Table, stale);
            return false;
        }
        var row = Row(account, growth, found.LinesWithoutCost, period);
        if (storedId is { } id)
        {
            row.Id = id;
            dataverse.Update(row);
        }
        else
        {
            row.OwnerId = account.OwnerId;
            dataverse.Create(row);
        }
        return true;
    }

    private GrowthAnalysisRow Row(AccountRow account, ProfitlessGrowth growth, int linesWithoutCost, Period period)
    {
        var parts = growth.Rounded(currency.Currency);
        return new GrowthAnalysisRow
        {
            Name = $"{account.Name} {period.Last:yyyy-MM-dd}",
            AccountId = account.ToEntityReference(),
            PeriodFrom = period.First,
            PeriodUntil = period.Last,
            TransactionCurrencyId = currency.Reference,
            Revenue = currency.Money(growth.Revenue),
            RevenueChange = currency.Money(growth.RevenueChange),
            MarginBefore = currency.Money(growth.MarginBefore),
            MarginChange = currency.Money(parts?[0]),
            PriceEffect = currency.Money(parts?[1]),
            CostEffect = currency.Money(parts?[2]),
            VolumeEffect = currency.Money(parts?[3]),
            MixEffect = currency.Money(parts?[4]),
            NewProducts = currency.Money(parts?[5]),
            LostProducts = currency.Money(parts?[6]),
            IsProfitless = growth.IsProfitless,
            LinesWithoutCost = linesWithoutCost,
        };
    }

    private static QueryExpression Accounts()
    {
        var query = new QueryExpression(AccountRow.Table) { ColumnSet = new ColumnSet(AccountRow.Column.Name, AccountRow.Column.OwnerId) };
        query.Criteria.AddCondition(AccountRow.Column.StateCode, ConditionOperator.Equal, (int)AccountState.Active);
        query.Criteria.AddCondition(AccountRow.Column.Merged, ConditionOperator.NotEqual, true);
        return query;
    }
}
