using System;
using System.Linq;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>Published quantities of BG/NBD on CDNOW, in weeks.</summary>
public sealed class RepeatPurchaseModelTests
{
    private static readonly RepeatPurchaseModel Fitted = new(RepeatPurchaseFamily.BgNbd, 0.242595, 4.413602, 0.792922, 2.425906);
    private static readonly RepeatPurchaseModel Btyd = new(RepeatPurchaseFamily.BgNbd, 0.2425967, 4.413659, 0.7929869, 2.426164);
    private static readonly RepeatPurchaseModel Rounded = new(RepeatPurchaseFamily.BgNbd, 0.243, 4.414, 0.793, 2.426);
    private static readonly PurchaseHistory Customer1516 = new(26, 30.857143, 31);

    [Theory]
    [InlineData(0.1429, 0.0078)]
    [InlineData(1, 0.0532)]
    [InlineData(3, 0.1506)]
    [InlineData(31.8571, 1.0405)]
    [InlineData(32, 1.0437)]
    [InlineData(78, 1.8580)]
    [InlineData(52, 1.4440)]
    public void ANewCustomer_MakesTheExpectedRepeatPurchases(double weeks, double expected) =>
        Assert.Equal(expected, Fitted.ExpectedPurchases(weeks), 4);

    [Fact]
    public void ACustomerWithTwoRepeatPurchases_IsExpectedToBuyAsInHardiesSpreadsheet() =>
        Assert.Equal(1.2259, Fitted.ExpectedPurchases(new PurchaseHistory(2, 30.43, 38.86), 39), 4);

    [Fact]
    public void Customer1516_IsExpectedToBuyAndBeAliveAsInBtyd()
    {
        Assert.Equal(25.75659, Btyd.ExpectedPurchases(Customer1516, 52), 1e-5);
        Assert.Equal(0.9688523, Btyd.ProbabilityAlive(Customer1516), 1e-7);
    }

    [Fact]
    public void TheFiveCustomersWithMostExpectedPurchases_AreThoseOfTheLifetimesQuickstart()
    {
        var customers = RealData.CdnowSummaries();
        var model = RepeatPurchaseFit.Of(new CustomerBase(customers.Select(customer => customer.History)), RepeatPurchaseFamily.BgNbd).Model!;

        var top = customers.Select((customer, index) => new { Id = index + 1, Expected = model.ExpectedPurchases(customer.History, 1) })
            .OrderByDescending(customer => customer.Expected).Take(5).ToArray();

        Assert.Equal([1516, 157, 1981, 841, 509], top.Select(customer => customer.Id));
        Assert.Equal([0.710623, 0.662396, 0.486526, 0.474738, 0.424877], top.Select(customer => Math.Round(customer.Expected, 6)));
    }

    [Fact]
    public void TheNumberOfPurchasesOfANewCustomer_HasThePublishedProbabilities()
    {
        Assert.Equal(1.0786896e-07, Rounded.ProbabilityOfPurchases(10, 2), 14);
        Assert.Equal(0.5737864, Rounded.ProbabilityOfPurchases(0, 39), 7);
        double[] elevenToTwenty =
        [
            0.0019995214, 0.0015170236, 0.0011633150, 0.0009003148, 0.0007023638,
            0.0005517902, 0.0004361913, 0.0003467171, 0.0002769613, 0.0002222260,
        ];
        for (var n = 11; n <= 20; n++) Assert.Equal(elevenToTwenty[n - 11], Rounded.ProbabilityOfPurchases(n, 30), 10);
    }

    /// <summary>The second customer is one of those that end in #NUM! in a spreadsheet (Hardie, note 027).</summary>
    [Theory]
    [InlineData(0, 0, -0.59947382)]
    [InlineData(200, 38, 100.795693)]
    public void TheLikelihoodOfOneCustomer_NeitherOverflowsNorLosesDigits(int repeatPurchases, double recency, double expected) =>
        Assert.Equal(expected, new RepeatPurchaseModel(RepeatPurchaseFamily.BgNbd, 0.25, 4, 0.8, 2.5).LogLikelihood(new PurchaseHistory(repeatPurchases, recency, 40)), 6);

    [Fact]
    public void AOneTimeBuyer_IsAliveForEverInBgNbd_AndFadesInMbgNbd()
    {
        var longAgo = new PurchaseHistory(0, 0, 500);

        Assert.Equal(1.0, Fitted.ProbabilityAlive(longAgo));
        Assert.InRange(new RepeatPurchaseModel(RepeatPurchaseFamily.MbgNbd, 0.525, 6.183, 0.891, 1.614).ProbabilityAlive(longAgo), 0.05, 0.2);
    }
}
