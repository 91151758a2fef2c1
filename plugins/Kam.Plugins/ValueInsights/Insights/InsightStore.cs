using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Insights;

/// <summary>Reads and ends insights.</summary>
internal sealed class InsightStore
{
    private readonly IOrganizationService dataverse;

    public InsightStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>Active insights, drafts included, that are no longer valid on the day; the longest expired first. One request.</summary>
    public IReadOnlyList<Guid> NoLongerValidOn(DateTime day, int most)
    {
        var query = new QueryExpression(CustomerInsightRow.Table) { TopCount = most, ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(CustomerInsightRow.Column.StateCode, ConditionOperator.Equal, (int)CustomerInsightState.Active);
        query.Criteria.AddCondition(CustomerInsightRow.Column.ValidUntil, ConditionOperator.LessThan, day);
        query.AddOrder(CustomerInsightRow.Column.ValidUntil, OrderType.Ascending);
        return dataverse.RetrieveMultiple(query).Entities.Select(insight => insight.Id).ToList();
    }

    /// <summary>Takes an insight out of use because its time is over. One request.</summary>
    public void Expire(Guid insight) =>
        dataverse.Update(new CustomerInsightRow { Id = insight, StateCode = CustomerInsightState.Inactive, StatusCode = CustomerInsightStatusReason.Expired });
}
