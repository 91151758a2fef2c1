using System;
using System.Linq;
using System.Text.Json;
using Kam.Plugins.Tests.Solutions.Bundles;
using Kam.Plugins.Tests.Solutions.Chances;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Solutions;

/// <summary>What people do with bundles and chances who have the roles of the solution and no other.</summary>
public sealed class SolutionsRoleTests(PackedSolution solution) : IDisposable
{
    private const int PrivilegeDenied = unchecked((int)0x80040220), AccessDenied = unchecked((int)0x80048306);

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Theory]
    [InlineData("KAM")]
    [InlineData("KAM Lead")]
    public void WhoSells_AddsABundleToTheirOwnQuote_AndNeverSeesCostOrMargin(string role)
    {
        var bundle = new SmartLine(crm);
        var seller = new Member(crm, role);
        var quote = Own(seller);

        var offer = seller.Read(BundleOfferRow.Table, Add(seller, quote, bundle)).ToEntity<BundleOfferRow>();

        Assert.Equal(2_000m, offer.Price!.Value);
        Assert.Null(offer.Cost);
        Assert.Null(offer.Margin);
        Assert.Equal(seller.Id, offer.OwnerId!.Id);
        Assert.DoesNotContain("600", offer.Configuration, StringComparison.Ordinal);
        var check = seller.Call("kam_CheckBundle", ("SolutionBundleId", bundle.Id), ("Choices", bundle.Good));
        Assert.Equal(2_000m, ((Money)check["Price"]).Value);
        Assert.False(check.Results.TryGetValue("Cost", out var cost) && cost is not null);
        Assert.False(check.Results.TryGetValue("Margin", out var margin) && margin is not null);

        seller.Join("KAM Cost and Margin");
        Assert.Equal(1_000m, seller.Read(BundleOfferRow.Table, offer.Id).ToEntity<BundleOfferRow>().Margin!.Value);
        Assert.Equal(1_000m, ((Money)seller.Call("kam_CheckBundle", ("SolutionBundleId", bundle.Id), ("Choices", bundle.Good))["Cost"]).Value);
    }

    [Fact]
    public void AKeyAccountManager_AddsNothingToSomebodyElsesQuote_AndChangesNoBundle()
    {
        var bundle = new SmartLine(crm, isReleased: false);
        var manager = new Member(crm, "KAM");
        var foreign = SmartLine.Quote(crm);

        Assert.Equal(PrivilegeDenied, Crm.Refusal(() => manager.Service.Update(new SolutionBundleRow { Id = bundle.Id, Name = "Mine" })).ErrorCode);
        Assert.Equal(PrivilegeDenied, Crm.Refusal(() => manager.Service.Create(new BundleGroupRow { Name = "Mine", SolutionBundleId = new EntityReference(SolutionBundleRow.Table, bundle.Id) })).ErrorCode);
        bundle.Release();
        Assert.ThrowsAny<Exception>(() => Add(manager, foreign, bundle));
        Assert.Empty(crm.All<BundleOfferRow>());
    }

    [Fact]
    public void TheAdministrator_DefinesAndReleasesBundles_WithCostsOnlyAsAMemberOfTheProfile()
    {
        var administrator = new Member(crm, "KAM Administrator");
        var bundle = administrator.Service.Create(new SolutionBundleRow { Name = "Their line" });
        var component = new BundleComponentRow
        {
            Name = "Controller",
            SolutionBundleId = new EntityReference(SolutionBundleRow.Table, bundle),
            Kind = KindOfComponentChoice.Core,
            MinimumQuantity = 1m,
            MaximumQuantity = 2m,
            UnitPrice = new Money(100m),
            UnitCost = new Money(60m),
            Differentiation = 3,
        };
        Assert.NotNull(Crm.Refusal(() => administrator.Service.Create(component)).Message);

        administrator.Join("KAM Cost and Margin");
        administrator.Service.Create(component);
        administrator.Service.Create(new EnablementMaterialRow { Name = "Pitch", SolutionBundleId = new EntityReference(SolutionBundleRow.Table, bundle), Url = "https://example.com/pitch" });
        administrator.Service.Update(new SolutionBundleRow { Id = bundle, StatusCode = SolutionBundleStatusReason.Released });

        Assert.Equal(100m, crm.Read<SolutionBundleRow>(bundle).CorePrice!.Value);
        Assert.Single(new Member(crm, "KAM").Service.RetrieveMultiple(new QueryExpression(EnablementMaterialRow.Table)).Entities);
    }

    [Fact]
    public void TheServiceAccount_RefreshesChances_AndEachManagerReadsThoseOfTheirOwnAccounts()
    {
        var market = Market.OfBikes(crm, out var accounts);
        var manager = new Member(crm, "KAM");
        manager.Given(AccountRow.Table, accounts[0]);

        Assert.Equal(true, new Member(crm, "KAM Service").Call("kam_RefreshChances", ("AsOf", Crm.Today))["IsComplete"]);

        var own = manager.Service.RetrieveMultiple(new QueryExpression(CrossSellChanceRow.Table) { ColumnSet = new ColumnSet(true) }).Entities.Select(row => row.ToEntity<CrossSellChanceRow>()).ToArray();
        Assert.Equal(2, own.Length);
        Assert.All(own, chance => Assert.Equal(accounts[0], chance.AccountId!.Id));
        Assert.All(own, chance => Assert.Null(chance.ExpectedMargin));
        Assert.Equal(PrivilegeDenied, Crm.Refusal(() => manager.Call("kam_RefreshChances", ("AsOf", Crm.Today))).ErrorCode);
        Assert.NotNull(market.Chance(accounts[1], "Gloves"));
    }

    [Fact]
    public void ANewOwnerOfAnAccount_OwnsItsChancesAfterTheNextRefresh()
    {
        var market = Market.OfBikes(crm, out var accounts);
        market.Refresh();
        var manager = new Member(crm, "KAM");
        manager.Given(AccountRow.Table, accounts[0]);
        Assert.Equal(AccessDenied, Crm.Refusal(() => manager.Read(CrossSellChanceRow.Table, market.Chance(accounts[0], "Helmets")!.Id)).ErrorCode);

        market.Refresh();

        Assert.Equal(manager.Id, market.Chance(accounts[0], "Helmets")!.OwnerId!.Id);
    }

    [Fact]
    public void TheController_ReadsOffersAndChancesWithTheirFiguresButChangesNone()
    {
        var bundle = new SmartLine(crm);
        var seller = new Member(crm, "KAM");
        var offer = Add(seller, Own(seller), bundle);
        var controller = new Member(crm, "KAM Controller");
        controller.Join("KAM Cost and Margin");

        Assert.Equal(1_000m, controller.Read(BundleOfferRow.Table, offer).ToEntity<BundleOfferRow>().Margin!.Value);
        Assert.Equal(PrivilegeDenied, Crm.Refusal(() => controller.Service.Delete(BundleOfferRow.Table, offer)).ErrorCode);
        Assert.Equal("[]", JsonDocument.Parse((string)controller.Call("kam_Whitespace")["Matrix"]).RootElement.GetProperty("cells").GetRawText());
    }

    private Guid Own(Member seller)
    {
        var quote = SmartLine.Quote(crm);
        seller.Given(AccountRow.Table, crm.Read<QuoteRow>(quote).CustomerId!.Id);
        return seller.Given(QuoteRow.Table, quote);
    }

    private static Guid Add(Member member, Guid quote, SmartLine bundle) => (Guid)member.Call(
        "kam_AddBundleToQuote", ("QuoteId", quote), ("SolutionBundleId", bundle.Id), ("Choices", bundle.Good), ("RequestId", "one"))["BundleOfferId"];
}
