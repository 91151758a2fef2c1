using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Solutions.Bundles;
using Kam.Rules.Solutions.CrossSelling;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>Custom API kam_ProposeBundles: which released bundles fill what an account does not buy yet, the best first, each with its reasons.</summary>
/// <remarks>Read with the rights of the caller: margins are there for readers of the secured columns only, and without them the likeliest bundle comes first. Four requests, three without chances.</remarks>
/// <model stage="3 Solutions">whitespace feeds bundles</model>
public sealed class ProposeBundles : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var account = request.Dataverse.Retrieve(AccountRow.Table, request.Required<Guid>("AccountId"), new ColumnSet(AccountRow.Column.Name)).Id;
        var rows = new ChanceStore(request.Dataverse).Chances([account], onlyOpen: true);
        var bundles = new BundleStore(request.Dataverse).Offered(AsOfDate.Today(request));
        var proposals = new BundleProposals(bundles, rows.Select(ChanceStore.Chance).ToArray()).All;
        var text = new ProposalsText(proposals.Count == 0 ? null : request.TextsOfCaller(), rows);

        request.Answer("Bundles", text.Write(proposals));
        request.Answer("BundleCount", proposals.Count);
        if (proposals.Count == 0) return;
        var best = proposals[0];
        request.Answer("SolutionBundleId", best.Bundle.BundleId);
        request.Answer("Probability", best.Probability);
        request.Answer("Reason", text.Reasons(best));
        if (best.ExpectedMargin is { } margin) request.Answer("ExpectedMargin", new Money(margin));
    }
}
