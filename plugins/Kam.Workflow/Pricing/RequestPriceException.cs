using System;
using System.Activities;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.Pricing;

/// <summary>Workflow step: asks to sell a quote line below the minimum; calls kam_RequestPriceException.</summary>
/// <model stage="5 Pricing">approval needed (which level, why)</model>
public sealed class RequestPriceException : CustomApiActivity
{
    /// <summary>The line; required.</summary>
    [RequiredArgument]
    [Input("Quote product")]
    [ReferenceTarget(QuoteLineRow.Table)]
    public InArgument<EntityReference> QuoteLine { get; set; } = null!;

    /// <summary>Why the price is needed; required.</summary>
    [RequiredArgument]
    [Input("Reason")]
    public InArgument<string?> Reason { get; set; } = null!;

    /// <summary>Last day on which it may be decided and used; left out: as the environment variable says.</summary>
    [Input("Valid until")]
    public InArgument<DateTime> ValidUntil { get; set; } = null!;

    /// <summary>The request.</summary>
    [Output("Price exception")]
    [ReferenceTarget(PriceExceptionRow.Table)]
    public OutArgument<EntityReference> PriceException { get; set; } = null!;

    /// <summary>Who must sign.</summary>
    [Output("Approval level")]
    [ReferenceTarget(ApprovalLevelRow.Table)]
    public OutArgument<EntityReference> ApprovalLevel { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_RequestPriceException";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters)
    {
        parameters["LineId"] = QuoteLine.Get(context).Id;
        parameters["Reason"] = Reason.Get(context);
        parameters.AddWhenGiven("ValidUntil", ValidUntil.Get(context));
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        PriceException.Set(context, new EntityReference(PriceExceptionRow.Table, results.Read<Guid>("PriceExceptionId")));
        ApprovalLevel.Set(context, new EntityReference(ApprovalLevelRow.Table, results.Read<Guid>("ApprovalLevelId")));
    }
}
