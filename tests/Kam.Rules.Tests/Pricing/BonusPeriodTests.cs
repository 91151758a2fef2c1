using System;
using CsCheck;
using Kam.Rules.Pricing;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class BonusPeriodTests
{
    private static readonly DateTime From = Day(1, 1), Until = Day(12, 31);

    [Fact]
    public void WhoIsThereAllYear_CountsFromTheFirstDay()
    {
        var period = new BonusPeriod(From, Until, null, null);

        Assert.Equal(365, period.Days);
        Assert.Equal(90, period.UpTo(Day(3, 31)).Days);
        Assert.Equal(90m / 365m, period.Share(Day(3, 31)));
        Assert.Equal(1m, period.Share(Until));
        Assert.Equal(new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), period.Before(Day(3, 31)).First);
        Assert.Equal(new DateTime(2025, 3, 31, 0, 0, 0, DateTimeKind.Utc), period.Before(Day(3, 31)).Last);
    }

    [Fact]
    public void EntryAndLeave_CutTheDays_TheDaysThemselvesCount()
    {
        var period = new BonusPeriod(From, Until, Day(3, 1), Day(3, 10));

        Assert.Equal(10, period.UpTo(Day(3, 10)).Days);
        Assert.Equal(10m / 365m, period.Share(Day(3, 10)));
        Assert.Throws<ArgumentOutOfRangeException>(() => period.UpTo(Day(3, 11)));
        Assert.Throws<ArgumentOutOfRangeException>(() => period.UpTo(Day(2, 28)));
    }

    [Fact]
    public void EntryBeforeAndLeaveAfterThePlan_ChangeNothing()
    {
        var period = new BonusPeriod(From, Until, From.AddDays(-100), Until.AddDays(100));

        Assert.Equal(From, period.First);
        Assert.Equal(Until, period.Last);
        Assert.Empty(period.Violations());
    }

    [Fact]
    public void WhatCannotBe_IsSaid()
    {
        Assert.Equal("KAM-PRC-078", Assert.Single(new BonusPeriod(Until, From, null, null).Violations()).Reason.Code);
        Assert.Equal("KAM-PRC-079", Assert.Single(new BonusPeriod(From, Until, null, From.AddDays(-1)).Violations()).Reason.Code);
        Assert.Equal("KAM-PRC-079", Assert.Single(new BonusPeriod(From, Until, Day(5, 2), Day(5, 1)).Violations()).Reason.Code);
    }

    [Fact]
    public void TheEarlierDays_AreAsMany_AndEndBeforeThePlan() =>
        Gen.Int[0, 364].Sample(after =>
        {
            var period = new BonusPeriod(From, Until, null, null);
            var day = From.AddDays(after);
            Assert.Equal(period.UpTo(day).Days, period.Before(day).Days);
            Assert.True(period.Before(day).Last < From);
        });

    private static DateTime Day(int month, int day) => new(2026, month, day, 0, 0, 0, DateTimeKind.Utc);
}
