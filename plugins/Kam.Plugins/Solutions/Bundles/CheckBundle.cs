using System;
using System.Collections.Generic;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions;
using Kam.Rules.Vocabulary;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>Custom API kam_CheckBundle: everything that does not hold of a configuration, at once, and what it brings.</summary>
/// <remarks>
/// Reads with the rights of the caller, so whoever may not read a component's cost is told neither cost nor margin. A bundle that is not released can be tried as well, and says so; one that cannot exist
/// is answered with what is wrong with it, without figures. Four requests, five when something is to be said.
/// </remarks>
/// <model stage="3 Solutions">A configuration is validated as a whole: all violations come back at once, each with the rule and the way out. Price, cost and margin of the bundle; differentiation score</model>
public sealed class CheckBundle : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var choices = ChoicesText.Read(request.Required<string>("Choices"));
        var stored = new BundleStore(request.Dataverse).One(request.Required<Guid>("SolutionBundleId"));
        var configuration = stored.Bundle.Violations().Count > 0 ? null : new BundleConfiguration(stored.Bundle, choices);
        IReadOnlyList<Violation> violations =
            [.. stored.Availability.Violations(AsOfDate.Today(request)), .. configuration?.Violations() ?? stored.Bundle.Violations()];

        request.Answer("IsValid", violations.Count == 0);
        request.Answer("Violations", ViolationsText.Write(violations, violations.Count == 0 ? null : request.TextsOfCaller()));
        request.Answer("Price", Amount(configuration?.Price));
        request.Answer("Cost", Amount(configuration?.Cost));
        request.Answer("Margin", Amount(configuration?.Margin));
        request.Answer("Differentiation", configuration?.Differentiation);
    }

    private static Money? Amount(decimal? amount) => amount is { } known ? new Money(known) : null;
}
