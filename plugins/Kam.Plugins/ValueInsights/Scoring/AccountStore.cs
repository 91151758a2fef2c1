using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>
/// Reads accounts that are to be valued: active ones that were not merged into another, since a deactivated account earns nothing any more and what a merged
/// one earned is the other's. The mark of a merge counts by itself: an account that was merged may have been activated again.
/// </summary>
internal sealed class AccountStore
{
    /// <summary>
    /// Accounts whose figures are asked for in one question. Their ids are parameters of one SQL statement, of which SQL Server takes 2,100.
    /// </summary>
    public const int ReadTogether = 1000;

    private static readonly ColumnSet Columns = new(
        AccountRow.Column.Name, AccountRow.Column.ParentAccountId, AccountRow.Column.OwnerId, AccountRow.Column.CreatedOn, AccountRow.Column.StateCode, AccountRow.Column.Merged,
        AccountRow.Column.StrategicFit, AccountRow.Column.NetPromoterScore, AccountRow.Column.WalletSizeBase, AccountRow.Column.IsContractual,
        AccountRow.Column.ContractStartedOn, AccountRow.Column.ContractEndedOn, AccountRow.Column.ExchangeRate, AccountRow.Column.ScoreStaleOn);

    private readonly IOrganizationService dataverse;

    public AccountStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>The next accounts in the order of their ids.</summary>
    /// <param name="size">How many at most.</param>
    /// <param name="position">Where the page before ended; empty for the first.</param>
    /// <param name="next">Where this page ends; null when it is the last.</param>
    public IReadOnlyList<AccountRow> Page(int size, string position, out string? next)
    {
        return Page(Active(), size, position, out next);
    }

    private List<AccountRow> Page(QueryExpression query, int size, string position, out string? next)
    {
        query.PageInfo = PagePosition.Read(position, size);
        query.AddOrder(AccountRow.Column.AccountId, OrderType.Ascending);
        var answer = dataverse.RetrieveMultiple(query);
        next = answer.MoreRecords ? PagePosition.Write(query.PageInfo.PageNumber + 1, answer.PagingCookie) : null;
        return answer.Entities.Select(e => e.ToEntity<AccountRow>()).ToList();
    }

    /// <summary>The next accounts of the whole customer base, inactive ones too: customers who left are what a model of leaving learns from.</summary>
    /// <inheritdoc cref="Page(int, string, out string?)"/>
    public IReadOnlyList<AccountRow> PageOfWholeBase(int size, string position, out string? next)
    {
        var query = new QueryExpression(AccountRow.Table) { ColumnSet = Columns };
        query.Criteria.AddCondition(AccountRow.Column.Merged, ConditionOperator.NotEqual, true);
        return Page(query, size, position, out next);
    }

    /// <summary>One account.</summary>
    /// <exception cref="RefusalException">It does not exist, is inactive, or was merged into another.</exception>
    public AccountRow One(Guid accountId)
    {
        var query = new QueryExpression(AccountRow.Table) { ColumnSet = Columns };
        query.Criteria.AddCondition(AccountRow.Column.AccountId, ConditionOperator.Equal, accountId);
        var account = dataverse.RetrieveMultiple(query).Entities.SingleOrDefault()?.ToEntity<AccountRow>()
            ?? throw new RefusalException(PipelineReasons.RowMissing, "AccountId", accountId.ToString(), Argument.Text(AccountRow.Table), Argument.Text(accountId.ToString()));
        return account.StateCode == AccountState.Active && account.Merged != true
            ? account
            : throw new RefusalException(ValueInsightsReasons.AccountInactive, "AccountId", accountId.ToString(), Argument.Text(account.Name ?? accountId.ToString()));
    }

    /// <summary>Takes the marks of being stale off: to be done before figures are read, so that whatever changes afterwards sets the mark again and is not lost. One request for each marked account.</summary>
    public void TakeMarksOff(IEnumerable<AccountRow> accounts)
    {
        foreach (var account in accounts.Where(a => a.ScoreStaleOn is not null)) dataverse.Update(new AccountRow { Id = account.Id, ScoreStaleOn = null });
    }

    /// <summary>The whole group of an account, level by level: one request for each level up and down.</summary>
    /// <exception cref="RefusalException">More accounts than a group may have.</exception>
    public IReadOnlyList<AccountRow> Group(AccountRow account)
    {
        var members = new Dictionary<Guid, AccountRow> { [account.Id] = account };
        var newest = new List<AccountRow> { account };
        while (newest.Count > 0 && members.Count <= AccountGroup.MaximumSize)
        {
            newest = Neighbours(newest).Where(a => !members.ContainsKey(a.Id)).ToList();
            foreach (var member in newest) members[member.Id] = member;
        }
        var group = new AccountHierarchy(members.Values.Select(m => new ParentLink(m.Id, m.ParentAccountId?.Id))).GroupOf(account.Id);
        if (group.Refusal is { } refusal) throw new RefusalException([refusal]);
        return group.Members.Where(members.ContainsKey).Select(id => members[id]).ToList();
    }

    private IEnumerable<AccountRow> Neighbours(List<AccountRow> accounts)
    {
        var query = Active();
        var related = query.Criteria.AddFilter(LogicalOperator.Or);
        related.AddCondition(AccountRow.Column.ParentAccountId, ConditionOperator.In, accounts.Select(a => (object)a.Id).ToArray());
        var parents = accounts.Where(a => a.ParentAccountId is not null).Select(a => (object)a.ParentAccountId!.Id).Distinct().ToArray();
        if (parents.Length > 0) related.AddCondition(AccountRow.Column.AccountId, ConditionOperator.In, parents);
        return dataverse.RetrieveMultiple(query).Entities.Select(e => e.ToEntity<AccountRow>());
    }

    private static QueryExpression Active()
    {
        var query = new QueryExpression(AccountRow.Table) { ColumnSet = Columns };
        query.Criteria.AddCondition(AccountRow.Column.StateCode, ConditionOperator.Equal, (int)AccountState.Active);
        query.Criteria.AddCondition(AccountRow.Column.Merged, ConditionOperator.NotEqual, true);
        return query;
    }
}
