using System;
using System.Activities;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.ValueInsights;

/// <summary>Workflow step: values the next page of the portfolio; calls kam_ScorePortfolio. The workflow repeats it with the next cursor until it is complete.</summary>
/// <model stage="1 Value Insights">Score 0–100 … within the portfolio</model>
public sealed class ScorePortfolio : CustomApiActivity
{
    /// <summary>Day to value for, UTC; left out: today. The same on every page.</summary>
    [Input("As of")]
    public InArgument<DateTime> AsOf { get; set; } = null!;

    /// <summary>What the page before answered; left out on the first.</summary>
    [Input("Cursor")]
    public InArgument<string?> Cursor { get; set; } = null!;

    /// <summary>Most accounts scored in a call, 1 to 5,000; left out: the environment variable kam_ScorePageSize.</summary>
    [Input("Page size")]
    public InArgument<int> PageSize { get; set; } = null!;

    /// <summary>For the next page; empty when everything is done.</summary>
    [Output("Next cursor")]
    public OutArgument<string?> NextCursor { get; set; } = null!;

    /// <summary>Whether everything is done.</summary>
    [Output("Is complete")]
    public OutArgument<bool> IsComplete { get; set; } = null!;

    /// <summary>Accounts and groups scored on this page.</summary>
    [Output("Scored")]
    public OutArgument<int> ScoredCount { get; set; } = null!;

    /// <summary>Those of this page for which nothing could be measured.</summary>
    [Output("Unscored")]
    public OutArgument<int> UnscoredCount { get; set; } = null!;

    /// <summary>The run of the model and day.</summary>
    [Output("Scoring run")]
    [ReferenceTarget(ScoringRunRow.Table)]
    public OutArgument<EntityReference> ScoringRun { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_ScorePortfolio";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters)
    {
        parameters["AsOf"] = Today.Or(context, AsOf.Get(context));
        parameters.AddWhenGiven("Cursor", Cursor.Get(context) ?? "");
        parameters.AddWhenGiven("PageSize", PageSize.Get(context));
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        NextCursor.Set(context, results.Read<string>("NextCursor"));
        IsComplete.Set(context, results.Read<bool>("IsComplete"));
        ScoredCount.Set(context, results.Read<int>("ScoredCount"));
        UnscoredCount.Set(context, results.Read<int>("UnscoredCount"));
        ScoringRun.Set(context, new EntityReference(ScoringRunRow.Table, results.Read<Guid>("ScoringRunId")));
    }
}
