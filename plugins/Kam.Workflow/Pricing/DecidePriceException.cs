using System.Activities;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.Pricing;

/// <summary>Workflow step: approves or rejects a price exception in the name of the workflow's user; calls kam_DecidePriceException.</summary>
/// <model stage="5 Pricing">Approvers never approve their own request.</model>
public sealed class DecidePriceException : CustomApiActivity
{
    /// <summary>The request; required.</summary>
    [RequiredArgument]
    [Input("Price exception")]
    [ReferenceTarget(PriceExceptionRow.Table)]
    public InArgument<EntityReference> PriceException { get; set; } = null!;

    /// <summary>True to approve; left out: rejects.</summary>
    [Input("Approves")]
    public InArgument<bool> Approves { get; set; } = null!;

    /// <summary>What the approver says; needed to reject.</summary>
    [Input("Comment")]
    public InArgument<string?> Comment { get; set; } = null!;

    /// <summary>Where the exception stands now.</summary>
    [Output("Status")]
    [AttributeTarget(PriceExceptionRow.Table, PriceExceptionRow.Column.StatusCode)]
    public OutArgument<OptionSetValue?> Status { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_DecidePriceException";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters)
    {
        parameters["PriceExceptionId"] = PriceException.Get(context).Id;
        parameters["Approves"] = Approves.Get(context);
        parameters.AddWhenGiven("Comment", Comment.Get(context) ?? "");
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results) => Status.Set(context, results.Read<OptionSetValue>("Status"));
}
