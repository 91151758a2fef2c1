using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Policies;

/// <summary>Reads segmentation policies and their segments.</summary>
internal sealed class PolicyStore
{
    private const string Policy = "policy";
    private readonly IOrganizationService dataverse;

    public PolicyStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>The policy in use, its segments with it; null when none is. One request.</summary>
    public PolicyInUse? InUse()
    {
        var query = Segments();
        var policy = query.AddLink(SegmentationPolicyRow.Table, SegmentRow.Column.SegmentationPolicyId, SegmentationPolicyRow.Column.SegmentationPolicyId);
        policy.EntityAlias = Policy;
        policy.Columns = new ColumnSet(true);
        policy.LinkCriteria.AddCondition(SegmentationPolicyRow.Column.StatusCode, ConditionOperator.Equal, (int)SegmentationPolicyStatusReason.InUse);
        var rows = dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<SegmentRow>()).ToList();
        return rows.Count == 0 ? null : new PolicyInUse(Linked(rows[0]), rows);
    }

    /// <summary>The policy in use.</summary>
    /// <exception cref="RefusalException">KAM-STR-010: none is.</exception>
    public PolicyInUse Needed() => InUse() ?? throw new RefusalException(StructureReasons.NoPolicyInUse, "", "");

    /// <summary>Segments of a policy of any status. One request.</summary>
    public IReadOnlyList<SegmentRow> SegmentsOf(Guid policyId)
    {
        var query = Segments();
        query.Criteria.AddCondition(SegmentRow.Column.SegmentationPolicyId, ConditionOperator.Equal, policyId);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<SegmentRow>()).ToList();
    }

    /// <summary>Ids of the policies in use. One request.</summary>
    public IReadOnlyList<Guid> IdsInUse()
    {
        var query = new QueryExpression(SegmentationPolicyRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(SegmentationPolicyRow.Column.StatusCode, ConditionOperator.Equal, (int)SegmentationPolicyStatusReason.InUse);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.Id).ToList();
    }

    private static QueryExpression Segments()
    {
        var query = new QueryExpression(SegmentRow.Table)
        {
            ColumnSet = new ColumnSet(SegmentRow.Column.Name, SegmentRow.Column.Rank, SegmentRow.Column.EntryIndex, SegmentRow.Column.MinimumWillingness, SegmentRow.Column.CoverageHours,
                SegmentRow.Column.SegmentationPolicyId),
        };
        query.Criteria.AddCondition(SegmentRow.Column.StateCode, ConditionOperator.Equal, (int)SegmentState.Active);
        return query;
    }

    private static SegmentationPolicyRow Linked(Entity row)
    {
        var policy = new SegmentationPolicyRow();
        foreach (var column in row.Attributes.Where(column => column.Key.StartsWith(Policy + ".", StringComparison.Ordinal)))
            policy.Attributes[column.Key.Substring(Policy.Length + 1)] = ((AliasedValue)column.Value).Value;
        policy.Id = row.ToEntity<SegmentRow>().SegmentationPolicyId!.Id;
        return policy;
    }
}
