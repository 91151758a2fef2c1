using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class EconomicValueTests
{
    // The alternative costs 100,000; we save 60,000 of downtime and cost 10,000 of training: worth 150,000.
    private static readonly ValueDifferentiation[] Differences =
    [
        new("Less downtime", DifferentiationDirection.Positive, 60_000m, "Log of line 3, 2025"),
        new("Training", DifferentiationDirection.Negative, 10_000m, " "),
    ];

    public static TheoryData<decimal, decimal, decimal> Prices => new()
    {
        { 100_000m, 50_000m, 0m },      // at the price of the alternative the customer keeps everything
        { 120_000m, 30_000m, 40m },
        { 150_000m, 0m, 100m },         // at the economic value nothing
        { 150_005m, -5m, 100.01m },     // beyond it the alternative is better
        { 99_995m, 50_005m, -0.01m },   // below the alternative we give away more than we create
        { 0m, 150_000m, -200m },
    };

    [Theory, MemberData(nameof(Prices))]
    public void ThePrice_SharesTheExtraValue(decimal price, decimal surplus, decimal captured)
    {
        var value = new EconomicValue(100_000m, Differences, price);

        Assert.Equal(50_000m, value.Differentiation);
        Assert.Equal(150_000m, value.Total);
        Assert.Equal(surplus, value.CustomerSurplus);
        Assert.Equal(captured, value.CapturedPercent);
        Assert.Null(value.WhyNotCaptured);
        Assert.Empty(value.Violations());
    }

    [Theory]
    [InlineData(10_000, 0)]
    [InlineData(9_999.99, -0.01)]
    public void WithoutExtraValue_ThereIsNoShareOfIt(double positive, double differentiation)
    {
        var value = new EconomicValue(
            100_000m, [new("Faster", DifferentiationDirection.Positive, (decimal)positive, "x"), Differences[1]], 90_000m);

        Assert.Equal((decimal)differentiation, value.Differentiation);
        Assert.Null(value.CapturedPercent);
        Assert.Equal("KAM-VAL-073", value.WhyNotCaptured!.Code);
        Assert.Equal(10_000m + (decimal)differentiation, value.CustomerSurplus);
    }

    [Fact]
    public void WithoutAPrice_SurplusAndShareAreUnknown()
    {
        var value = new EconomicValue(100_000m, Differences, price: null);

        Assert.Null(value.CustomerSurplus);
        Assert.Null(value.CapturedPercent);
        Assert.Equal("KAM-VAL-074", value.WhyNotCaptured!.Code);
    }

    [Fact]
    public void ALineWithoutEvidence_CountsButIsMarkedUnproven()
    {
        var value = new EconomicValue(100_000m, Differences, 120_000m);

        Assert.Equal([true, false], value.Differences.Select(difference => difference.IsProven));
        Assert.Equal(10_000m, value.Unproven);
        Assert.Equal(10_000m, value.Negative);
    }

    [Fact]
    public void AmountsBelowZero_AllComeBackAtOnce()
    {
        var value = new EconomicValue(-1m, Differences, -3m);

        Assert.Equal(["KAM-VAL-071", "KAM-VAL-072"], value.Violations().Select(violation => violation.Reason.Code));
        Assert.Equal(["-1", "-3"], value.Violations().Select(violation => violation.Value));
    }

    [Fact]
    public void SurplusAndPrice_AlwaysMakeTheEconomicValue() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000]).Sample(
        (reference, better, worse, price) =>
        {
            var value = new EconomicValue(
                reference,
                [new("Better", DifferentiationDirection.Positive, better, "x"), new("Worse", DifferentiationDirection.Negative, worse, "x")],
                price);

            Assert.Equal(value.Total, value.CustomerSurplus + price);
            Assert.Equal(better > worse, value.CapturedPercent is not null);
        });

    [Fact]
    public void TheSheet_ShowsBothSidesAndTheShareWeCharge()
    {
        var worth = new CustomerWorth { Score = 67.75m, Band = ScoreBand.High, Revenue = 150_000m, Margin = 40_000m, LifetimeValue = new LifetimeValueBand(210_000m, 160_000m, 270_000m) };

        var sheet = new TwoSidedSheet(worth, "CHF", new EconomicValue(100_000m, Differences, 120_000m), "EUR", readerSeesCost: true);

        Assert.Equal(
            [
                "Customer value: 67.75 of 100, High.",
                "They bought for CHF 150,000.00 in the last 12 months.",
                "It left us a contribution margin of CHF 40,000.00.",
                "Lifetime value: CHF 210,000.00, probably between CHF 160,000.00 and CHF 270,000.00.",
            ],
            Texts.English.Say(sheet.ToUs));
        Assert.Equal(
            [
                "Their next best alternative costs EUR 100,000.00.",
                "What we do better is worth EUR 60,000.00 to them.",
                "What we do worse costs them EUR 10,000.00.",
                "Economic value to the customer: EUR 150,000.00.",
                "Lines worth EUR 10,000.00 have no evidence yet.",
            ],
            Texts.English.Say(sheet.ToThem));
        Assert.Equal(
            ["We charge EUR 120,000.00.", "The customer keeps EUR 30,000.00.", "Of the extra value we create we charge 40.00 %."],
            Texts.English.Say(sheet.Charged));
    }

    [Fact]
    public void WhoMayNotSeeCost_LearnsNoMarginFromTheSheet()
    {
        var worth = new CustomerWorth { Revenue = 150_000m, Margin = 40_000m, LifetimeValue = new LifetimeValueBand(1m, 0m, 2m) };

        var sheet = new TwoSidedSheet(worth, "CHF", new EconomicValue(0m, [], null), "CHF", readerSeesCost: false);

        Assert.Null(sheet.WorthToUs.Margin);
        Assert.Null(sheet.WorthToUs.LifetimeValue);
        Assert.Equal(["They bought for CHF 150,000.00 in the last 12 months."], Texts.English.Say(sheet.ToUs));
    }

    [Theory]
    [InlineData(151_000, "The price is CHF 1,000.00 above the economic value: the alternative is the better deal.")]
    [InlineData(99_000, "The price is CHF 1,000.00 below the alternative: we charge nothing for the extra value.")]
    public void APriceOutsideTheRange_IsSaid(int price, string sentence)
    {
        var sheet = new TwoSidedSheet(new CustomerWorth(), "CHF", new EconomicValue(100_000m, Differences, price), "CHF", readerSeesCost: true);

        Assert.Contains(sentence, Texts.English.Say(sheet.Charged));
        Assert.Equal(["The contribution margin is unknown: costs are missing."], Texts.English.Say(sheet.ToUs));
    }
}
