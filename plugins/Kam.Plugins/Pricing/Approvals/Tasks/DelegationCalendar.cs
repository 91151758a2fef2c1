using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals.Tasks;

/// <summary>What the calendar does to delegations: one whose last day has passed ends, one that has begun is written once more, so that the tasks follow as they do when somebody changes it.</summary>
internal static class DelegationCalendar
{
    // A daily run that was left out some days finds what began meanwhile.
    private const int DaysLookedBack = 7;

    /// <summary>One request, and one for each delegation that has ended, or begun within a week.</summary>
    public static void Turn(IOrganizationService dataverse, DateTime today)
    {
        var query = new QueryExpression(ApprovalDelegationRow.Table) { ColumnSet = new ColumnSet(ApprovalDelegationRow.Column.ValidFrom, ApprovalDelegationRow.Column.ValidUntil) };
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.StateCode, ConditionOperator.Equal, (int)ApprovalDelegationState.Active);
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.ValidFrom, ConditionOperator.LessEqual, today);
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition(ApprovalDelegationRow.Column.ValidFrom, ConditionOperator.GreaterEqual, today.AddDays(-DaysLookedBack));
        either.AddCondition(ApprovalDelegationRow.Column.ValidUntil, ConditionOperator.LessThan, today);
        foreach (var found in dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<ApprovalDelegationRow>()))
        {
            dataverse.Update(found.ValidUntil < today
                ? new ApprovalDelegationRow { Id = found.Id, StateCode = ApprovalDelegationState.Inactive }
                : new ApprovalDelegationRow { Id = found.Id, ValidFrom = found.ValidFrom });
        }
    }
}
