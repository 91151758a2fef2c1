using System.Activities;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.Pricing;

/// <summary>Workflow step: takes a price exception back in the name of the workflow's user, who must have asked for it; calls kam_WithdrawPriceException.</summary>
/// <model stage="5 Pricing">a valid approval for exactly that price and quantity</model>
public sealed class WithdrawPriceException : CustomApiActivity
{
    /// <summary>The request; required.</summary>
    [RequiredArgument]
    [Input("Price exception")]
    [ReferenceTarget(PriceExceptionRow.Table)]
    public InArgument<EntityReference> PriceException { get; set; } = null!;

    /// <summary>Why; left out: nothing is said about it.</summary>
    [Input("Comment")]
    public InArgument<string?> Comment { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_WithdrawPriceException";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters)
    {
        parameters["PriceExceptionId"] = PriceException.Get(context).Id;
        parameters.AddWhenGiven("Comment", Comment.Get(context) ?? "");
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        // The API answers nothing: that it did not refuse says everything.
    }
}
