using System.Activities;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.ValueInsights;

/// <summary>Workflow step: the two-sided sheet of a value proposition and the figures it adds up to; calls kam_ValueToCustomer.</summary>
/// <remarks>All amounts are in the proposition's currency.</remarks>
/// <model stage="1 Value Insights">one two-sided sheet: what they are worth to us, what we are worth to them, the share of it we charge</model>
public sealed class ValueToCustomer : CustomApiActivity
{
    /// <summary>The proposition; required.</summary>
    [RequiredArgument]
    [Input("Value proposition")]
    [ReferenceTarget(ValuePropositionRow.Table)]
    public InArgument<EntityReference> ValueProposition { get; set; } = null!;

    /// <summary>What our offer is worth to the customer.</summary>
    [Output("Economic value")]
    public OutArgument<Money?> EconomicValue { get; set; } = null!;

    /// <summary>What it is worth beyond the next best alternative.</summary>
    [Output("Differentiation value")]
    public OutArgument<Money?> DifferentiationValue { get; set; } = null!;

    /// <summary>What the customer keeps of it; empty without a price.</summary>
    [Output("Customer surplus")]
    public OutArgument<Money?> CustomerSurplus { get; set; } = null!;

    /// <summary>The share of the extra value that we charge; 0 as well when it cannot be stated, see <see cref="IsCapturedKnown"/>.</summary>
    [Output("Captured percent")]
    public OutArgument<decimal> CapturedPercent { get; set; } = null!;

    /// <summary>Whether the captured share can be stated: the offer has a price and beats the alternative.</summary>
    [Output("Captured share is known")]
    public OutArgument<bool> IsCapturedKnown { get; set; } = null!;

    /// <summary>The two-sided sheet, JSON.</summary>
    [Output("Sheet")]
    public OutArgument<string?> Sheet { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_ValueToCustomer";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters) => parameters["ValuePropositionId"] = ValueProposition.Get(context).Id;

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        var captured = results.Read<decimal?>("CapturedPercent");
        EconomicValue.Set(context, results.Read<Money>("EconomicValue"));
        DifferentiationValue.Set(context, results.Read<Money>("DifferentiationValue"));
        CustomerSurplus.Set(context, results.Read<Money>("CustomerSurplus"));
        CapturedPercent.Set(context, captured ?? 0m);
        IsCapturedKnown.Set(context, captured is not null);
        Sheet.Set(context, results.Read<string>("Sheet"));
    }
}
