using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.Structure;

/// <summary>Workflow step: segments the next page of the portfolio; calls kam_SegmentPortfolio. The workflow repeats it with the next cursor until it is complete.</summary>
/// <model stage="2 Structure">every change is a history row</model>
public sealed class SegmentPortfolio : CustomApiActivity
{
    /// <summary>Day to decide for, UTC; left out: today. The same on every page.</summary>
    [Input("As of")]
    public InArgument<DateTime> AsOf { get; set; } = null!;

    /// <summary>What the page before answered; left out on the first.</summary>
    [Input("Cursor")]
    public InArgument<string?> Cursor { get; set; } = null!;

    /// <summary>Most accounts in a call, 1 to 1,000; left out: 500.</summary>
    [Input("Page size")]
    public InArgument<int> PageSize { get; set; } = null!;

    /// <summary>For the next page; empty when everything is done.</summary>
    [Output("Next cursor")]
    public OutArgument<string?> NextCursor { get; set; } = null!;

    /// <summary>Whether everything is done.</summary>
    [Output("Is complete")]
    public OutArgument<bool> IsComplete { get; set; } = null!;

    /// <summary>Accounts that came into another segment on this page.</summary>
    [Output("Changed")]
    public OutArgument<int> ChangedCount { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_SegmentPortfolio";

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
        ChangedCount.Set(context, results.Read<int>("ChangedCount"));
    }
}
