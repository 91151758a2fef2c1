using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Insights;

/// <summary>Keeps the hit rate of an insight with its interval, after each use is noted, changed or taken back. Two requests for each insight.</summary>
/// <model stage="1 Value Insights">used in which meeting, how the customer reacted, what came of it: hit rate per insight with its interval</model>
[Step(Message.Create, InsightUseRow.Table, Stage.PostOperation)]
[Step(Message.Update, InsightUseRow.Table, Stage.PostOperation, When = [InsightUseRow.Column.Outcome, InsightUseRow.Column.CustomerInsightId])]
[Step(Message.Delete, InsightUseRow.Table, Stage.PostOperation)]
[Image(ImageMoment.Before, InsightUseRow.Column.CustomerInsightId)]
public sealed class CountInsightUse : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // When the insight itself goes, there is nothing left to count for.
        if (request.IsPartOf(Message.Delete, CustomerInsightRow.Table)) return;
        foreach (var insight in Insights(request)) Count(request.DataverseAsSystem, insight);
    }

    private static IEnumerable<EntityReference> Insights(Request request)
    {
        var references = new List<EntityReference?>();
        if (request.Context.MessageName != Message.Create) references.Add(request.Before<InsightUseRow>().CustomerInsightId);
        if (request.Context.MessageName != Message.Delete) references.Add(request.Target<InsightUseRow>().CustomerInsightId);
        return references.Where(r => r is not null).Select(r => r!).GroupBy(r => r.Id).Select(g => g.First());
    }

    private static void Count(IOrganizationService dataverse, EntityReference insight)
    {
        var query = new QueryExpression(InsightUseRow.Table) { ColumnSet = new ColumnSet(InsightUseRow.Column.Outcome) };
        query.Criteria.AddCondition(InsightUseRow.Column.CustomerInsightId, ConditionOperator.Equal, insight.Id);
        var rate = InsightHitRate.Of(dataverse.RetrieveMultiple(query).Entities.Select(e => (InsightOutcome)(int)(e.ToEntity<InsightUseRow>().Outcome ?? OutcomeOfTheInsightChoice.Open)));
        dataverse.Update(new CustomerInsightRow
        {
            Id = insight.Id,
            UseCount = rate.UseCount,
            HitCount = rate.HitCount,
            HitRatePercent = rate.Percent,
            HitRateLowPercent = rate.LowPercent,
            HitRateHighPercent = rate.HighPercent,
        });
    }
}
