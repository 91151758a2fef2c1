using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.ValueInsights;

/// <summary>Workflow step: takes the next insights whose last valid day has passed out of use; calls kam_ExpireInsights.</summary>
/// <model stage="1 Value Insights">expired ones fall out</model>
public sealed class ExpireInsights : CustomApiActivity
{
    /// <summary>Day to look from, UTC; left out: today.</summary>
    [Input("As of")]
    public InArgument<DateTime> AsOf { get; set; } = null!;

    /// <summary>What the call before answered; left out on the first.</summary>
    [Input("Cursor")]
    public InArgument<string?> Cursor { get; set; } = null!;

    /// <summary>For the next call; empty when everything is done.</summary>
    [Output("Next cursor")]
    public OutArgument<string?> NextCursor { get; set; } = null!;

    /// <summary>Whether everything is done.</summary>
    [Output("Is complete")]
    public OutArgument<bool> IsComplete { get; set; } = null!;

    /// <summary>Insights this call took out of use.</summary>
    [Output("Expired")]
    public OutArgument<int> ExpiredCount { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_ExpireInsights";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters)
    {
        parameters.AddWhenGiven("AsOf", AsOf.Get(context));
        parameters.AddWhenGiven("Cursor", Cursor.Get(context) ?? "");
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        NextCursor.Set(context, results.Read<string>("NextCursor"));
        IsComplete.Set(context, results.Read<bool>("IsComplete"));
        ExpiredCount.Set(context, results.Read<int>("ExpiredCount"));
    }
}
