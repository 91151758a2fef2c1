using System;
using Kam.Plugins.Pipeline;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>Custom API kam_DescribeBundle: all that a page needs to let somebody put a bundle together: groups, components with their prices, rules, and what helps to sell it.</summary>
/// <remarks>Reads with the rights of the caller, so the cost of a component is there for readers of cost only. Six requests, whatever the size.</remarks>
/// <model stage="3 Solutions">solution bundle, bundle group (choose min..max), bundle component …, bundle rule (requires, excludes); enablement material per bundle</model>
public sealed class DescribeBundle : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var store = new BundleStore(request.Dataverse);
        var stored = store.One(request.Required<Guid>("SolutionBundleId"));

        request.Answer("Bundle", BundleText.Write(stored, store.CurrencyOf(stored.Row), store.Materials(stored.Row.Id)));
    }
}
