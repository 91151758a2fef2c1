using System;
using System.Activities;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.ValueInsights;

/// <summary>Workflow step: values one account, or its whole group, and stores the snapshot; calls kam_ScoreAccount.</summary>
/// <model stage="1 Value Insights">Know what the customer is worth to us</model>
public sealed class ScoreAccount : CustomApiActivity
{
    /// <summary>The account to value; required.</summary>
    [RequiredArgument]
    [Input("Account")]
    [ReferenceTarget(AccountRow.Table)]
    public InArgument<EntityReference> Account { get; set; } = null!;

    /// <summary>Day to value for, UTC; left out: today.</summary>
    [Input("As of")]
    public InArgument<DateTime> AsOf { get; set; } = null!;

    /// <summary>The account alone, which is the default, or its whole group.</summary>
    [Input("Scope")]
    [AttributeTarget(ValueScoreRow.Table, ValueScoreRow.Column.Scope)]
    public InArgument<OptionSetValue> Scope { get; set; } = null!;

    /// <summary>The snapshot.</summary>
    [Output("Value score")]
    [ReferenceTarget(ValueScoreRow.Table)]
    public OutArgument<EntityReference> ValueScore { get; set; } = null!;

    /// <summary>0 to 100; 0 as well when nothing could be measured, see <see cref="IsScored"/>.</summary>
    [Output("Score")]
    public OutArgument<decimal> Score { get; set; } = null!;

    /// <summary>Whether anything could be measured, so that there is a score.</summary>
    [Output("Is scored")]
    public OutArgument<bool> IsScored { get; set; } = null!;

    /// <summary>Band of the score; empty without a score.</summary>
    [Output("Band")]
    [AttributeTarget(ValueScoreRow.Table, ValueScoreRow.Column.Band)]
    public OutArgument<OptionSetValue?> Band { get; set; } = null!;

    /// <summary>Why this score, in the language of the workflow's user.</summary>
    [Output("Explanation")]
    public OutArgument<string?> Explanation { get; set; } = null!;

    /// <summary>Whether the snapshot is new; false when the same figures had been valued before.</summary>
    [Output("Is new")]
    public OutArgument<bool> IsNew { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_ScoreAccount";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters)
    {
        parameters["AccountId"] = Account.Get(context).Id;
        parameters.AddWhenGiven("AsOf", AsOf.Get(context));
        if (Scope.Get(context) is { } scope) parameters["Scope"] = scope;
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        var score = results.Read<decimal?>("Score");
        ValueScore.Set(context, new EntityReference(ValueScoreRow.Table, results.Read<Guid>("ValueScoreId")));
        Score.Set(context, score ?? 0m);
        IsScored.Set(context, score is not null);
        Band.Set(context, results.Read<OptionSetValue>("Band"));
        Explanation.Set(context, results.Read<string>("Explanation"));
        IsNew.Set(context, results.Read<bool>("IsNew"));
    }
}
