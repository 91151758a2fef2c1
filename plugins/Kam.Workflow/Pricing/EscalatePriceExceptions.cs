using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.Pricing;

/// <summary>Workflow step: hands what was not decided in time to the next level, and ends what is no longer valid; calls kam_EscalatePriceExceptions.</summary>
/// <model stage="5 Pricing">approval needed (which level, why)</model>
public sealed class EscalatePriceExceptions : CustomApiActivity
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

    /// <summary>Exceptions this call ended.</summary>
    [Output("Expired")]
    public OutArgument<int> ExpiredCount { get; set; } = null!;

    /// <summary>Requests this call handed to the next level.</summary>
    [Output("Escalated")]
    public OutArgument<int> EscalatedCount { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_EscalatePriceExceptions";

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
        EscalatedCount.Set(context, results.Read<int>("EscalatedCount"));
    }
}
