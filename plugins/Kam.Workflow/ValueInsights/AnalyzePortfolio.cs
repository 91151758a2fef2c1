using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.ValueInsights;

/// <summary>Workflow step: how concentrated the portfolio is, and who may leave; calls kam_AnalyzePortfolio.</summary>
/// <model stage="1 Value Insights">Portfolio view: concentration …, Pareto curve, HHI, value x potential matrix, churn-risk list</model>
public sealed class AnalyzePortfolio : CustomApiActivity
{
    /// <summary>Day of the snapshots to look at, UTC; left out: today.</summary>
    [Input("As of")]
    public InArgument<DateTime> AsOf { get; set; } = null!;

    /// <summary>Share of the key accounts in revenue.</summary>
    [Output("Key account share percent")]
    public OutArgument<decimal> KeyAccountSharePercent { get; set; } = null!;

    /// <summary>Herfindahl-Hirschman index of revenue, 0 to 10,000.</summary>
    [Output("Herfindahl index")]
    public OutArgument<decimal> HerfindahlIndex { get; set; } = null!;

    /// <summary>Pareto curve, matrix and churn list, JSON.</summary>
    [Output("Analysis")]
    public OutArgument<string?> Analysis { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_AnalyzePortfolio";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters) => parameters["AsOf"] = Today.Or(context, AsOf.Get(context));

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        KeyAccountSharePercent.Set(context, results.Read<decimal>("KeyAccountSharePercent"));
        HerfindahlIndex.Set(context, results.Read<decimal>("HerfindahlIndex"));
        Analysis.Set(context, results.Read<string>("Analysis"));
    }
}
