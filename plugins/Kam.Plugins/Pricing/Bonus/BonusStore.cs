using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>Bonus plans with their components, who they cover, and what was stated.</summary>
internal sealed class BonusStore
{
    private readonly IOrganizationService dataverse;

    public BonusStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>A plan.</summary>
    /// <exception cref="RefusalException">KAM-GEN-005: there is none.</exception>
    public BonusPlanRow Plan(Guid id)
    {
        var query = new QueryExpression(BonusPlanRow.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(BonusPlanRow.Column.BonusPlanId, ConditionOperator.Equal, id);
        return First<BonusPlanRow>(query) ?? throw new RefusalException(PipelineReasons.RowMissing, "BonusPlanId", id.ToString(), Argument.Text(BonusPlanRow.Table), Argument.Text(id.ToString()));
    }

    /// <summary>Its active components, in the order of their names.</summary>
    public IReadOnlyList<BonusComponentRow> Components(Guid planId)
    {
        var query = new QueryExpression(BonusComponentRow.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(BonusComponentRow.Column.BonusPlanId, ConditionOperator.Equal, planId);
        query.Criteria.AddCondition(BonusComponentRow.Column.StateCode, ConditionOperator.Equal, 0);
        query.AddOrder(BonusComponentRow.Column.Name, OrderType.Ascending);
        query.AddOrder(BonusComponentRow.Column.BonusComponentId, OrderType.Ascending);
        return dataverse.RetrieveMultiple(query).Entities.Select(e => e.ToEntity<BonusComponentRow>()).ToList();
    }

    /// <summary>How the plan covers a manager; null when it does not.</summary>
    public BonusParticipantRow? Participant(Guid planId, Guid managerId)
    {
        var query = new QueryExpression(BonusParticipantRow.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(BonusParticipantRow.Column.BonusPlanId, ConditionOperator.Equal, planId);
        query.Criteria.AddCondition(BonusParticipantRow.Column.KeyAccountManagerId, ConditionOperator.Equal, managerId);
        query.Criteria.AddCondition(BonusParticipantRow.Column.StateCode, ConditionOperator.Equal, 0);
        return First<BonusParticipantRow>(query);
    }

    /// <summary>Plans not retired, other than one, that cover a manager on days of a span.</summary>
    public BonusPlanRow? OtherPlan(Guid planId, Guid managerId, DateTime from, DateTime until)
    {
        var query = new QueryExpression(BonusPlanRow.Table) { ColumnSet = new ColumnSet(BonusPlanRow.Column.Name), TopCount = 1 };
        query.Criteria.AddCondition(BonusPlanRow.Column.BonusPlanId, ConditionOperator.NotEqual, planId);
        query.Criteria.AddCondition(BonusPlanRow.Column.StateCode, ConditionOperator.Equal, 0);
        query.Criteria.AddCondition(BonusPlanRow.Column.PeriodFrom, ConditionOperator.OnOrBefore, until);
        query.Criteria.AddCondition(BonusPlanRow.Column.PeriodUntil, ConditionOperator.OnOrAfter, from);
        var covers = query.AddLink(BonusParticipantRow.Table, BonusPlanRow.Column.BonusPlanId, BonusParticipantRow.Column.BonusPlanId);
        covers.LinkCriteria.AddCondition(BonusParticipantRow.Column.KeyAccountManagerId, ConditionOperator.Equal, managerId);
        covers.LinkCriteria.AddCondition(BonusParticipantRow.Column.StateCode, ConditionOperator.Equal, 0);
        return First<BonusPlanRow>(query);
    }

    /// <summary>Whether anything was stated by a plan.</summary>
    public bool HasStatements(Guid planId)
    {
        var query = new QueryExpression(BonusStatementRow.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(BonusStatementRow.Column.BonusPlanId, ConditionOperator.Equal, planId);
        return dataverse.RetrieveMultiple(query).Entities.Count > 0;
    }

    /// <summary>The last statement of a plan and manager; null before the first.</summary>
    public BonusStatementRow? Latest(Guid planId, Guid managerId)
    {
        var query = new QueryExpression(BonusStatementRow.Table) { ColumnSet = new ColumnSet(true), TopCount = 1 };
        query.Criteria.AddCondition(BonusStatementRow.Column.BonusPlanId, ConditionOperator.Equal, planId);
        query.Criteria.AddCondition(BonusStatementRow.Column.KeyAccountManagerId, ConditionOperator.Equal, managerId);
        query.AddOrder(BonusStatementRow.Column.Sequence, OrderType.Descending);
        return First<BonusStatementRow>(query);
    }

    /// <summary>The accounts that belong to a manager, merged ones apart.</summary>
    public IReadOnlyList<Guid> AccountsOf(Guid managerId)
    {
        var query = new QueryExpression(AccountRow.Table) { ColumnSet = new ColumnSet(false), PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } };
        query.Criteria.AddCondition(AccountRow.Column.OwnerId, ConditionOperator.Equal, managerId);
        query.Criteria.AddCondition(AccountRow.Column.Merged, ConditionOperator.NotEqual, true);
        query.AddOrder(AccountRow.Column.AccountId, OrderType.Ascending);
        var accounts = new List<Guid>();
        while (true)
        {
            var answer = dataverse.RetrieveMultiple(query);
            accounts.AddRange(answer.Entities.Select(e => e.Id));
            if (!answer.MoreRecords) return accounts;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = answer.PagingCookie;
        }
    }

    private TRow? First<TRow>(QueryExpression query) where TRow : Entity => dataverse.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<TRow>();
}
