using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>What the accounts of a portfolio add up to.</summary>
internal sealed record CareSum(decimal Hours, int Accounts);

/// <summary>Reads portfolios and the accounts in them.</summary>
internal sealed class PortfolioStore
{
    private const int PageSize = 5000;
    // The relationship kam_portfolio_territory: a table of pairs, which has no row type.
    private const string FurtherTerritories = "kam_portfolio_territory";
    // The choice kam_language in its order.
    private static readonly int[] Languages = [1033, 1031, 1036, 1040];

    private static readonly ColumnSet Columns = new(
        PortfolioRow.Column.Name, PortfolioRow.Column.KeyAccountManagerId, PortfolioRow.Column.CapacityHours, PortfolioRow.Column.MaximumAccounts, PortfolioRow.Column.Languages,
        PortfolioRow.Column.TerritoryId, PortfolioRow.Column.LoadHours, PortfolioRow.Column.UtilisationPercent, PortfolioRow.Column.LoadState, PortfolioRow.Column.AccountCount, PortfolioRow.Column.StateCode);

    private static readonly ColumnSet AccountColumns = new(
        AccountRow.Column.Name, AccountRow.Column.PortfolioId, AccountRow.Column.CareHours, AccountRow.Column.HandoverHours, AccountRow.Column.CareLanguage, AccountRow.Column.TerritoryId,
        AccountRow.Column.IsKeptWithManager, AccountRow.Column.StateCode);

    private readonly IOrganizationService dataverse;

    public PortfolioStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    public PortfolioRow One(Guid id) => dataverse.Retrieve(PortfolioRow.Table, id, Columns).ToEntity<PortfolioRow>();

    /// <summary>Those of these ids. One request.</summary>
    public IReadOnlyList<PortfolioRow> ByIds(IReadOnlyCollection<Guid> ids) => Portfolios(ConditionOperator.In, PortfolioRow.Column.PortfolioId, ids.Cast<object>().ToArray());

    /// <summary>All active ones the caller may read. One request.</summary>
    public IReadOnlyList<PortfolioRow> Active() => Portfolios(ConditionOperator.Equal, PortfolioRow.Column.StateCode, (int)PortfolioState.Active);

    /// <summary>Active accounts that are in a portfolio, by their ids. One request for each 5,000.</summary>
    public IReadOnlyList<AccountRow> Members()
    {
        var query = new QueryExpression(AccountRow.Table) { ColumnSet = AccountColumns, PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 } };
        query.Criteria.AddCondition(AccountRow.Column.StateCode, ConditionOperator.Equal, (int)AccountState.Active);
        query.Criteria.AddCondition(AccountRow.Column.PortfolioId, ConditionOperator.NotNull);
        query.AddOrder(AccountRow.Column.AccountId, OrderType.Ascending);
        var accounts = new List<AccountRow>();
        while (true)
        {
            var page = dataverse.RetrieveMultiple(query);
            accounts.AddRange(page.Entities.Select(row => row.ToEntity<AccountRow>()));
            if (!page.MoreRecords) return accounts;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    public AccountRow Account(Guid id) => dataverse.Retrieve(AccountRow.Table, id, AccountColumns).ToEntity<AccountRow>();

    /// <summary>Accounts of these ids, active or not; at most 5,000. One request.</summary>
    public IReadOnlyDictionary<Guid, AccountRow> Accounts(IReadOnlyCollection<Guid> ids)
    {
        var query = new QueryExpression(AccountRow.Table) { ColumnSet = AccountColumns };
        query.Criteria.AddCondition(AccountRow.Column.AccountId, ConditionOperator.In, ids.Cast<object>().ToArray());
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<AccountRow>()).ToDictionary(row => row.Id);
    }

