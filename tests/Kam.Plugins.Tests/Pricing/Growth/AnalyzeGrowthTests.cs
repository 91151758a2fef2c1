using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Growth;

/// <summary>kam_AnalyzeGrowth through the packed zip. Today is 31 March 2026: the year up to it is compared with the one before.</summary>
public sealed class AnalyzeGrowthTests(PackedSolution solution) : IDisposable
{
    private static readonly DateTime Before = Crm.Day(2025, 2, 3), Now = Crm.Day(2026, 2, 2);

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void RevenueUpAndMarginDown_IsExplainedByItsCauses()
    {
        var account = SensorsAndCables(crm.Account("Meier AG"));

        var answer = crm.Call("kam_AnalyzeGrowth");

        Assert.Equal(true, answer["IsComplete"]);
        Assert.Equal(1, answer["AnalyzedCount"]);
        var growth = Assert.Single(crm.All<GrowthAnalysisRow>());
        Assert.Equal(account, growth.AccountId!.Id);
        Assert.Equal(Crm.Day(2025, 4, 1), growth.PeriodFrom);
        Assert.Equal(Crm.Today, growth.PeriodUntil);
        Assert.Equal(1_850m, growth.Revenue!.Value);
        Assert.Equal(350m, growth.RevenueChange!.Value);
        Assert.Equal(500m, growth.MarginBefore!.Value);
        Assert.Equal(-25m, growth.MarginChange!.Value);
        Assert.Equal(-150m, growth.PriceEffect!.Value);     // 150 x -1.00
        Assert.Equal(-75m, growth.CostEffect!.Value);       // 150 x -0.50
        Assert.Equal(166.67m, growth.VolumeEffect!.Value);  // 500 x 500/1,500
        Assert.Equal(33.33m, growth.MixEffect!.Value);      // 50 x 4.00 - 166.67
        Assert.True(growth.IsProfitless);
    }

    [Fact]
    public void WhatIsStored_AddsUpToTheChangeOfTheMargin()
    {
        var account = SensorsAndCables(crm.Account("Meier AG"));
        crm.Sell(account, Before, crm.Product("Lost"), 3m, 33.33m, 11.11m);
        crm.Sell(account, Now, crm.Product("New"), 7m, 14.29m, 3.33m);
        crm.Sell(account, Now, null, 1m, 77.77m, 70m);

        crm.Call("kam_AnalyzeGrowth");

        var growth = Assert.Single(crm.All<GrowthAnalysisRow>());
        Assert.Equal(84.49m, growth.NewProducts!.Value);    // 7 x (14.29 - 3.33) + 7.77
        Assert.Equal(-66.66m, growth.LostProducts!.Value);
        Assert.Equal(growth.MarginChange!.Value, growth.PriceEffect!.Value + growth.CostEffect!.Value + growth.VolumeEffect!.Value + growth.MixEffect!.Value
            + growth.NewProducts!.Value + growth.LostProducts!.Value);
    }

    [Fact]
    public void FewLinesWithoutCost_CountInRevenueOnly_ManyLeaveTheMarginUnknown()
    {
        crm.ScoreBy(Models.Simple()); // lines with a cost must carry 95 % of the revenue
        var few = SensorsAndCables(crm.Account("Few"));
        crm.Sell(few, Now, null, 1m, 50m, null);
        var many = SensorsAndCables(crm.Account("Many"), "2");
        crm.Sell(many, Now, null, 1m, 500m, null);

        crm.Call("kam_AnalyzeGrowth");

        var known = Of(few);
        Assert.Equal(400m, known.RevenueChange!.Value);
        Assert.Equal(-25m, known.MarginChange!.Value);
        Assert.Equal(1, known.LinesWithoutCost);
        var unknown = Of(many);
        Assert.Equal(850m, unknown.RevenueChange!.Value);
        Assert.Null(unknown.MarginChange);
        Assert.Null(unknown.IsProfitless);
    }

