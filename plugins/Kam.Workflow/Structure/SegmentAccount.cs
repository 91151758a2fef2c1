using System;
using System.Activities;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.Structure;

/// <summary>Workflow step: puts an account into the segment of its figures, or of the override that holds; calls kam_SegmentAccount.</summary>
/// <model stage="2 Structure">Segmentation from value score, potential and willingness to partner with hysteresis</model>
public sealed class SegmentAccount : CustomApiActivity
{
    /// <summary>The account; required.</summary>
    [RequiredArgument]
    [Input("Account")]
    [ReferenceTarget(AccountRow.Table)]
    public InArgument<EntityReference> Account { get; set; } = null!;

    /// <summary>Day to decide for, UTC; left out: today.</summary>
    [Input("As of")]
    public InArgument<DateTime> AsOf { get; set; } = null!;

    /// <summary>Where it belongs; empty when nothing is known about it.</summary>
    [Output("Segment")]
    [ReferenceTarget(SegmentRow.Table)]
    public OutArgument<EntityReference?> Segment { get; set; } = null!;

    /// <summary>0 to 100; 0 as well when nothing is known about it.</summary>
    [Output("Segment index")]
    public OutArgument<decimal> SegmentIndex { get; set; } = null!;

    /// <summary>Whether it came into another segment.</summary>
    [Output("Is changed")]
    public OutArgument<bool> IsChanged { get; set; } = null!;

    /// <summary>Why, in the language of the workflow's user.</summary>
    [Output("Explanation")]
    public OutArgument<string?> Explanation { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_SegmentAccount";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters)
    {
        parameters["AccountId"] = Account.Get(context).Id;
        parameters.AddWhenGiven("AsOf", AsOf.Get(context));
    }

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        var segment = results.Read<Guid>("SegmentId");
        Segment.Set(context, segment == Guid.Empty ? null : new EntityReference(SegmentRow.Table, segment));
        SegmentIndex.Set(context, results.Read<decimal>("Index"));
        IsChanged.Set(context, results.Read<bool>("IsChanged"));
        Explanation.Set(context, results.Read<string>("Explanation"));
    }
}
