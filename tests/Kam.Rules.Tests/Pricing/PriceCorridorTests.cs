using System;
using CsCheck;
using Kam.Rules.Pricing;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class PriceCorridorTests
{
    private static readonly PriceCorridor Sensors = new(target: 100m, minimum: 90m, floor: 80m); // in segment A

    public static TheoryData<decimal, Verdict> Bounds => new()
    {
        { 100.00m, Verdict.InCorridor },    { 99.99m, Verdict.BelowTarget },
        { 90.00m, Verdict.BelowTarget },    { 89.99m, Verdict.NeedsApproval },
        { 80.00m, Verdict.NeedsApproval },  { 79.99m, Verdict.Blocked },
    };

    [Theory, MemberData(nameof(Bounds))]
    public void APriceOnABound_CountsAsOnItsBetterSide(decimal pocketPrice, Verdict expected) =>
        Assert.Equal(expected, Sensors.Judge(pocketPrice, unitCost: null));

    [Theory]
    [InlineData(95, 95, Verdict.BelowTarget)]   // at cost nothing is lost
    [InlineData(94.99, 95, Verdict.Blocked)]
    [InlineData(100, 100.01, Verdict.Blocked)]  // cost counts above the target too
    public void BelowCost_NobodyMaySign(double pocketPrice, double unitCost, Verdict expected) =>
        Assert.Equal(expected, Sensors.Judge((decimal)pocketPrice, (decimal)unitCost));

    [Theory]
    [InlineData(100, 90, -1)]
    [InlineData(100, 79, 80)]
    [InlineData(89, 90, 80)]
    public void ACorridorThatIsNotInOrder_IsRefused(int target, int minimum, int floor) =>
        Assert.Throws<ArgumentException>(() => new PriceCorridor(target, minimum, floor));

    [Fact]
    public void AHigherPrice_IsNeverJudgedWorse() =>
        Gen.Select(Gen.Decimal[0m, 200m], Gen.Decimal[0m, 50m], Gen.Decimal[0m, 120m]).Sample((price, more, cost) =>
            Sensors.Judge(price + more, cost) <= Sensors.Judge(price, cost));

    [Fact]
    public void InAnotherCurrency_TheJudgementStays() =>
        Gen.Select(Gen.Int[1, 20_000], Gen.Int[1, 400]).Sample((cents, hundredths) =>
        {
            var rate = hundredths / 100m;
            return Sensors.In(rate).Judge(cents / 100m * rate, 85m * rate) == Sensors.Judge(cents / 100m, 85m);
        });

    [Theory]
    [InlineData(90, 0, 0)]
    [InlineData(89.1, 1, 9)]       // 0.90 below 90 is 1 %; ten pieces lack 9.00
    [InlineData(45, 50, 450)]
    [InlineData(120, 0, 0)]
    public void WhatIsMissing_IsCountedFromTheMinimum(double pocketPrice, double percent, double amountOfTen)
    {
        var finding = new PriceFinding(Sensors, (decimal)pocketPrice, unitCost: null);

        Assert.Equal((decimal)percent, finding.DeviationPercent);
        Assert.Equal((decimal)amountOfTen, finding.AmountBelowMinimum(10m));
        Assert.Equal((decimal)amountOfTen, finding.AmountBelowMinimum(-10m));
    }

    [Fact]
    public void WhoReadsCost_SeesTheBlock_WhoDoesNotSeesThatItNeedsApproval()
    {
        var finding = new PriceFinding(Sensors, 79.99m, unitCost: null);

        Assert.Equal(Verdict.Blocked, finding.Verdict);
        Assert.Equal(Verdict.Blocked, finding.ShownTo(readsCost: true));
        Assert.Equal(Verdict.NeedsApproval, finding.ShownTo(readsCost: false));
    }

    [Fact]
    public void BisectingWithoutCostRights_FindsTheMinimumAndNothingBelowIt()
    {
        // Two corridors that differ in floor and cost only must answer every probe alike.
        Gen.Select(Gen.Int[0, 9_000], Gen.Int[0, 9_000], Gen.Int[0, 15_000], Gen.Int[0, 12_000]).Sample((floorOne, floorTwo, cost, probe) =>
        {
            var one = new PriceFinding(new PriceCorridor(100m, 90m, floorOne / 100m), probe / 100m, cost / 100m);
            var two = new PriceFinding(new PriceCorridor(100m, 90m, floorTwo / 100m), probe / 100m, unitCost: null);
            return one.ShownTo(readsCost: false) == two.ShownTo(readsCost: false)
                && one.DeviationPercent == two.DeviationPercent
                && one.AmountBelowMinimum(3m) == two.AmountBelowMinimum(3m);
        });

        decimal low = 0m, high = 120m;
        while (high - low > 0.001m)
        {
            var middle = (low + high) / 2m;
            if (new PriceFinding(Sensors, middle, 85m).ShownTo(readsCost: false) >= Verdict.NeedsApproval) low = middle;
            else high = middle;
        }

        Assert.Equal(90m, Math.Round(high, 2));
    }
}
