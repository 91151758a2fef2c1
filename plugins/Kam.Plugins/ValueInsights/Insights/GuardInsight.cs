using System;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Insights;

/// <summary>Lets an insight be "ready for use" only with hypothesis, evidence, an amount at stake and days left, and gives a new one its last valid day.</summary>
/// <remarks>All that is missing is said at once. One request for a new insight without a last valid day, none otherwise.</remarks>
/// <model stage="1 Value Insights">an insight without evidence and amount cannot be marked "ready for use"</model>
[Step(Message.Create, CustomerInsightRow.Table, Stage.PreOperation)]
[Step(Message.Update, CustomerInsightRow.Table, Stage.PreOperation, When =
[
    CustomerInsightRow.Column.StatusCode, CustomerInsightRow.Column.Hypothesis, CustomerInsightRow.Column.Evidence, CustomerInsightRow.Column.AmountAtStake,
    CustomerInsightRow.Column.ConfidencePercent, CustomerInsightRow.Column.ValidUntil,
])]
[Image(ImageMoment.Before, CustomerInsightRow.Column.StatusCode, CustomerInsightRow.Column.Hypothesis, CustomerInsightRow.Column.Evidence, CustomerInsightRow.Column.AmountAtStake,
    CustomerInsightRow.Column.ConfidencePercent, CustomerInsightRow.Column.ValidUntil)]
public sealed class GuardInsight : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var today = AsOfDate.Today(request);
        if (request.Context.MessageName == Message.Create) GiveLastDay(request, today);
        var insight = request.Merged<CustomerInsightRow>();
        if (insight.StatusCode == CustomerInsightStatusReason.ReadyForUse) RefusalException.WhenAny(Rule(insight).WhyNotReady(today));
    }

    /// <summary>The rule's insight of a row.</summary>
    internal static CustomerInsight Rule(CustomerInsightRow row) => new()
    {
        Hypothesis = row.Hypothesis,
        Evidence = row.Evidence,
        AmountAtStake = row.AmountAtStake?.Value,
        ConfidencePercent = row.ConfidencePercent,
        ValidUntil = row.ValidUntil,
    };

    private static void GiveLastDay(Request request, DateTime today)
    {
        var insight = request.Target<CustomerInsightRow>();
        insight.ValidUntil ??= today.AddDays(new Settings(request.DataverseAsSystem).Number(SettingNames.InsightValidityDays, 1, 3650));
    }
}
