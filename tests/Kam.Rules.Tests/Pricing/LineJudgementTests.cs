using System;
using System.Collections.Generic;
using CsCheck;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class LineJudgementTests
{
    private static readonly Currency Franc = new("CHF", 2);
    private static readonly PriceCorridor Sensors = new(target: 100m, minimum: 90m, floor: 80m);
    private static readonly ApprovalLevel TeamLead = new(Guid.NewGuid(), "Team lead", 1, MaximumDeviationPercent: 5m, MaximumAmount: 1_000m);
    private static readonly ApprovalLevel Management = new(Guid.NewGuid(), "Management", 2, MaximumDeviationPercent: 20m, MaximumAmount: 10_000m);

    public static TheoryData<decimal, PriceStatus, Verdict, int> Bounds => new()
    {
        { 100.00m, PriceStatus.InCorridor, Verdict.InCorridor, 0 },
        { 99.99m, PriceStatus.BelowTarget, Verdict.BelowTarget, 0 },
        { 90.00m, PriceStatus.BelowTarget, Verdict.BelowTarget, 0 },
        { 89.99m, PriceStatus.NeedsApproval, Verdict.NeedsApproval, 1 },
        { 85.50m, PriceStatus.NeedsApproval, Verdict.NeedsApproval, 1 }, // 5 % below 90
        { 85.49m, PriceStatus.NeedsApproval, Verdict.NeedsApproval, 2 },
        { 79.99m, PriceStatus.NeedsApproval, Verdict.Blocked, 2 }, // below the floor: shown like any price below the minimum
        { 72.00m, PriceStatus.NeedsApproval, Verdict.Blocked, 2 }, // 20 % below 90
        { 71.99m, PriceStatus.NeedsApproval, Verdict.Blocked, 0 }, // no level goes that far
    };

    [Theory, MemberData(nameof(Bounds))]
    public void APrice_StandsWhereTheCorridorSees_AndAsksForTheLowestLevelThatCoversIt(decimal price, PriceStatus status, Verdict verdict, int level)
    {
        var judged = Judge(price, Sensors);

        Assert.Equal(status, judged.Status(isSigned: false));
        Assert.Equal(verdict, judged.Verdict);
        Assert.Equal(level, judged.RequiredLevel?.Rank ?? 0);
    }

    [Fact]
    public void TheAmountCountsBesideTheDeviation_InBaseCurrency()
    {
        // 89 is 1 below 90: 1,000 units lack 1,000 francs, in a currency of which two make a franc only 500.
        Assert.Equal(1, Judge(89m, Sensors, quantity: 1_000m).RequiredLevel!.Rank);
        Assert.Equal(2, Judge(89m, Sensors, quantity: 1_001m).RequiredLevel!.Rank);
        Assert.Equal(1, Judge(89m, Sensors, quantity: 2_000m, rate: 2m).RequiredLevel!.Rank);
    }

    [Fact]
    public void WithoutCorridor_AProductOfASteeredCustomerIsLookedAt_AndOneOfAnyOtherCustomerIsNot()
    {
        var writtenIn = Judge(1m, null, segment: "A", why: PricingReasons.NoFamily);
        Assert.Equal(PriceStatus.NotJudged, writtenIn.Status(isSigned: false));
        Assert.Equal(TeamLead, writtenIn.RequiredLevel);
        Assert.Equal(PriceStatus.Approved, writtenIn.Status(isSigned: true));

        var free = Judge(1m, null, segment: "", why: PricingReasons.NoSegment);
        Assert.Equal(PriceStatus.NotJudged, free.Status(isSigned: true));
        Assert.Null(free.RequiredLevel);
        Assert.Null(free.Verdict);
    }

    [Fact]
    public void BelowCostNobodyMaySign_EvenWithoutCorridor()
    {
        var judged = Judge(49.99m, null, cost: 50m, segment: "A", why: PricingReasons.NoCorridor);

        Assert.Equal(Verdict.Blocked, judged.Verdict);
        Assert.Equal(PriceStatus.NotJudged, judged.Status(isSigned: false));
    }

    [Theory]
    [InlineData(10.0, false)]
    [InlineData(10.01, true)]
    public void MoreDiscountThanTheSegmentsFrame_NeedsASignature_WhateverTheCorridorSays(double discount, bool isBeyond)
    {
        var judged = Judge(200m, Sensors, discount: (decimal)discount * 2m, frame: 10m);

        Assert.Equal(isBeyond, judged.IsBeyondFrame);
        Assert.Equal(isBeyond ? PriceStatus.NeedsApproval : PriceStatus.InCorridor, judged.Status(isSigned: false));
        Assert.Equal(isBeyond ? Verdict.NeedsApproval : Verdict.InCorridor, judged.Verdict);
        Assert.Equal(isBeyond ? 1 : 0, judged.RequiredLevel?.Rank ?? 0);
    }

    [Fact]
    public void ALineWithoutUnits_SellsNothing()
    {
        var judged = Judge(10m, Sensors, quantity: 0m);

        Assert.Equal(PricingReasons.NoQuantity, judged.WhyNotJudged);
        Assert.Null(judged.PocketPrice);
        Assert.False(judged.IsToBeSigned);
    }

    [Fact]
    public void TwoFloorsAndTwoCosts_AnswerEveryPriceAlike() =>
        Gen.Select(Gen.Decimal[0m, 120m], Gen.Decimal[0m, 90m], Gen.Decimal[0m, 90m], Gen.Decimal[0m, 200m], Gen.Decimal[0m, 200m], Gen.Int[1, 500]).Sample(
            (price, floor, otherFloor, cost, otherCost, quantity) =>
            {
                var one = Judge(price, new PriceCorridor(100m, 90m, floor), quantity, cost);
                var other = Judge(price, new PriceCorridor(100m, 90m, otherFloor), quantity, otherCost);
                Assert.Equal(one.Status(isSigned: false), other.Status(isSigned: false));
                Assert.Equal(one.Reason(isSigned: false), other.Reason(isSigned: false));
                Assert.Equal(one.RequiredLevel, other.RequiredLevel);
                Assert.Equal(one.PocketPrice, other.PocketPrice);
            });

    private static LineJudgement Judge(
        decimal price, PriceCorridor? corridor, decimal quantity = 1m, decimal? cost = null, decimal rate = 1m, string segment = "A", Reason? why = null, decimal discount = 0m, decimal? frame = null)
    {
        var line = new PricedLine(quantity, price, null, discount == 0m ? [] : [new LineDiscount("pricing.discountManual", null, discount)], cost);
        var waterfall = new PriceWaterfall(line, new ConditionStack([], null), new Dictionary<ConditionKind, decimal>(), Franc, Rounding.OnAccount);
        return new LineJudgement(line, waterfall, new SegmentTerms(segment, corridor, why, frame), new ApprovalPath([Management, TeamLead]), Franc, rate);
    }
}
