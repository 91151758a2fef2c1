using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Reads what accounts are segmented by. Two requests for a page, or for one account.</summary>
internal sealed class SegmentStore
{
    private static readonly ColumnSet Columns = new(
        AccountRow.Column.Name, AccountRow.Column.SegmentId, AccountRow.Column.SegmentIndex, AccountRow.Column.SegmentStaleOn, AccountRow.Column.ValueScore, AccountRow.Column.PotentialRevenueBase,
        AccountRow.Column.WillingnessToPartner, AccountRow.Column.Complexity, AccountRow.Column.PortfolioId, AccountRow.Column.OwnerId);

    private readonly IOrganizationService dataverse;

    public SegmentStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    public AccountRow Account(Guid id) => dataverse.Retrieve(AccountRow.Table, id, Columns).ToEntity<AccountRow>();

    /// <summary>The next active accounts that were not merged into others, by their ids.</summary>
    /// <param name="position">Which page of them.</param>
    /// <param name="next">Where the next page begins; null after the last.</param>
    public IReadOnlyList<AccountRow> Page(PagingInfo position, out string? next)
    {
        var query = new QueryExpression(AccountRow.Table) { ColumnSet = Columns };
        query.PageInfo = position;
        query.Criteria.AddCondition(AccountRow.Column.StateCode, ConditionOperator.Equal, (int)AccountState.Active);
        query.Criteria.AddCondition(AccountRow.Column.Merged, ConditionOperator.NotEqual, true);
        query.AddOrder(AccountRow.Column.AccountId, OrderType.Ascending);
        var page = dataverse.RetrieveMultiple(query);
        next = page.MoreRecords ? PagePosition.Write(query.PageInfo.PageNumber + 1, page.PagingCookie) : null;
        return page.Entities.Select(row => row.ToEntity<AccountRow>()).ToList();
    }

    /// <summary>Approved overrides of these accounts, the one that lasts longest for each.</summary>
    public IReadOnlyDictionary<Guid, SegmentOverrideRow> Overrides(IReadOnlyCollection<Guid> accountIds)
    {
        if (accountIds.Count == 0) return new Dictionary<Guid, SegmentOverrideRow>();
        var query = new QueryExpression(SegmentOverrideRow.Table)
        {
            ColumnSet = new ColumnSet(SegmentOverrideRow.Column.AccountId, SegmentOverrideRow.Column.SegmentId, SegmentOverrideRow.Column.Reason, SegmentOverrideRow.Column.RequestedById,
                SegmentOverrideRow.Column.ApprovedById, SegmentOverrideRow.Column.ExpiresOn),
        };
        query.Criteria.AddCondition(SegmentOverrideRow.Column.StatusCode, ConditionOperator.Equal, (int)SegmentOverrideStatusReason.Approved);
        query.Criteria.AddCondition(SegmentOverrideRow.Column.AccountId, ConditionOperator.In, accountIds.Cast<object>().ToArray());
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<SegmentOverrideRow>())
            .GroupBy(row => row.AccountId!.Id)
            .ToDictionary(same => same.Key, same => same.OrderByDescending(row => row.ExpiresOn).ThenBy(row => row.Id).First());
    }
}
