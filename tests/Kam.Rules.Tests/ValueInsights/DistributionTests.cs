using System;
using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class DistributionTests
{
    private static readonly Gen<decimal> Values = Gen.OneOf(Gen.Int[-50, 50].Select(n => (decimal)n), Gen.Int[-1_000_000, 1_000_000].Select(n => n / 100m));

    [Theory]
    [InlineData(1001, 1001)]
    [InlineData(1002, 1001)]
    [InlineData(100_000, 1001)]
    [InlineData(3, 3)]
    [InlineData(0, 0)]
    public void ADistribution_NeverHoldsMoreThan1001Knots(int count, int knots)
    {
        var distribution = Distribution.Of(Enumerable.Range(1, count).Select(n => (decimal)n));

        Assert.Equal(knots, distribution.Knots.Count);
        Assert.Equal(count, distribution.Count);
        if (count > 0) Assert.Equal([1m, count], [distribution.Knots[0], distribution.Knots[^1]]);
    }

    [Theory]
    [InlineData(new[] { 4, 1, 3 }, 3.0)]
    [InlineData(new[] { 4, 1, 3, 2 }, 2.5)]
    [InlineData(new[] { 7 }, 7.0)]
    public void TheMedian_IsTheMiddleValue(int[] values, double median) =>
        Assert.Equal((decimal)median, Distribution.Of(values.Select(value => (decimal)value)).Median);

    [Fact]
    public void WithoutValues_ThereIsNoMedian() => Assert.Null(Distribution.Empty.Median);

    [Fact]
    public void AThousandAccountsAllAlike_RankInTheMiddle() =>
        Assert.Equal(50m, Distribution.Of(Enumerable.Repeat(8m, 50_000)).MidRank(8m));

    [Fact]
    public void UpTo1001Values_RanksAreExact() => Values.Array[1, 60].Sample(values =>
    {
        var distribution = Distribution.Of(values);
        foreach (var value in values)
        {
            var expected = (values.Count(other => other < value) + (values.Count(other => other == value) / 2m)) * 100m / values.Length;
            Assert.Equal(expected, distribution.MidRank(value), 10);
        }
    });

    [Fact]
    public void AboveThat_RanksAreWithinAThousandthAndAHalf() => Gen.Select(Gen.Int[1002, 4000], Gen.Int[2, 100_000], Gen.Int).Sample(
        (count, spread, seed) =>
        {
            var random = new Random(seed);
            var values = Enumerable.Range(0, count).Select(_ => (decimal)random.Next(spread)).ToArray();
            var distribution = Distribution.Of(values);
            foreach (var value in values.Take(20))
            {
                var expected = (values.Count(other => other < value) + (values.Count(other => other == value) / 2m)) * 100m / count;
                Assert.InRange(distribution.MidRank(value), expected - 0.15m, expected + 0.15m);
            }
        },
        iter: 50);

    [Fact]
    public void ARank_NeverFallsWhenTheValueRises() => Gen.Select(Values.Array[0, 1500], Values.Array[2, 40]).Sample(
        (values, asked) =>
        {
            var distribution = Distribution.Of(values);
            var ranks = asked.Order().Select(distribution.MidRank).ToArray();
            Assert.Equal(ranks.Order(), ranks);
            Assert.All(ranks, rank => Assert.InRange(rank, 0m, 100m));
        },
        iter: 200);

    [Fact]
    public void AStoredDistribution_RanksAsTheOneItWas() => Values.Array[0, 1200].Sample(
        values =>
        {
            var original = Distribution.Of(values);
            var stored = Distribution.Stored(original.Knots, original.Count);
            Assert.All(values.Take(10), value => Assert.Equal(original.MidRank(value), stored.MidRank(value)));
            Assert.Equal(original.Median, stored.Median);
        },
        iter: 50);

    [Fact]
    public void KnotsThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Distribution.Stored([2m, 1m], 2));
        Assert.Throws<ArgumentException>(() => Distribution.Stored([1m, 2m], 3));
        Assert.Throws<ArgumentException>(() => Distribution.Stored([1m], 0));
    }
}
