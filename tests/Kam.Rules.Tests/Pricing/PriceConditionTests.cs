using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Kam.Rules.Pricing;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class PriceConditionTests
{
    private static readonly Dictionary<ConditionKind, decimal> Measured = new() { [ConditionKind.Volume] = 250m, [ConditionKind.Loyalty] = 6m };

    private static readonly Gen<PriceCondition> Conditions =
        from kind in Gen.Enum<ConditionKind>()
        from later in Gen.Bool
        from basis in Gen.Enum<ConditionBasis>()
        from method in Gen.Enum<TierMethod>()
        from percents in Gen.Int[0, 60].Array[1, 4]
        from sequence in Gen.Int[0, 3]
        from cap in Gen.Int[0, 40]
        from id in Gen.Guid
        select new PriceCondition(id, "C", kind, later, basis, method, percents.Select((percent, place) => new ConditionTier(place * 100m, percent)).ToArray(), sequence, cap == 40 ? null : cap);

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 2)]
    [InlineData(499, 2)]
    [InlineData(500, 5)]
    [InlineData(9_000, 5)]
    public void ATierForTheWhole_HoldsFromItsFirstUnitOn(int units, int percent) =>
        Assert.Equal(percent, Of(TierMethod.Whole, (100m, 2m), (500m, 5m)).PercentAt(units));

    [Theory]
    [InlineData(100, 0)]
    [InlineData(200, 1)]      // the second hundred at 2 %: 2 of 200
    [InlineData(500, 1.6)]    // 400 at 2 %
    [InlineData(1_000, 3.3)]  // 400 at 2 %, 500 at 5 %: 33 of 1,000
    public void Slices_GiveEachPartItsOwnPercentage(int units, double percent) =>
        Assert.Equal((decimal)percent, Of(TierMethod.Slices, (100m, 2m), (500m, 5m)).PercentAt(units));

    [Fact]
    public void ConditionsOnTheRunningPrice_Compound()
    {
        // 10 % and then 5 % are 14.5 %, not 15 %.
        var applied = Stack(null, Simple(1, 10m, ConditionBasis.RunningPrice), Simple(2, 5m, ConditionBasis.RunningPrice)).Apply(100m, 100m, Measured);

        Assert.Equal([10m, 4.5m], applied.Select(one => one.Amount));
    }

    [Fact]
    public void ConditionsOnTheListPrice_AddUp()
    {
        var applied = Stack(null, Simple(1, 10m, ConditionBasis.ListPrice), Simple(2, 5m, ConditionBasis.ListPrice)).Apply(100m, 80m, Measured);

        Assert.Equal([10m, 5m], applied.Select(one => one.Amount));
    }

    [Fact]
    public void WhatTheInvoiceCarries_ComesBeforeWhatIsPaidLater()
    {
        var later = Simple(1, 10m, ConditionBasis.RunningPrice) with { IsRetroactive = true };
        var applied = Stack(null, later, Simple(9, 50m, ConditionBasis.RunningPrice)).Apply(100m, 100m, Measured);

        Assert.Equal([false, true], applied.Select(one => one.Condition.IsRetroactive));
        Assert.Equal([50m, 5m], applied.Select(one => one.Amount));
    }

    [Fact]
    public void CapsCutTheConditionAndThenTheLaterOnes_AndSayWhy()
    {
        var capped = Simple(1, 10m, ConditionBasis.ListPrice) with { CapPercent = 6m };
        var applied = Stack(12m, capped, Simple(2, 4m, ConditionBasis.ListPrice), Simple(3, 5m, ConditionBasis.ListPrice), Simple(4, 5m, ConditionBasis.ListPrice))
            .Apply(100m, 100m, Measured);

        Assert.Equal([6m, 4m, 2m, 0m], applied.Select(one => one.Amount));
        Assert.Equal(["KAM-PRC-004", null, "KAM-PRC-005", "KAM-PRC-005"], applied.Select(one => one.WhyLess?.Code));
    }

    [Fact]
    public void AnUnknownValue_GivesNothingAndSaysSo()
    {
        var payment = Simple(1, 3m, ConditionBasis.ListPrice) with { Kind = ConditionKind.Payment };
        var applied = Assert.Single(Stack(null, payment).Apply(100m, 100m, Measured));

        Assert.Equal(0m, applied.Amount);
        Assert.Null(applied.Measured);
        Assert.Equal("KAM-PRC-001", applied.WhyLess!.Code);
    }

    [Fact]
    public void NoStack_TakesMoreThanItsCapOrThePriceItself() =>
        Gen.Select(Conditions.Array[0, 6], Gen.Int[0, 50], Gen.Int[0, 10_000], Gen.Int[0, 12_000]).Sample((conditions, cap, list, discounted) =>
        {
            var total = new ConditionStack(conditions, cap).Apply(list, discounted, Measured).Sum(one => one.Amount);
            return total >= 0m && total <= list * cap / 100m && total <= discounted;
        });

    [Fact]
    public void TheOrderOfTheRows_DoesNotMatter() =>
        Gen.Select(Conditions.Array[0, 5], Gen.Int[0, 1_000]).Sample((conditions, list) =>
            new ConditionStack(conditions, 30m).Apply(list, list, Measured)
                .SequenceEqual(new ConditionStack(conditions.Reverse(), 30m).Apply(list, list, Measured)));

    [Fact]
    public void EverythingWrongWithACondition_ComesBackAtOnce()
    {
        var wrong = Of(TierMethod.Slices, (-1m, 101m), (5m, 2m), (5m, 3m)) with { CapPercent = -2m };

        Assert.Equal(["KAM-PRC-010", "KAM-PRC-011", "KAM-PRC-012", "KAM-PRC-014"], wrong.Violations().Select(violation => violation.Reason.Code));
        Assert.Equal(["101", "5", "-1", "-2"], wrong.Violations().Select(violation => violation.Value));
        Assert.Equal(["KAM-PRC-013"], Of(TierMethod.Whole).Violations().Select(violation => violation.Reason.Code));
        Assert.Empty(Simple(1, 100m, ConditionBasis.ListPrice).Violations());
    }

    private static PriceCondition Simple(int sequence, decimal percent, ConditionBasis basis) =>
        new(new Guid(sequence, 0, 0, new byte[8]), $"Condition {sequence}", ConditionKind.Volume, false, basis, TierMethod.Whole, [new ConditionTier(0m, percent)], sequence, null);

    private static PriceCondition Of(TierMethod method, params (decimal From, decimal Percent)[] tiers) =>
        Simple(1, 0m, ConditionBasis.ListPrice) with { Method = method, Tiers = tiers.Select(tier => new ConditionTier(tier.From, tier.Percent)).ToArray() };

    private static ConditionStack Stack(decimal? cap, params PriceCondition[] conditions) => new(conditions, cap);
}