    /// <summary>Care hours and number of active accounts, by portfolio; zero for an empty one. One request.</summary>
    public IReadOnlyDictionary<Guid, CareSum> CareOf(IReadOnlyCollection<Guid> portfolioIds)
    {
        var values = string.Concat(portfolioIds.Select(id => $"<value>{id:D}</value>"));
        var sums = dataverse.RetrieveMultiple(new FetchExpression(string.Format(CultureInfo.InvariantCulture, """
            <fetch aggregate='true'>
              <entity name='account'>
                <attribute name='kam_portfolioid' alias='portfolio' groupby='true' />
                <attribute name='kam_carehours' alias='hours' aggregate='sum' />
                <attribute name='accountid' alias='accounts' aggregate='count' />
                <filter>
                  <condition attribute='statecode' operator='eq' value='0' />
                  <condition attribute='kam_portfolioid' operator='in'>{0}</condition>
                </filter>
              </entity>
            </fetch>
            """, values))).Entities.ToDictionary(group => group.Reference("portfolio")!.Value, group => new CareSum(group.Sum("hours") ?? 0m, group.Count("accounts")));
        return portfolioIds.Distinct().ToDictionary(id => id, id => sums.TryGetValue(id, out var sum) ? sum : new CareSum(0m, 0));
    }

    /// <summary>The territories that portfolios cover beside their main one. One request for 5,000 pairs.</summary>
    public ILookup<Guid, Guid> FurtherTerritoriesOf(IReadOnlyCollection<Guid> portfolioIds)
    {
        var query = new QueryExpression(FurtherTerritories)
        {
            ColumnSet = new ColumnSet(PortfolioRow.Column.PortfolioId, TerritoryRow.Column.TerritoryId),
            PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 },
        };
        query.Criteria.AddCondition(PortfolioRow.Column.PortfolioId, ConditionOperator.In, portfolioIds.Cast<object>().ToArray());
        var pairs = new List<Entity>();
        while (portfolioIds.Count > 0)
        {
            var page = dataverse.RetrieveMultiple(query);
            pairs.AddRange(page.Entities);
            if (!page.MoreRecords) break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }

        return pairs.ToLookup(pair => pair.GetAttributeValue<Guid>(PortfolioRow.Column.PortfolioId), pair => pair.GetAttributeValue<Guid>(TerritoryRow.Column.TerritoryId));
    }

    /// <summary>The portfolio as balancing sees it: it covers its main territory and the further ones; without any, all.</summary>
    public static ManagedPortfolio Managed(PortfolioRow row, IEnumerable<Guid> furtherTerritories) => new(
        row.Id,
        row.CapacityHours ?? 0m,
        row.MaximumAccounts ?? int.MaxValue,
        (row.Languages ?? []).Select(language => LanguageOf(language.Value)).ToArray(),
        (row.TerritoryId is { } main ? furtherTerritories.Concat([main.Id]) : furtherTerritories).Distinct().ToArray());

    /// <summary>The account as balancing sees it.</summary>
    /// <param name="row">The account.</param>
    /// <param name="usualHandover">What a handover nobody has estimated costs, as a share of the yearly care, 0 to 1.</param>
    public static PortfolioMember Member(AccountRow row, decimal usualHandover) => new(
        row.Id,
        row.PortfolioId?.Id ?? Guid.Empty,
        row.CareHours ?? 0m,
        row.HandoverHours ?? Decimals.Two((row.CareHours ?? 0m) * usualHandover),
        row.CareLanguage is { } language ? LanguageOf((int)language) : null,
        row.TerritoryId?.Id,
        row.IsKeptWithManager ?? false);

    private static int LanguageOf(int option) => Languages[option - (int)LanguageChoice.English];

    private List<PortfolioRow> Portfolios(ConditionOperator comparison, string column, params object[] values)
    {
        var query = new QueryExpression(PortfolioRow.Table) { ColumnSet = Columns };
        query.Criteria.AddCondition(column, comparison, values);
        query.AddOrder(PortfolioRow.Column.PortfolioId, OrderType.Ascending);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<PortfolioRow>()).ToList();
    }
}
