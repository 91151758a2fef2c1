using System;
using CsCheck;
using Kam.Rules.Vocabulary;
using Xunit;

namespace Kam.Rules.Tests.Vocabulary;

public sealed class PeriodTests
{
    private static readonly DateTime AsOf = new(2026, 3, 31, 15, 45, 0, DateTimeKind.Utc);

    [Fact]
    public void RollingTwelveMonths_AreThe365DaysUpToAndIncludingTheAsOfDate()
    {
        var rolling = Period.Rolling(AsOf, 365);

        Assert.Equal(Day(2025, 4, 1), rolling.First);
        Assert.Equal(Day(2026, 3, 31), rolling.Last);
        Assert.Equal(Day(2026, 4, 1), rolling.End);
        Assert.Equal(365, rolling.Days);
        Assert.Equal(DateTimeKind.Utc, rolling.First.Kind);
    }

    [Fact]
    public void TheWindowBefore_EndsTheDayBeforeThisOneBegins()
    {
        var prior = Period.Rolling(AsOf, 365).Before();

        Assert.Equal(Day(2024, 4, 1), prior.First);
        Assert.Equal(Day(2025, 3, 31), prior.Last);
    }

    [Fact]
    public void AnInstant_BelongsToItsUtcDay()
    {
        var rolling = Period.Rolling(AsOf, 365);

        Assert.True(rolling.Contains(Day(2025, 4, 1)));
        Assert.False(rolling.Contains(Day(2025, 4, 1).AddTicks(-1)));
        Assert.True(rolling.Contains(Day(2026, 4, 1).AddTicks(-1)));
        Assert.False(rolling.Contains(Day(2026, 4, 1)));
    }

    [Fact]
    public void ALocalTime_IsRefused()
    {
        var local = DateTime.SpecifyKind(AsOf, DateTimeKind.Local);

        Assert.Throws<ArgumentException>(() => Period.Rolling(local, 365));
        Assert.Throws<ArgumentException>(() => Period.Rolling(AsOf, 365).Contains(local));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void AWindowWithoutDays_IsRefused(int days) => Assert.Throws<ArgumentOutOfRangeException>(() => Period.Rolling(AsOf, days));

    [Fact]
    public void EachDay_LiesInExactlyOneOfTwoNeighbouringWindows() => Gen.Select(Gen.Int[1, 800], Gen.Int[0, 1_599]).Sample((days, back) =>
    {
        var rolling = Period.Rolling(AsOf, days);
        var day = AsOf.AddDays(-(back % (2 * days)));

        Assert.True(rolling.Contains(day) ^ rolling.Before().Contains(day));
    });

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}
