using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Kam.Plugins.Tests.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Portfolio;

public sealed class AnalyzePortfolioTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void Concentration_IsWhatAControllerWouldWorkOut()
    {
        Portfolio(500m, 300m, 200m);

        OrganizationResponse answer = null!;
        var sent = crm.FromPlugins(() => answer = crm.Call("kam_AnalyzePortfolio", ("AsOf", Crm.Today)));

        // The first is the key account; 50² + 30² + 20².
        Assert.Equal(50.00m, answer["KeyAccountSharePercent"]);
        Assert.Equal(3_800m, answer["HerfindahlIndex"]);
        Assert.Equal(4, sent.Count);
        using var analysis = JsonDocument.Parse((string)answer["Analysis"]);
        Assert.Equal(3, analysis.RootElement.GetProperty("accounts").GetInt32());
        Assert.Equal(1_000m, analysis.RootElement.GetProperty("revenue").GetDecimal());
        Assert.Equal(2, analysis.RootElement.GetProperty("accountsForFourFifths").GetInt32());
        Assert.Equal(100m, analysis.RootElement.GetProperty("pareto").EnumerateArray().Last().GetProperty("revenueSharePercent").GetDecimal());
    }

    [Fact]
    public void TheMatrix_PlacesEveryAccountOnce()
    {
        Portfolio(500m, 300m, 200m, 100m);

        using var analysis = JsonDocument.Parse((string)crm.Call("kam_AnalyzePortfolio", ("AsOf", Crm.Today))["Analysis"]);

        var matrix = analysis.RootElement.GetProperty("matrix").EnumerateArray().ToList();
        Assert.Equal(4, matrix.Sum(q => q.GetProperty("accounts").GetInt32()));
        Assert.Equal(1_100m, matrix.Sum(q => q.GetProperty("revenue").GetDecimal()));
    }

    [Fact]
    public void WithoutADay_ItIsThatOfTheLatestRun_AndEveryAccountIsAPointOfTheMatrix()
    {
        var day = Crm.Today;
        Portfolio(500m, 300m, 200m);
        crm.Clock.Advance(TimeSpan.FromDays(3));

        OrganizationResponse answer = null!;
        var sent = crm.FromPlugins(() => answer = crm.Call("kam_AnalyzePortfolio"));

        using var analysis = JsonDocument.Parse((string)answer["Analysis"]);
        Assert.Equal($"{day:yyyy-MM-dd}", analysis.RootElement.GetProperty("asOf").GetString());
        var points = analysis.RootElement.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal([500m, 300m, 200m], points.Select(point => point.GetProperty("revenue").GetDecimal()));
        Assert.Equal([100m, 60m, 40m], points.Select(point => point.GetProperty("value").GetDecimal()));
        Assert.True(points[0].GetProperty("isKeyAccount").GetBoolean());
        Assert.Equal(1_000m, points[0].GetProperty("potential").GetDecimal());
        Assert.Equal("Partner", points[0].GetProperty("quadrant").GetString());
        Assert.Equal("Unknown", points[1].GetProperty("quadrant").GetString());
        Assert.Equal("CHF", analysis.RootElement.GetProperty("currency").GetString());
        Assert.Equal(5, sent.Count);
    }

    [Fact]
    public void OfAPortfolio_OnlyItsAccountsAreAnalysedAndTheirSegmentsNamed()
    {
        var accounts = Portfolio(500m, 300m, 200m);
        var portfolio = crm.Portfolio("East", 300m);
        crm.Service.Update(new AccountRow { Id = accounts[1], PortfolioId = portfolio });
        var segment = crm.Segmented(accounts[1]);

        using var analysis = JsonDocument.Parse((string)crm.Call("kam_AnalyzePortfolio", ("PortfolioId", portfolio.Id))["Analysis"]);

        var point = analysis.RootElement.GetProperty("points").EnumerateArray().Single();
        Assert.Equal(accounts[1], point.GetProperty("accountId").GetGuid());
        Assert.Equal(segment, point.GetProperty("segment").GetString());
        Assert.Equal(10_000m, analysis.RootElement.GetProperty("herfindahlIndex").GetDecimal());
    }

    [Fact]
    public void ADayWithoutSnapshots_IsRefused() => Assert.Equal(["KAM-VAL-052"], Crm.CodesOf(() => crm.Call("kam_AnalyzePortfolio", ("AsOf", Crm.Today))));

    [Fact]
    public void ADayInTheFuture_IsRefused() => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_AnalyzePortfolio", ("AsOf", Crm.Today.AddDays(1)))));

    private IReadOnlyList<Guid> Portfolio(params decimal[] revenues)
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 500m));
        var accounts = crm.Accounts(revenues.Length);
        crm.Service.Update(new AccountRow { Id = accounts[0], IsKeyAccount = true, PotentialRevenue = new Money(1_000m) });
        crm.Sell(accounts.Zip(revenues, (account, revenue) => new Sale(account, Crm.Day(2026, 3, 5), revenue)));
        while (!(bool)crm.Call("kam_ScorePortfolio", ("AsOf", Crm.Today))["IsComplete"])
        {
            // Each call does one page's worth.
        }

        return accounts;
    }
}
