using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Insights;

/// <summary>Lets an insight be used only while it is ready and valid on the day of the meeting. One request.</summary>
/// <model stage="1 Value Insights">expired ones fall out; used in which meeting</model>
[Step(Message.Create, InsightUseRow.Table, Stage.PreOperation)]
public sealed class GuardInsightUse : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var use = request.Target<InsightUseRow>();
        if (use.CustomerInsightId is not { } reference) return;
        var insight = request.Dataverse.Retrieve(CustomerInsightRow.Table, reference.Id,
            new ColumnSet(CustomerInsightRow.Column.Name, CustomerInsightRow.Column.StatusCode, CustomerInsightRow.Column.ValidUntil)).ToEntity<CustomerInsightRow>();
        var usedOn = use.UsedOn ?? AsOfDate.Today(request);
        if (insight.StatusCode != CustomerInsightStatusReason.ReadyForUse)
            throw new RefusalException(ValueInsightsReasons.InsightNotReady, nameof(InsightUseRow.CustomerInsightId), insight.Name ?? "", Argument.Text(insight.Name ?? ""));
        if (GuardInsight.Rule(insight).IsExpired(Period.DayOf(usedOn)))
            throw new RefusalException(ValueInsightsReasons.InsightExpired, nameof(CustomerInsightRow.ValidUntil), $"{insight.ValidUntil:yyyy-MM-dd}", Argument.Date(insight.ValidUntil!.Value));
    }
}
