using System;
using System.Activities;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Kam.Workflow.Solutions;

/// <summary>Workflow step: the bundle that best fills what an account does not buy yet; calls kam_ProposeBundles.</summary>
/// <model stage="3 Solutions">whitespace feeds bundles</model>
public sealed class ProposeBundle : CustomApiActivity
{
    /// <summary>The account; required.</summary>
    [RequiredArgument]
    [Input("Account")]
    [ReferenceTarget(AccountRow.Table)]
    public InArgument<EntityReference> Account { get; set; } = null!;

    /// <summary>Whether any bundle fills one of its chances.</summary>
    [Output("Is found")]
    public OutArgument<bool> IsFound { get; set; } = null!;

    /// <summary>The best one; empty when there is none.</summary>
    [Output("Solution bundle")]
    [ReferenceTarget(SolutionBundleRow.Table)]
    public OutArgument<EntityReference?> SolutionBundle { get; set; } = null!;

    /// <summary>That the account buys at least one of its families, 0 to 1.</summary>
    [Output("Probability")]
    public OutArgument<decimal> Probability { get; set; } = null!;

    /// <summary>Why, in the language of the workflow's user.</summary>
    [Output("Reason")]
    public OutArgument<string?> Reason { get; set; } = null!;

    /// <inheritdoc/>
    protected override string ApiName => "kam_ProposeBundles";

    /// <inheritdoc/>
    protected override void Ask(CodeActivityContext context, ParameterCollection parameters) => parameters["AccountId"] = Account.Get(context).Id;

    /// <inheritdoc/>
    protected override void Answer(CodeActivityContext context, ParameterCollection results)
    {
        var bundle = results.Read<Guid>("SolutionBundleId");
        IsFound.Set(context, bundle != Guid.Empty);
        SolutionBundle.Set(context, bundle == Guid.Empty ? null : new EntityReference(SolutionBundleRow.Table, bundle));
        Probability.Set(context, results.Read<decimal>("Probability"));
        Reason.Set(context, results.Read<string>("Reason"));
    }
}
