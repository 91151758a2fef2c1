using System;
using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class PortfolioTests
{
    private static readonly PortfolioAccount[] Portfolio =
    [
        Account("Alpha", 500_000m) with { IsKeyAccount = true, Score = 90m, Potential = 800_000m },
        Account("Beta", 300_000m) with { IsKeyAccount = true, Score = 70m, Potential = 200_000m },
        Account("Gamma", 150_000m) with { Score = 70m, Potential = 600_000m },
        Account("Delta", 50_000m) with { Score = 40m, Potential = 60_000m },
        Account("Epsilon", 0m) with { Score = null, Potential = 10_000m },
        Account("Zeta", -20_000m) with { IsKeyAccount = true, Score = 10m },
    ];

    [Fact]
    public void Concentration_IsTakenOfPositiveRevenuesOnly()
    {
        var concentration = new Concentration(Portfolio);

        Assert.Equal(80.00m, concentration.KeyAccountSharePercent);
        Assert.Equal(3_650.00m, concentration.HerfindahlIndex); // 50² + 30² + 15² + 5²
        Assert.Equal(0.1533m, concentration.NormalisedHerfindahl); // (0.365 − 0.25) / 0.75
        Assert.Equal(4, concentration.EarningCount);
        Assert.Equal(1_000_000m, concentration.Revenue);
    }

    [Theory]
    [InlineData(1, 10_000, 1)]
    [InlineData(2, 5_000, 0)]
    [InlineData(4, 2_500, 0)]
    [InlineData(100, 100, 0)]
    public void EqualAccounts_AreAsLittleConcentratedAsTheirNumberAllows(int count, int index, int normalised)
    {
        var concentration = new Concentration(Enumerable.Range(1, count).Select(n => Account("A" + n, 700m)));

        Assert.Equal(index, concentration.HerfindahlIndex);
        Assert.Equal(normalised, concentration.NormalisedHerfindahl);
    }

    [Fact]
    public void WithoutRevenue_NothingIsConcentrated()
    {
        var concentration = new Concentration([Account("Alpha", 0m), Account("Beta", -5m)]);

        Assert.Null(concentration.KeyAccountSharePercent);
        Assert.Null(concentration.HerfindahlIndex);
        Assert.Null(concentration.NormalisedHerfindahl);
        Assert.Empty(new ParetoCurve([Account("Beta", -5m)]).Points);
        Assert.Null(new ParetoCurve([]).AccountsFor(80m));
    }

    [Fact]
    public void TheParetoCurve_AddsAccountsUp()
    {
        var curve = new ParetoCurve(Portfolio.Reverse());

        Assert.Equal([50.00m, 80.00m, 95.00m, 100.00m], curve.Points.Select(point => point.RevenueSharePercent));
        Assert.Equal([25.00m, 50.00m, 75.00m, 100.00m], curve.Points.Select(point => point.AccountSharePercent));
        Assert.Equal(Portfolio[0].AccountId, curve.Points[0].AccountId);
        Assert.Equal(1, curve.AccountsFor(50m));
        Assert.Equal(2, curve.AccountsFor(80m));
        Assert.Equal(3, curve.AccountsFor(80.01m));
    }

    [Fact]
    public void AThinnedCurve_KeepsItsEnds()
    {
        var curve = new ParetoCurve(Enumerable.Range(1, 1_000).Select(n => Account("A" + n, n)));

        var thin = curve.Thinned(11);

        Assert.Equal(11, thin.Count);
        Assert.Equal([1, 100, 200], thin.Take(3).Select(point => point.Rank));
        Assert.Equal(1_000, thin[^1].Rank);
        Assert.Same(curve.Points, curve.Thinned(1_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => curve.Thinned(1));
    }

    [Fact]
    public void Concentration_ObeysItsBounds() => Gen.Int[-1_000, 10_000].Array[1, 40].Where(revenues => revenues.Any(revenue => revenue > 0)).Sample(revenues =>
    {
        var accounts = revenues.Select((revenue, n) => Account("A" + n, revenue) with { IsKeyAccount = n % 2 == 0 }).ToArray();
        var concentration = new Concentration(accounts);
        var curve = new ParetoCurve(accounts).Points;

        Assert.InRange(concentration.HerfindahlIndex!.Value, Math.Floor(10_000m / concentration.EarningCount), 10_000m);
        Assert.InRange(concentration.NormalisedHerfindahl!.Value, 0m, 1m);
        Assert.InRange(concentration.KeyAccountSharePercent!.Value, 0m, 100m);
        Assert.Equal(100m, curve[^1].RevenueSharePercent);
        Assert.All(curve, point => Assert.True(point.RevenueSharePercent >= point.AccountSharePercent - 0.01m)); // concave
    });

    [Fact]
    public void TheMatrix_PlacesAnAccountOnAThresholdOnTheHighSide()
    {
        var matrix = new ValuePotentialMatrix(70m, 600_000m);

        Assert.Equal(
            [
                ValuePotentialQuadrant.Partner, ValuePotentialQuadrant.Keep, ValuePotentialQuadrant.Partner,
                ValuePotentialQuadrant.Serve, ValuePotentialQuadrant.Unknown, ValuePotentialQuadrant.Unknown,
            ],
            Portfolio.Select(matrix.QuadrantOf));
        Assert.Equal(ValuePotentialQuadrant.Develop, matrix.QuadrantOf(Account("Eta", 1m) with { Score = 69.99m, Potential = 600_000m }));
        Assert.Equal(ValuePotentialQuadrant.Keep, matrix.QuadrantOf(Account("Eta", 1m) with { Score = 70m, Potential = 599_999.99m }));
        Assert.Equal(2, matrix.Place(Portfolio)[ValuePotentialQuadrant.Partner].Count());
    }

    [Fact]
    public void TheChurnList_BeginsWithTheMostUrgent()
    {
        PortfolioAccount[] accounts =
        [
            Account("Calm", 900_000m) with { ChurnRisk = ChurnRisk.None, ValueAtStake = 900_000m },
            Account("Watched, rich", 1m) with { ChurnRisk = ChurnRisk.Watch, ValueAtStake = 800_000m },
            Account("Leaving, unknown", 1m) with { ChurnRisk = ChurnRisk.AtRisk },
            Account("Leaving, small", 1m) with { ChurnRisk = ChurnRisk.AtRisk, ValueAtStake = 10_000m, MonthsSinceLastOrder = 9m },
            Account("Leaving, big, longer silent", 1m) with { ChurnRisk = ChurnRisk.AtRisk, ValueAtStake = 50_000m, MonthsSinceLastOrder = 7m },
            Account("Leaving, big", 1m) with { ChurnRisk = ChurnRisk.AtRisk, ValueAtStake = 50_000m, MonthsSinceLastOrder = 4m },
        ];

        Assert.Equal(
            ["Leaving, big, longer silent", "Leaving, big", "Leaving, small", "Leaving, unknown", "Watched, rich"],
            ChurnList.Of(accounts).Select(account => account.Name));
    }

    [Fact]
    public void TheChurnList_LeavesOutWhoHasLeftAlready()
    {
        PortfolioAccount[] accounts =
        [
            Account("Left", 0m) with { ChurnRisk = ChurnRisk.AtRisk, ValueAtStake = 50_000m },
            Account("Only sent goods back", -10m) with { ChurnRisk = ChurnRisk.AtRisk },
            Account("Last bought in spring", 0.05m) with { ChurnRisk = ChurnRisk.AtRisk },
            Account("Buys every other year", 0m) with { ChurnRisk = ChurnRisk.Watch },
        ];

        Assert.Equal(["Last bought in spring", "Buys every other year"], ChurnList.Of(accounts).Select(account => account.Name));
    }

    [Fact]
    public void EqualScores_ShareARank()
    {
        var ranking = PortfolioRanking.Of(Portfolio.Reverse());

        Assert.Equal(["Alpha", "Beta", "Gamma", "Delta", "Zeta", "Epsilon"], ranking.Select(ranked => ranked.Account.Name));
        Assert.Equal([1, 2, 2, 4, 5, null], ranking.Select(ranked => ranked.Rank));
    }

    private static PortfolioAccount Account(string name, decimal revenue) => new() { AccountId = Guid.NewGuid(), Name = name, Revenue = revenue };
}
