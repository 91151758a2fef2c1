using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Pricing;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Who may sign for what today: members of the levels' teams, and those to whom they have delegated. Two requests.</summary>
/// <remarks>A delegation is not passed on: whoever stands in for a stand-in signs for nobody.</remarks>
internal sealed class ApproverReader
{
    private readonly IOrganizationService dataverse;
    private readonly ApprovalLevels levels;

    public ApproverReader(IOrganizationService dataverse, ApprovalLevels levels)
    {
        this.dataverse = dataverse;
        this.levels = levels;
    }

    /// <summary>Every way in which a person may sign, the own first, and who stands in for the one who asked.</summary>
    /// <param name="person">Who decides.</param>
    /// <param name="requester">Who asked.</param>
    /// <param name="today">The day of the decision.</param>
    /// <param name="standIns">To whom the one who asked has delegated.</param>
    public IReadOnlyList<Approver> Of(Guid person, Guid requester, DateTime today, out IReadOnlyCollection<Guid> standIns)
    {
        var delegations = Delegations(person, requester, today);
        standIns = delegations.Where(one => one.FromUserId?.Id == requester).Select(one => one.ToUserId!.Id).ToList();
        var absent = delegations.Where(one => one.ToUserId?.Id == person).Select(one => one.FromUserId!.Id).Distinct().ToList();

        var teams = Teams([person, .. absent]);
        var ways = new List<Approver> { new(person, levels.HighestRank(teams[person].ToList()), ActsForId: null) };
        ways.AddRange(absent.Select(other => new Approver(person, levels.HighestRank(teams[other].ToList()), other)));
        return ways;
    }

    private List<ApprovalDelegationRow> Delegations(Guid person, Guid requester, DateTime today)
    {
        var query = new QueryExpression(ApprovalDelegationRow.Table) { ColumnSet = new ColumnSet(ApprovalDelegationRow.Column.FromUserId, ApprovalDelegationRow.Column.ToUserId) };
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.StateCode, ConditionOperator.Equal, (int)ApprovalDelegationState.Active);
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.ValidFrom, ConditionOperator.LessEqual, today);
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.ValidUntil, ConditionOperator.GreaterEqual, today);
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.FromUserId, ConditionOperator.NotNull);
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.ToUserId, ConditionOperator.NotNull);
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition(ApprovalDelegationRow.Column.ToUserId, ConditionOperator.Equal, person);
        either.AddCondition(ApprovalDelegationRow.Column.FromUserId, ConditionOperator.Equal, requester);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<ApprovalDelegationRow>()).ToList();
    }

    private ILookup<Guid, Guid> Teams(IReadOnlyList<Guid> people)
    {
        var query = new QueryExpression(TeamMembershipRow.Table) { ColumnSet = new ColumnSet(TeamMembershipRow.Column.TeamId, TeamMembershipRow.Column.SystemUserId) };
        query.Criteria.AddCondition(TeamMembershipRow.Column.SystemUserId, ConditionOperator.In, people.Cast<object>().ToArray());
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<TeamMembershipRow>()).ToLookup(row => row.SystemUserId!.Value, row => row.TeamId!.Value);
    }
}
