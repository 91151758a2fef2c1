using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Xunit;

namespace Kam.Plugins.Tests.Solutions.Chances;

public sealed class RefreshChancesTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AChance_SaysHowLikelyWhyAndWhatItBrings()
    {
        var market = Market.OfBikes(crm, out var accounts);

        market.Refresh();

        var chance = market.Chance(accounts[0], "Helmets")!;
        Assert.Equal("Account 1 – Helmets", chance.Name);
        // Of ten peers seven buy helmets, and of all ten others seven: (7 + 5 x 0.7) / (10 + 5).
        Assert.Equal(0.7m, chance.Probability);
        Assert.Equal(10m, chance.TypicalMargin!.Value);
        Assert.Equal(7m, chance.ExpectedMargin!.Value);
        Assert.Equal(9, chance.PeerCount);
        Assert.Equal(7, chance.PeerBuyerCount);
        Assert.Equal(market.Family("Bikes"), chance.BoughtFamilyId!.Id);
        Assert.StartsWith("7 of 9 customers that buy Bikes also buy Helmets.\nToo few first purchases", chance.Reason, StringComparison.Ordinal);
        Assert.Equal(Crm.Today, chance.AsOf);
        Assert.Equal("peers 3, strength 5, lambda 10, 182 days, horizon 365, from 10 purchases, confidence 0 %, model 100 %, penetration", chance.ConfigurationVersion);
    }

    [Fact]
    public void OneAccountAlone_GetsWhatItGetsInTheWholeRun_AndTheOthersStayAsTheyAre()
    {
        var market = Market.OfBikes(crm, out var accounts);
        market.Refresh();
        var (whole, other) = (market.Chance(accounts[0], "Helmets")!, market.Chance(accounts[8], "Helmets")!);
        foreach (var chance in crm.All<CrossSellChanceRow>(CrossSellChanceRow.Column.AccountId, accounts[0])) crm.Service.Delete(CrossSellChanceRow.Table, chance.Id);

        var answer = crm.Call("kam_RefreshChances", ("AsOf", Crm.Today), ("AccountId", accounts[0]));

        Assert.Equal([(object)true, 1, 2], new[] { answer["IsComplete"], answer["AccountCount"], answer["ChanceCount"] });
        Assert.Equal((whole.Probability, whole.ReasonData), (market.Chance(accounts[0], "Helmets")!.Probability, market.Chance(accounts[0], "Helmets")!.ReasonData));
        Assert.Equal(other.Id, market.Chance(accounts[8], "Helmets")!.Id);
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_RefreshChances", ("AsOf", Crm.Today), ("AccountId", Guid.NewGuid()))));
    }

    [Fact]
    public void WhatAnAccountBuys_IsNoChance_AndEverythingElseIsUpToTheMost()
    {
        var market = Market.OfBikes(crm, out var accounts);
        market.Refresh();

        Assert.Null(market.Chance(accounts[0], "Bikes"));
        Assert.Equal(["Gloves", "Helmets"], crm.All<CrossSellChanceRow>(CrossSellChanceRow.Column.AccountId, accounts[0]).Select(chance => chance.Name!.Split(" – ")[1]).Order());

        crm.Set("kam_ChancesPerAccount", "1");
        market.Refresh();
        Assert.Equal(CrossSellChanceStatusReason.NoLongerLikely, market.Chance(accounts[0], "Gloves")!.StatusCode);
        Assert.Equal(CrossSellChanceStatusReason.Open, market.Chance(accounts[0], "Helmets")!.StatusCode);
    }

    [Fact]
    public void PeersAreTheAccountsOfTheSegment_AndTheReasonNamesItInTheLanguageAskedFor()
    {
        var market = Market.OfBikes(crm, out var accounts);
        market.SegmentA(accounts.Take(5));
        crm.Set("kam_ExplanationLanguage", "1031");

        market.Refresh();

        var chance = market.Chance(accounts[0], "Helmets")!;
        Assert.StartsWith("4 von 4 Vergleichskunden im Segment A, die Bikes kaufen, kaufen auch Helmets.", chance.Reason, StringComparison.Ordinal);
        // Of four peers all buy helmets, of all ten others seven: (4 + 5 x 0.7) / (4 + 5).
        Assert.Equal(0.8333m, chance.Probability);
        Assert.Contains("solutions.peersBuyBoth", chance.ReasonData, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatHasBeenBoughtSince_IsClosedAsBought_AndComesBackWhenItWasAMistake()
    {
        var market = Market.OfBikes(crm, out var accounts);
        market.Refresh();
        var order = crm.Order(accounts[0], Crm.Today, 100m, 90m, market.Product("Helmets"));
        market.Refresh();
        Assert.Equal(CrossSellChanceStatusReason.Bought, market.Chance(accounts[0], "Helmets")!.StatusCode);

        crm.Service.Delete(OrderRow.Table, order);
        market.Refresh();

        Assert.Equal(CrossSellChanceStatusReason.Open, market.Chance(accounts[0], "Helmets")!.StatusCode);
    }

    [Fact]
    public void ACancelledOrderOrAReturn_IsNoPurchase()
    {
        var market = Market.OfBikes(crm, out var accounts);
        var order = crm.OpenOrder(accounts[0]);
        crm.Line(order, 100m, 90m, market.Product("Helmets"));
        crm.Service.Update(new OrderRow { Id = order, DateFulfilled = Crm.Today });
        crm.Cancel(order);
        crm.Order(accounts[0], Crm.Today, -50m, 40m, market.Product("Gloves"));

        market.Refresh();

        Assert.NotNull(market.Chance(accounts[0], "Helmets"));
        Assert.NotNull(market.Chance(accounts[0], "Gloves"));
    }

    [Fact]
    public void AnUnknownCost_LeavesTheMarginOpen()
    {
        var market = new Market(crm, "Bikes", "Helmets");
        var accounts = crm.Accounts(4);
        market.Sell(accounts, "Bikes", Crm.Today);
        market.Sell(accounts.Skip(1), "Helmets", Crm.Today, cost: null);

        market.Refresh();

        Assert.Null(market.Chance(accounts[0], "Helmets")!.ExpectedMargin);
        Assert.Equal(1m, market.Chance(accounts[0], "Helmets")!.Probability);
    }

    [Fact]
    public void ARunInManyCalls_WritesWhatOneCallWrites_AndRepeatedWritesNothing()
    {
        var market = Market.OfBikes(crm, out _);
        Assert.Equal(1, market.Refresh());
        var atOnce = Written();
        foreach (var chance in crm.All<CrossSellChanceRow>()) crm.Service.Delete(CrossSellChanceRow.Table, chance.Id);
        crm.Set("kam_CallSeconds", "0");

        Assert.Equal(11, market.Refresh());

        Assert.Equal(atOnce, Written());
        Assert.DoesNotContain(crm.FromPlugins(() => market.Refresh()), request => request.MessageName is "Create" or "Update");
    }

    [Fact]
    public void ACursorOfAnotherDayOrNone_IsRefused()
    {
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_RefreshChances", ("AsOf", Crm.Today), ("Cursor", "2026-03-30|" + Guid.NewGuid().ToString("N")))));
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_RefreshChances", ("AsOf", Crm.Today), ("Cursor", "next"))));
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_RefreshChances", ("AsOf", Crm.Today.AddDays(1)))));
    }

    [Fact]
    public void ReadingThePortfolio_TakesTenRequestsForAThousandAccounts_AndOneForEachHundredDone()
    {
        var market = new Market(crm, "Bikes", "Helmets", "Gloves");
        var accounts = crm.Accounts(1_000);
        market.Sell(accounts, "Bikes", Crm.Today.AddDays(-300));
        market.Sell(accounts.Where((_, place) => place % 3 > 0), "Helmets", Crm.Today.AddDays(-250));
        market.Sell(accounts.Where((_, place) => place % 30 == 1), "Gloves", Crm.Today.AddDays(-240));
        market.Sell(accounts.Where((_, place) => place % 3 == 1 && place % 30 != 1), "Gloves", Crm.Today.AddDays(-10));

        var sent = crm.FromPlugins(() => market.Refresh());

        Assert.Equal(10 + 10, sent.Count(request => request.MessageName is "RetrieveMultiple" && request.FromPlugin!.EndsWith(".RefreshChances", StringComparison.Ordinal)));
        Assert.Equal(crm.All<CrossSellChanceRow>().Count, sent.Count(request => request.MessageName == "Create"));
        var chance = market.Chance(accounts[2], "Gloves")!;
        Assert.EndsWith("fitted", chance.ConfigurationVersion, StringComparison.Ordinal);
        // Only who had helmets has ever taken gloves.
        Assert.True(chance.Probability > market.Chance(accounts[0], "Gloves")!.Probability);
    }

    private string[] Written() => [.. crm.All<CrossSellChanceRow>().Select(chance => $"{chance.Name} {chance.Probability} {chance.ExpectedMargin?.Value} {chance.Reason}").Order()];
}
