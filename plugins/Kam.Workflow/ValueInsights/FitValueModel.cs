using System;
using System.Activities;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.ValueInsights;

/// <summary>Workflow step: collects the next part of the customer base and, when it has all of it, fits the lifetime value models; calls kam_FitValueModel.</summary>
/// <model stage="1 Value Insights">Fitted by maximum likelihood over the whole customer base …; refuses, with a reason, when the base is too small or degenerate</model>
public sealed class FitValueModel : CustomApiActivity
{
    /// <summary>Day to fit for, UTC; left out: today. The same on every call.</summary>
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

    /// <summary>The fit of the day.</summary>
    [Output("Value model fit")]
    [ReferenceTarget(ValueModelFitRow.Table)]
    public OutArgument<EntityReference> ValueModelFit { get; set; } = null!;

    /// <summary>Whether lifetime values may be read from it.</summary>
    [Output("Is usable")]
    public OutArgument<bool> IsUsable { get; set; } = null!;

    /// <summary>Why not, in words; empty when it is usable.</summary>
    [Output("Refusal")]
    public OutArgument<string?> Refusal { get; set; } = null!;

    /// <summary>Customers it was fitted to.</summary>
    [Output("Customers")]
    public OutArgument<int> CustomerCount { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_FitValueModel";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters)
    {
        parameters["AsOf"] = Today.Or(context, AsOf.Get(context));
        parameters.AddWhenGiven("Cursor", Cursor.Get(context) ?? "");
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        NextCursor.Set(context, results.Read<string>("NextCursor"));
        IsComplete.Set(context, results.Read<bool>("IsComplete"));
        ValueModelFit.Set(context, new EntityReference(ValueModelFitRow.Table, results.Read<Guid>("ValueModelFitId")));
        IsUsable.Set(context, results.Read<bool>("IsUsable"));
        Refusal.Set(context, results.Read<string>("Refusal"));
        CustomerCount.Set(context, results.Read<int>("CustomerCount"));
    }
}
