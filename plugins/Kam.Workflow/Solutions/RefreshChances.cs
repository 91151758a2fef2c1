using System;
using System.Activities;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.Solutions;

/// <summary>Workflow step: works the cross-sell chances out anew, of one account or of the whole portfolio; calls kam_RefreshChances. For the portfolio the workflow repeats it with the next cursor until it is complete.</summary>
/// <model stage="3 Solutions">Cross-sell chance per account and product family: probability, expected yearly margin and the reason in words</model>
public sealed class RefreshChances : CustomApiActivity
{
    /// <summary>Only this account; left out: all.</summary>
    [Input("Account")]
    [ReferenceTarget(AccountRow.Table)]
    public InArgument<EntityReference?> Account { get; set; } = null!;

    /// <summary>Day to work for, UTC; left out: today. The same on every page.</summary>
    [Input("As of")]
    public InArgument<DateTime> AsOf { get; set; } = null!;

    /// <summary>What the page before answered; left out on the first.</summary>
    [Input("Cursor")]
    public InArgument<string?> Cursor { get; set; } = null!;

    /// <summary>For the next page; empty when everything is done.</summary>
    [Output("Next cursor")]
    public OutArgument<string?> NextCursor { get; set; } = null!;

    /// <summary>Whether everything is done.</summary>
    [Output("Is complete")]
    public OutArgument<bool> IsComplete { get; set; } = null!;

    /// <summary>Chances of the accounts of this call.</summary>
    [Output("Chances")]
    public OutArgument<int> ChanceCount { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_RefreshChances";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters)
    {
        if (Account.Get(context) is { } account) parameters["AccountId"] = account.Id;
        parameters["AsOf"] = Today.Or(context, AsOf.Get(context));
        parameters.AddWhenGiven("Cursor", Cursor.Get(context) ?? "");
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        NextCursor.Set(context, results.Read<string>("NextCursor"));
        IsComplete.Set(context, results.Read<bool>("IsComplete"));
        ChanceCount.Set(context, results.Read<int>("ChanceCount"));
    }
}
