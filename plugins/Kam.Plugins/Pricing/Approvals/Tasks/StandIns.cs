using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals.Tasks;

/// <summary>Who stands in for members of teams on a day, with the language each reads.</summary>
internal static class StandIns
{
    private const string Member = "m", Settings = "s";

    /// <summary>By team; whom several people of a team have named stands in once. One request.</summary>
    public static ILookup<Guid, StandIn> Of(IOrganizationService dataverse, IReadOnlyCollection<Guid> teams, DateTime today)
    {
        if (teams.Count == 0) return Enumerable.Empty<StandIn>().ToLookup(one => one.TeamId);
        var query = new QueryExpression(ApprovalDelegationRow.Table) { ColumnSet = new ColumnSet(ApprovalDelegationRow.Column.ToUserId) };
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.StateCode, ConditionOperator.Equal, (int)ApprovalDelegationState.Active);
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.ValidFrom, ConditionOperator.LessEqual, today);
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.ValidUntil, ConditionOperator.GreaterEqual, today);
        query.Criteria.AddCondition(ApprovalDelegationRow.Column.ToUserId, ConditionOperator.NotNull);
        var member = query.AddLink(TeamMembershipRow.Table, ApprovalDelegationRow.Column.FromUserId, TeamMembershipRow.Column.SystemUserId);
        member.EntityAlias = Member;
        member.Columns = new ColumnSet(TeamMembershipRow.Column.TeamId);
        member.LinkCriteria.AddCondition(TeamMembershipRow.Column.TeamId, ConditionOperator.In, teams.Cast<object>().ToArray());
        Language(query, ApprovalDelegationRow.Column.ToUserId);
        return dataverse.RetrieveMultiple(query).Entities
            .Select(row => new StandIn(row.Reference($"{Member}.{TeamMembershipRow.Column.TeamId}")!.Value, row.ToEntity<ApprovalDelegationRow>().ToUserId!.Id, Language(row)))
            .Distinct()
            .ToLookup(one => one.TeamId);
    }

    /// <summary>The members of a team themselves. One request.</summary>
    public static IReadOnlyList<StandIn> Members(IOrganizationService dataverse, Guid team)
    {
        var query = new QueryExpression(TeamMembershipRow.Table) { ColumnSet = new ColumnSet(TeamMembershipRow.Column.SystemUserId) };
        query.Criteria.AddCondition(TeamMembershipRow.Column.TeamId, ConditionOperator.Equal, team);
        Language(query, TeamMembershipRow.Column.SystemUserId);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => new StandIn(team, row.ToEntity<TeamMembershipRow>().SystemUserId!.Value, Language(row))).ToList();
    }

    private static void Language(QueryExpression query, string user)
    {
        var settings = query.AddLink(UserSettingsRow.Table, user, UserSettingsRow.Column.SystemUserId, JoinOperator.LeftOuter);
        settings.EntityAlias = Settings;
        settings.Columns = new ColumnSet(UserSettingsRow.Column.UILanguageId);
    }

    private static int Language(Entity row) => row.Count($"{Settings}.{UserSettingsRow.Column.UILanguageId}");
}

/// <summary>Somebody who signs with a team today, for one of its members or as one.</summary>
/// <param name="TeamId">The team.</param>
/// <param name="UserId">Who.</param>
/// <param name="Language">In which he reads.</param>
internal sealed record StandIn(Guid TeamId, Guid UserId, int Language);