    [Fact]
    public void TheSameDayAgain_ReplacesWhatItSaid()
    {
        var account = SensorsAndCables(crm.Account("Meier AG"));
        crm.Call("kam_AnalyzeGrowth");
        var first = Assert.Single(crm.All<GrowthAnalysisRow>());

        crm.Sell(account, Now, null, 1m, 100m, 10m);
        crm.Call("kam_AnalyzeGrowth", ("AccountId", account));

        var again = Assert.Single(crm.All<GrowthAnalysisRow>());
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(65m, again.MarginChange!.Value);
        Assert.False(again.IsProfitless);
    }

    [Fact]
    public void AnAnalysisOfNothing_IsTakenAway()
    {
        var account = crm.Account("Meier AG");
        var order = crm.Order(account, Now, 100m, 60m);
        crm.Call("kam_AnalyzeGrowth");
        Assert.Single(crm.All<GrowthAnalysisRow>());

        crm.Service.Delete(OrderRow.Table, order);
        Assert.Equal(0, crm.Call("kam_AnalyzeGrowth")["AnalyzedCount"]);

        Assert.Empty(crm.All<GrowthAnalysisRow>());
    }

    [Fact]
    public void AManager_ReadsTheRevenueOfHisAccounts_AndNothingThatTellsMargin()
    {
        var manager = new Member(crm, "KAM");
        var account = SensorsAndCables(manager.Given(AccountRow.Table, crm.Account("Meier AG")));
        new Member(crm, "KAM Controller").Call("kam_AnalyzeGrowth");
        var id = Of(account).Id;

        var seen = manager.Read(GrowthAnalysisRow.Table, id).ToEntity<GrowthAnalysisRow>();

        Assert.Equal(350m, seen.RevenueChange!.Value);
        Assert.Null(seen.MarginChange);
        Assert.Null(seen.MarginBefore);
        Assert.Null(seen.PriceEffect);
        Assert.Null(seen.MixEffect);
        Assert.Null(seen.IsProfitless);
        Assert.ThrowsAny<Exception>(() => manager.Call("kam_AnalyzeGrowth"));
        manager.Join("KAM Cost and Margin");
        Assert.True(manager.Read(GrowthAnalysisRow.Table, id).ToEntity<GrowthAnalysisRow>().IsProfitless);
    }

    [Fact]
    public void APortfolio_TakesAFewReadingRequestsForEachPage_AndOneWritingOneForEachAccount()
    {
        var accounts = crm.Accounts(260);
        crm.Sell(accounts.Select(account => new Sale(account, Now, 100m, 60m)));
        var calls = new List<int>();

        var cursor = "";
        do
        {
            OrganizationResponse answer = null!;
            var sent = crm.FromPlugins(() => answer = crm.Call("kam_AnalyzeGrowth", ("Cursor", cursor)));
            cursor = (string)answer["NextCursor"];
            Assert.Equal((int)answer["AnalyzedCount"], sent.Count(request => request.MessageName == "Create"));
            calls.Add(sent.Count(request => request.MessageName != "Create"));
        }
        while (cursor.Length > 0);

        Assert.Equal(2, calls.Count);
        Assert.All(calls, reading => Assert.InRange(reading, 1, 11));
        Assert.Equal(260, crm.All<GrowthAnalysisRow>().Count);
    }

    [Fact]
    public void ACursorThatIsNone_IsRefused() => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_AnalyzeGrowth", ("Cursor", "x"))));

    private GrowthAnalysisRow Of(Guid account) => Assert.Single(crm.All<GrowthAnalysisRow>(GrowthAnalysisRow.Column.AccountId, account));

    // Sensors: 100 at 10.00 cost 6.00, then 150 at 9.00 cost 6.50. Cables: 100 at 5.00 cost 4.00 in both years.
    private Guid SensorsAndCables(Guid account, string suffix = "")
    {
        var sensor = crm.Product("Sensor" + suffix);
        var cable = crm.Product("Cable" + suffix);
        crm.Sell(account, Before, sensor, 100m, 10m, 6m);
        crm.Sell(account, Now, sensor, 150m, 9m, 6.50m);
        crm.Sell(account, Before, cable, 100m, 5m, 4m);
        crm.Sell(account, Now, cable, 100m, 5m, 4m);
        return account;
    }
}
