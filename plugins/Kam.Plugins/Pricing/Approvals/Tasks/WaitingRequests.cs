using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals.Tasks;

/// <summary>Questions for requests nobody has decided yet, by whom they concern; ids only, in a fixed order, so that they can be read in pages.</summary>
internal static class WaitingRequests
{
    /// <summary>Of one approval level.</summary>
    public static QueryExpression OfLevel(Guid level)
    {
        var query = Open();
        query.Criteria.AddCondition(PriceExceptionRow.Column.ApprovalLevelId, ConditionOperator.Equal, level);
        return query;
    }

    /// <summary>Of the levels for which this person signs as a member of their teams.</summary>
    public static QueryExpression ForMember(Guid person)
    {
        var query = Open();
        query.AddLink(ApprovalLevelRow.Table, PriceExceptionRow.Column.ApprovalLevelId, ApprovalLevelRow.Column.ApprovalLevelId)
            .AddLink(TeamMembershipRow.Table, ApprovalLevelRow.Column.TeamId, TeamMembershipRow.Column.TeamId).LinkCriteria.AddCondition(TeamMembershipRow.Column.SystemUserId, ConditionOperator.Equal, person);
        return query;
    }

    private static QueryExpression Open()
    {
        var query = new QueryExpression(PriceExceptionRow.Table) { ColumnSet = new ColumnSet(PriceExceptionRow.Column.PriceExceptionId), Distinct = true };
        query.Criteria.AddCondition(PriceExceptionRow.Column.StatusCode, ConditionOperator.Equal, (int)PriceExceptionStatusReason.Requested);
        query.AddOrder(PriceExceptionRow.Column.PriceExceptionId, OrderType.Ascending);
        return query;
    }
}
