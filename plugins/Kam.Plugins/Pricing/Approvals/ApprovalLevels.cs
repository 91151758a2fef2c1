using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Pricing;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>The approval levels in use. One request.</summary>
internal sealed class ApprovalLevels
{
    private readonly IReadOnlyList<ApprovalLevelRow> rows;
    private readonly ApprovalPath path;

    private ApprovalLevels(IReadOnlyList<ApprovalLevelRow> rows)
    {
        this.rows = rows;
        path = new ApprovalPath(rows.Select(Rule));
    }

    public static ApprovalLevels In(IOrganizationService dataverse)
    {
        var query = new QueryExpression(ApprovalLevelRow.Table)
        {
            ColumnSet = new ColumnSet(ApprovalLevelRow.Column.Name, ApprovalLevelRow.Column.Rank, ApprovalLevelRow.Column.MaximumDeviationPercent, ApprovalLevelRow.Column.MaximumAmountBase,
                ApprovalLevelRow.Column.MaximumAmount, ApprovalLevelRow.Column.TeamId, ApprovalLevelRow.Column.DecisionDays),
        };
        query.Criteria.AddCondition(ApprovalLevelRow.Column.StateCode, ConditionOperator.Equal, (int)ApprovalLevelState.Active);
        return new ApprovalLevels(dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<ApprovalLevelRow>()).ToList());
    }

    /// <summary>Rank of the lowest level that covers so much; <see cref="int.MaxValue"/> when none does.</summary>
    public int RankFor(LineStanding standing) => Required(standing)?.Rank ?? int.MaxValue;

    /// <summary>The lowest level that covers so much; null when none does.</summary>
    public ApprovalLevel? Required(LineStanding standing) => path.Required(standing.DeviationPercent, standing.AmountBelowMinimumBase);

    /// <summary>The next higher level that has a team; null when there is none.</summary>
    public ApprovalLevel? Above(ApprovalLevel level)
    {
        for (var above = path.Above(level); above is not null; above = path.Above(above))
            if (TeamOf(above.Id) is not null) return above;
        return null;
    }

    /// <summary>The level of a row; null when it is no longer in use.</summary>
    public ApprovalLevel? Find(Guid? id) => rows.Where(row => row.Id == id).Select(Rule).FirstOrDefault();

    /// <summary>Who signs for a level; null while nobody does.</summary>
    public Guid? TeamOf(Guid levelId) => Row(levelId).TeamId?.Id;

    /// <summary>Last day on which the level decides; after it the request goes up.</summary>
    public DateTime DecideBy(Guid levelId, DateTime today) => today.AddDays(Row(levelId).DecisionDays ?? 0);

    /// <summary>Rank of the highest level one of these teams signs for; 0 for none.</summary>
    public int HighestRank(IReadOnlyCollection<Guid> teams) => rows.Where(row => row.TeamId is { } team && teams.Contains(team.Id)).Select(row => row.Rank ?? 0).DefaultIfEmpty(0).Max();

    private ApprovalLevelRow Row(Guid id) => rows.First(row => row.Id == id);

    private static ApprovalLevel Rule(ApprovalLevelRow row) =>
        new(row.Id, row.Name ?? "", row.Rank ?? 0, row.MaximumDeviationPercent ?? 0m, (row.MaximumAmountBase ?? row.MaximumAmount)?.Value ?? 0m);
}
