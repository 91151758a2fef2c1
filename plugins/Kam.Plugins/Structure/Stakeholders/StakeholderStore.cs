using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Stakeholders;

/// <summary>Reads the people on the stakeholder map of an account.</summary>
internal sealed class StakeholderStore
{
    private readonly IOrganizationService dataverse;

    public StakeholderStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>Everybody active on the map. One request.</summary>
    public IReadOnlyList<StakeholderRow> Of(Guid accountId)
    {
        var query = new QueryExpression(StakeholderRow.Table)
        {
            ColumnSet = new ColumnSet(StakeholderRow.Column.Name, StakeholderRow.Column.AccountId, StakeholderRow.Column.ContactId, StakeholderRow.Column.Role, StakeholderRow.Column.Influence,
                StakeholderRow.Column.Attitude, StakeholderRow.Column.Relationship, StakeholderRow.Column.ReportsToId),
        };
        query.Criteria.AddCondition(StakeholderRow.Column.AccountId, ConditionOperator.Equal, accountId);
        query.Criteria.AddCondition(StakeholderRow.Column.StateCode, ConditionOperator.Equal, (int)StakeholderState.Active);
        query.AddOrder(StakeholderRow.Column.StakeholderId, OrderType.Ascending);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<StakeholderRow>()).ToList();
    }

    /// <summary>The person as the rules take it.</summary>
    public static Stakeholder Person(StakeholderRow row) => new(
        row.Id,
        row.ContactId?.Id ?? Guid.Empty,
        (StakeholderRole)(int)(row.Role ?? StakeholderRoleChoice.User),
        row.Influence ?? 1,
        row.Attitude,
        row.Relationship ?? 0,
        row.ReportsToId?.Id);
}
