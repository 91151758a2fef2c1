using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions.CrossSelling;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>Accounts that are shown together.</summary>
/// <param name="Accounts">The most valuable first.</param>
/// <param name="Next">Where the next page begins; empty after the last.</param>
/// <param name="Total">How many there are on all pages; −1 above the 5,000 to which the platform counts.</param>
internal sealed record AccountPage(IReadOnlyList<AccountRow> Accounts, string Next, int Total);

/// <summary>Reads accounts, names and chances.</summary>
internal sealed class ChanceStore
{
    private const int PageSize = 5000;

    private readonly IOrganizationService dataverse;

    public ChanceStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>Every active account that was not merged into another: a request for 5,000.</summary>
    public IReadOnlyList<AccountRow> Accounts() => All<AccountRow>(AccountQuery());

    /// <summary>Active accounts, the most valuable first. One request.</summary>
    /// <param name="accountId">Only this one; null for all.</param>
    /// <param name="segmentId">Only those of this segment; null for all.</param>
    /// <param name="position">Which page of them.</param>
    public AccountPage Page(Guid? accountId, Guid? segmentId, PagingInfo position)
    {
        var query = AccountQuery();
        query.PageInfo = position;
        query.PageInfo.ReturnTotalRecordCount = true;
        if (accountId is { } account) query.Criteria.AddCondition(AccountRow.Column.AccountId, ConditionOperator.Equal, account);
        if (segmentId is { } segment) query.Criteria.AddCondition(AccountRow.Column.SegmentId, ConditionOperator.Equal, segment);
        query.AddOrder(AccountRow.Column.ValueScore, OrderType.Descending);
        query.AddOrder(AccountRow.Column.Name, OrderType.Ascending);
        query.AddOrder(AccountRow.Column.AccountId, OrderType.Ascending);
        var page = dataverse.RetrieveMultiple(query);
        return new AccountPage(
            page.Entities.Select(row => row.ToEntity<AccountRow>()).ToArray(),
            page.MoreRecords ? PagePosition.Write(position.PageNumber + 1, page.PagingCookie) : "",
            page.TotalRecordCountLimitExceeded ? -1 : page.TotalRecordCount);
    }

    /// <summary>Names of the segments. One request.</summary>
    public IReadOnlyDictionary<Guid, string> SegmentNames() =>
        All<SegmentRow>(new QueryExpression(SegmentRow.Table) { ColumnSet = new ColumnSet(SegmentRow.Column.Name) }).ToDictionary(row => row.Id, row => row.Name ?? "");

    /// <summary>Product families. One request.</summary>
    public IReadOnlyDictionary<Guid, ProductRow> Families()
    {
        var query = new QueryExpression(ProductRow.Table) { ColumnSet = new ColumnSet(ProductRow.Column.Name, ProductRow.Column.StateCode) };
        query.Criteria.AddCondition(ProductRow.Column.ProductStructure, ConditionOperator.Equal, (int)ProductProductStructureChoice.ProductFamily);
        return All<ProductRow>(query).ToDictionary(row => row.Id);
    }

    /// <summary>The chances that accounts have, by account and family: open ones, or those that were closed as well. One request for some hundred accounts.</summary>
    public IReadOnlyList<CrossSellChanceRow> Chances(IEnumerable<Guid> accounts, bool onlyOpen)
    {
        var ids = accounts.Cast<object>().ToArray();
        if (ids.Length == 0) return [];
        var query = new QueryExpression(CrossSellChanceRow.Table)
        {
            ColumnSet = new ColumnSet(
                CrossSellChanceRow.Column.AccountId, CrossSellChanceRow.Column.FamilyId, CrossSellChanceRow.Column.AsOf, CrossSellChanceRow.Column.Probability, CrossSellChanceRow.Column.TypicalMargin,
                CrossSellChanceRow.Column.ExpectedMargin, CrossSellChanceRow.Column.PeerCount, CrossSellChanceRow.Column.PeerBuyerCount, CrossSellChanceRow.Column.BoughtFamilyId,
                CrossSellChanceRow.Column.ReasonData, CrossSellChanceRow.Column.ConfigurationVersion, CrossSellChanceRow.Column.StateCode, CrossSellChanceRow.Column.StatusCode,
                CrossSellChanceRow.Column.OwnerId),
        };
        query.Criteria.AddCondition(CrossSellChanceRow.Column.AccountId, ConditionOperator.In, ids);
        if (onlyOpen) query.Criteria.AddCondition(CrossSellChanceRow.Column.StateCode, ConditionOperator.Equal, (int)CrossSellChanceState.Active);
        return All<CrossSellChanceRow>(query);
    }

    /// <summary>The chance as the rules take it; what the reader may not see is unknown.</summary>
    public static CrossSellChance Chance(CrossSellChanceRow row) => new(
        row.AccountId!.Id, row.FamilyId!.Id, row.Probability ?? 0m, row.TypicalMargin?.Value, row.ExpectedMargin?.Value,
        new PeerEvidence(row.BoughtFamilyId?.Id, row.PeerCount ?? 0, row.PeerBuyerCount ?? 0));

    private static QueryExpression AccountQuery()
    {
        var query = new QueryExpression(AccountRow.Table) { ColumnSet = new ColumnSet(AccountRow.Column.Name, AccountRow.Column.OwnerId, AccountRow.Column.SegmentId) };
        query.Criteria.AddCondition(AccountRow.Column.StateCode, ConditionOperator.Equal, (int)AccountState.Active);
        query.Criteria.AddCondition(AccountRow.Column.Merged, ConditionOperator.NotEqual, true);
        return query;
    }

    private List<TRow> All<TRow>(QueryExpression query) where TRow : Entity
    {
        var rows = new List<TRow>();
        query.PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 };
        while (true)
        {
            var page = dataverse.RetrieveMultiple(query);
            rows.AddRange(page.Entities.Select(row => row.ToEntity<TRow>()));
            if (!page.MoreRecords) return rows;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }
}
