using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Kam.Plugins.Tests.Solutions.Bundles;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Solutions.Chances;

/// <summary>The first account buys bikes; its chances are helmets (7 of 9 peers) and gloves (1 of 10 accounts).</summary>
public sealed class ProposeBundlesTests : IDisposable
{
    private readonly Crm crm;
    private readonly Market market;
    private readonly IReadOnlyList<Guid> accounts;

    public ProposeBundlesTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        market = Market.OfBikes(crm, out accounts);
        market.Refresh();
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void BundlesThatFillAChance_AreProposed_TheOneThatBringsMostFirst()
    {
        var gloves = Bundle("Gloves");
        var both = Bundle("Helmets", "Gloves");
        Bundle("Bikes");

        var answer = Propose(crm.Service);

        Assert.Equal(2, answer["BundleCount"]);
        Assert.Equal(both, answer["SolutionBundleId"]);
        var proposals = Proposals(answer);
        Assert.Equal([both, gloves], proposals.Select(proposal => proposal.GetProperty("bundleId").GetGuid()));
        Assert.Equal(["Helmets", "Gloves"], proposals[0].GetProperty("families").EnumerateArray().Select(family => family.GetProperty("name").GetString()));
        // 1 − (1 − 0.7) x (1 − chance of gloves); 7 for helmets and what gloves bring.
        var glovesChance = market.Chance(accounts[0], "Gloves")!;
        Assert.Equal(decimal.Round(1m - (0.3m * (1m - glovesChance.Probability!.Value)), 4), answer["Probability"]);
        Assert.Equal(7m + glovesChance.ExpectedMargin!.Value, ((Money)answer["ExpectedMargin"]).Value);
        Assert.StartsWith("7 of 9 customers that buy Bikes also buy Helmets.", (string)answer["Reason"], StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotReleasedOrOver_IsNotProposed()
    {
        var draft = Draft("Helmets");
        Assert.Equal(0, Propose(crm.Service)["BundleCount"]);
        draft.Release();
        Assert.Equal(1, Propose(crm.Service)["BundleCount"]);
        crm.Service.Update(new SolutionBundleRow { Id = draft.Id, ValidUntil = Crm.Today.AddDays(-1) });
        Assert.Equal(0, Propose(crm.Service)["BundleCount"]);
        Assert.Equal("[]", Propose(crm.Service)["Bundles"]);
    }

    [Fact]
    public void WhoMayNotReadMargins_IsToldTheLikeliest_WithoutAFigureOfMargin()
    {
        var bundle = Bundle("Helmets");
        var manager = new Member(crm, "KAM");
        manager.Given(AccountRow.Table, accounts[0]);
        foreach (var chance in crm.All<CrossSellChanceRow>(CrossSellChanceRow.Column.AccountId, accounts[0])) manager.Given(CrossSellChanceRow.Table, chance.Id);

        var answer = Propose(manager.Service);

        Assert.Equal(bundle, answer["SolutionBundleId"]);
        Assert.False(answer.Results.TryGetValue("ExpectedMargin", out var margin) && margin is not null);
        Assert.DoesNotContain("expectedMargin", (string)answer["Bundles"], StringComparison.Ordinal);
        manager.Join("KAM Cost and Margin");
        Assert.Equal(7m, ((Money)Propose(manager.Service)["ExpectedMargin"]).Value);
        Assert.ThrowsAny<Exception>(() => Propose(manager.Service, accounts[1]));
    }

    [Fact]
    public void ProposingTakesFourRequests()
    {
        Bundle("Helmets");
        Assert.Equal(4, crm.FromPlugins(() => Propose(crm.Service)).Count);
    }

    private OrganizationResponse Propose(IOrganizationService service, Guid? account = null) => service.Execute(new OrganizationRequest("kam_ProposeBundles") { ["AccountId"] = account ?? accounts[0] });

    private static List<JsonElement> Proposals(OrganizationResponse answer) => [.. JsonDocument.Parse((string)answer["Bundles"]).RootElement.EnumerateArray()];

    private Guid Bundle(params string[] families)
    {
        var bundle = Draft(families);
        bundle.Release();
        return bundle.Id;
    }

    private SmartLine Draft(params string[] families)
    {
        var bundle = new SmartLine(crm, isReleased: false);
        foreach (var (component, family) in new[] { bundle.Heat, bundle.Flow }.Zip(families))
            crm.Service.Update(new BundleComponentRow { Id = component, ProductId = new EntityReference(ProductRow.Table, market.Product(family)) });
        return bundle;
    }
}
