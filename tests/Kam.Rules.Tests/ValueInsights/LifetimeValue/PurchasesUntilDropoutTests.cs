using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>The textbook forms with ₂F₁, computed with 60 digits, also where doubles break them.</summary>
public sealed class PurchasesUntilDropoutTests
{
    [Theory]
    [InlineData(RepeatPurchaseFamily.BgNbd, 0.242595, 4.413602, 0.792922, 2.425906, 26, 30.857143, 31, 52, 0.96885444434589222, 25.757337411570034, 0.49776191262924837)]
    [InlineData(RepeatPurchaseFamily.BgNbd, 0.242595, 4.413602, 0.792922, 2.425906, 0, 0, 0, 1000, 1, 6.5729114380407182, 0.44342053573295120)]
    [InlineData(RepeatPurchaseFamily.BgNbd, 0.242595, 4.413602, 0.792922, 2.425906, 0, 0, 0, 10000, 1, 15.054089421020772, 0.26297632379081488)]
    [InlineData(RepeatPurchaseFamily.MbgNbd, 0.5, 6, 0.9999999, 1.6, 2, 10, 20, 39, 0.51678479221282378, 1.3794655207672000, 0.31931124936821073)]
    [InlineData(RepeatPurchaseFamily.MbgNbd, 0.5, 6, 1.5, 1.6, 200, 100, 120, 39, 1.1965502951488801e-13, 6.0662917355839266e-12, 8.0350083936239649e-14)]
    [InlineData(RepeatPurchaseFamily.BgNbd, 0.5, 6, 0.3, 0.7001, 0, 0, 20, 39, 1, 0.60266715570854776, 0.86209889588965498)]
    [InlineData(RepeatPurchaseFamily.BgNbd, 0.01, 1, 0.2, 0.3, 0, 0, 0, 100, 1, 0.35474663301376763, 0.97393623653293034)]
    [InlineData(RepeatPurchaseFamily.MbgNbd, 1000, 900, 2.5, 40, 3, 2, 5, 50, 0.38095999618396918, 8.0990855186028192, 0.052135430002879728)]
    [InlineData(RepeatPurchaseFamily.MbgNbd, 0.3, 2, 0.01, 5, 0, 0, 1, 1000, 0.99774639632988345, 96.767419986418403, 0.97971109954411255)]
    [InlineData(RepeatPurchaseFamily.BgNbd, 5, 3, 20, 30, 4, 2, 3, 90, 0.24229856393465068, 0.67588533352726628, 3.4891077172463407e-8)]
    [InlineData(RepeatPurchaseFamily.MbgNbd, 0.3, 0.5, 0.6, 1.1, 0, 0, 0.5, 3000, 0.59825310701654819, 21.276504198282230, 0.12487239840683412)]
    public void ExpectedPurchasesAndSurvival_HaveTenDigits(
        RepeatPurchaseFamily family, double r, double alpha, double a, double b, int repeats, double recency, double age, double time,
        double alive, double purchases, double aliveThen)
    {
        var model = new RepeatPurchaseModel(family, r, alpha, a, b);
        var history = new PurchaseHistory(repeats, recency, age);
        var outlook = model.Outlook(history, time);

        Assert.Equal(1, model.ProbabilityAlive(history) / alive, 1e-10);
        Assert.Equal(1, outlook.ExpectedPurchases / purchases, 1e-10);
        Assert.Equal(1, outlook.ProbabilityAlive / aliveThen, 1e-10);
    }

    /// <summary>Just below and above the share of time at which the sum hands over to the integral.</summary>
    [Theory]
    [InlineData(0.3, 0.8, 2.4)]
    [InlineData(4, 0.05, 0.2)]
    [InlineData(0.05, 3, 30)]
    public void SumAndIntegral_MeetWithoutAStep(double r, double a, double b)
    {
        // The share t/(α+t) passes 0.998 at t = 499 α.
        var sum = PurchasesUntilDropout.In(498.999999, r, 1, a, b);
        var integral = PurchasesUntilDropout.In(499.000001, r, 1, a, b);

        Assert.Equal(1, integral.ExpectedPurchases / sum.ExpectedPurchases, 1e-8);
        Assert.Equal(1, integral.ProbabilityAlive / sum.ProbabilityAlive, 1e-8);
    }
}
