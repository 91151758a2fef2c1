using System;
using CsCheck;
using Kam.Rules.Vocabulary;
using Xunit;

namespace Kam.Rules.Tests.Vocabulary;

public sealed class CurrencyTests
{
    public static TheoryData<decimal, decimal> SwissCash => new()
    {
        { 1.024m, 1.00m }, { 1.025m, 1.05m }, { 1.074m, 1.05m }, { 1.075m, 1.10m }, { -1.025m, -1.05m }, { 19.99m, 20.00m }, { 0m, 0m },
    };

    [Theory, MemberData(nameof(SwissCash))]
    public void SwissCash_EndsInFiveCentimes(decimal amount, decimal rounded) => Assert.Equal(rounded, new Currency("CHF", 2).RoundCash(amount));

    [Fact]
    public void OtherAmounts_FollowTheCurrencysOwnPrecision()
    {
        Assert.Equal(1.02m, new Currency("CHF", 2).Round(1.024m));
        Assert.Equal(1.03m, new Currency("EUR", 2).RoundCash(1.025m));
        Assert.Equal(1m, new Currency("JPY", 0).RoundCash(1.49m));
        Assert.Equal(2m, new Currency("JPY", 0).Round(1.5m));
        Assert.Equal(-3m, new Currency("JPY", 0).Round(-2.5m));
    }

    [Fact]
    public void Cash_MovesByHalfACoinAtMost() => Gen.Int[-10_000_000, 10_000_000].Sample(mills =>
    {
        var amount = mills / 1_000m;
        var cash = new Currency("CHF", 2).RoundCash(amount);

        Assert.InRange(cash - amount, -0.025m, 0.025m);
        Assert.Equal(0m, cash % 0.05m);
    });

    [Fact]
    public void AnImpossibleCurrency_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Currency("CH", 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Currency("CHF", 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Currency("CHF", -1));
    }

    [Theory]
    [InlineData(25, 200, 12.5)]
    [InlineData(-25, 200, -12.5)]
    public void APart_IsAPercentageOfItsWhole(int part, int whole, double percent) => Assert.Equal((decimal)percent, Percentage.Of(part, whole));

    [Fact]
    public void WithoutAWholeOrABase_ThereIsNoPercentage()
    {
        Assert.Null(Percentage.Of(5m, 0m));
        Assert.Null(Percentage.Change(0m, 5m));
        Assert.Null(Percentage.Change(-1m, 5m));
        Assert.Equal(150m, Percentage.Change(2m, 5m));
    }

    [Fact]
    public void RoundingToFixedDecimals_KeepsTrailingZeros()
    {
        Assert.Equal("2.50", Decimals.Two(2.5m).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0.13m, Decimals.Two(0.125m));
        Assert.Equal(-0.13m, Decimals.Two(-0.125m));
        Assert.Equal(0.1235m, Decimals.Four(0.12345m));
    }
}
