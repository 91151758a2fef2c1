using System;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>Gupta and Lehmann's table, from their formula.</summary>
public sealed class MarginMultipleTests
{
    [Theory]
    [InlineData(10, 1.20, 1.75, 2.67, 4.50)]
    [InlineData(12, 1.15, 1.67, 2.50, 4.09)]
    [InlineData(14, 1.11, 1.59, 2.35, 3.75)]
    [InlineData(16, 1.07, 1.52, 2.22, 3.46)]
    public void RetentionOf60To90Percent_GivesThePublishedMultiples(int discountPercent, double at60, double at70, double at80, double at90)
    {
        var multiples = new[] { 0.6m, 0.7m, 0.8m, 0.9m };
        double[] expected = [at60, at70, at80, at90];
        for (var i = 0; i < 4; i++) Assert.Equal((decimal)expected[i], Math.Round(MarginMultiple.Of(multiples[i], discountPercent / 100m), 2));
    }

    [Theory]
    [InlineData(-0.01, 0.1, "retention")]
    [InlineData(1.01, 0.1, "retention")]
    [InlineData(0.5, -0.1, "discountRate")]
    [InlineData(1, 0, "discountRate")]
    public void OutOfRange_NamesWhatIsWrong(double retention, double discountRate, string field) =>
        Assert.Equal(field, Assert.Throws<ArgumentException>(() => MarginMultiple.Of((decimal)retention, (decimal)discountRate)).ParamName);
}
