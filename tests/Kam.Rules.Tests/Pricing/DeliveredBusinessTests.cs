using System;
using Kam.Rules.Pricing;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class DeliveredBusinessTests
{
    private static readonly DateTime Today = new(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DeliveredBusiness Much = new(Today.AddDays(-731), 3, 250m, 900m, 600m, 400m, 4.5m);

    [Fact]
    public void EachKind_HasItsMeasure()
    {
        Assert.Equal(2.0014m, Math.Round(Much.Measured(ConditionKind.Loyalty, Today)!.Value, 4));    // 731 days
        Assert.Equal(3m, Much.Measured(ConditionKind.CrossSell, Today));
        Assert.Equal(50m, Much.Measured(ConditionKind.Growth, Today));
        Assert.Equal(250m, Much.Measured(ConditionKind.Volume, Today));
        Assert.Equal(4.5m, Much.Measured(ConditionKind.Payment, Today));
    }

    [Fact]
    public void WhatCannotBeTold_IsUnmeasured()
    {
        var nothing = new DeliveredBusiness(null, 0, 0m, 0m, null, null, null);

        Assert.Null(nothing.Measured(ConditionKind.Loyalty, Today));
        Assert.Null(nothing.Measured(ConditionKind.Growth, Today));
        Assert.Null(nothing.Measured(ConditionKind.Payment, Today));
        Assert.Equal(0m, nothing.Measured(ConditionKind.CrossSell, Today));
        Assert.Null((Much with { MarginBefore = 0m }).Measured(ConditionKind.Growth, Today));
        Assert.Null((Much with { MarginBefore = -1m }).Measured(ConditionKind.Growth, Today));
        Assert.Null((Much with { Margin = null }).Measured(ConditionKind.Growth, Today));
    }

    [Theory]
    [InlineData(900, 10, 100)]
    [InlineData(900, 0, 0)]
    [InlineData(-900, 10, 0)]
    public void WhatADiscountGave_FollowsFromWhatItLeft(int revenue, int percent, int granted) =>
        Assert.Equal(granted, (Much with { Revenue = revenue }).Granted(percent));

    [Fact]
    public void ADiscountOfEverything_LeavesNothingToReckonFrom() => Assert.Throws<ArgumentOutOfRangeException>(() => Much.Granted(100m));
}
