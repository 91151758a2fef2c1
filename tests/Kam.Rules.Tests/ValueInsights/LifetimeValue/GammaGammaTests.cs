using System;
using System.Linq;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>Value per purchase: published parameters and expectations on CDNOW, and when there is none.</summary>
public sealed class GammaGammaTests
{
    [Fact]
    public void CdnowTransactions_GiveThePublishedMaximum()
    {
        var fit = GammaGammaFit.Of(RealData.Cdnow().Where(customer => customer.MeanRepeatValue is not null)
            .Select(customer => new RepeatSpend(customer.History.RepeatPurchases, customer.MeanRepeatValue)));

        Assert.Empty(fit.Refusals);
        Assert.Equal(946, fit.CustomerCount);
        Assert.Equal(6.24957, fit.Model!.P, 5e-5);
        Assert.Equal(3.74422, fit.Model.Q, 5e-5);
        Assert.Equal(15.44352, fit.Model.Gamma, 5e-4);
        Assert.Equal(-4055.9177, fit.LogLikelihood, 1e-4);
    }

    [Fact]
    public void TheRoundedCdnowSummary_GivesThePublishedExpectations()
    {
        var customers = RealData.CdnowSummaries();
        var fit = FitSummaries();
        var model = fit.Model!;

        Assert.Equal(6.24880, model.P, 5e-4);
        Assert.Equal(3.74459, model.Q, 5e-4);
        Assert.Equal(15.44775, model.Gamma, 2e-3);
        Assert.Equal(-4055.9232, fit.LogLikelihood, 1e-4);
        Assert.Equal(0.113884, fit.Correlation, 1e-6);

        double[] firstTen = [24.658619, 18.911489, 35.170981, 35.170981, 35.170981, 71.462843, 18.911489, 35.170981, 27.282408, 35.170981];
        var expected = customers.Select(customer => Expect(model, customer)).ToArray();
        for (var i = 0; i < 10; i++) Assert.Equal(firstTen[i], expected[i], 1e-3);
        Assert.Equal(35.2529588, expected.Average(), 1e-3);
        Assert.Equal(35.078551797, customers.Where(customer => customer.History.RepeatPurchases > 0).Average(customer => customer.MeanRepeatValue), 1e-8);
    }

    [Fact]
    public void TheRoundedParametersOfThePaper_GiveItsSpreadsheet()
    {
        var model = new GammaGammaModel(6.25, 3.74, 15.44);
        double[] firstTen = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];

        var customers = RealData.CdnowSummaries();
        for (var i = 0; i < 10; i++) Assert.Equal(firstTen[i], Expect(model, customers[i]), 0.1);
    }

    [Fact]
    public void ResellersWithNegativeMargins_AreRefused()
    {
        var fit = GammaGammaFit.Of(RealData.AdventureWorks(PurchasePeriod.Day).Where(customer => customer.MeanRepeatValue is not null)
            .Select(customer => new RepeatSpend(customer.History.RepeatPurchases, customer.MeanRepeatValue)));

        Assert.Null(fit.Model);
        Assert.Contains(fit.Refusals, refusal => refusal.Reason == LifetimeValueReasons.TooManyUnknownValues);
        Assert.InRange(fit.UnknownShare, 0.4, 0.6);
    }

    [Fact]
    public void MarginsThatAreNotKnown_AreRefusedAndTheirShareIsSaid()
    {
        var spends = Enumerable.Range(0, 100).Select(i => new RepeatSpend(1 + i % 4, i < 6 ? null : i < 9 ? -i : 10 + i % 17));

        var refusal = Assert.Single(GammaGammaFit.Of(spends).Refusals, violation => violation.Reason == LifetimeValueReasons.TooManyUnknownValues);
        Assert.Equal("9.00", refusal.Arguments[0].Value);
        Assert.Equal("5.00", refusal.Arguments[1].Value);
    }

    [Fact]
    public void BigCustomersWhoOrderMoreOften_AreOutsideTheModel()
    {
        var spends = Enumerable.Range(1, 60).Select(i => new RepeatSpend(i, 100 + i));

        Assert.Contains(GammaGammaFit.Of(spends).Refusals, refusal => refusal.Reason == LifetimeValueReasons.FrequencyAndValueLinked);
    }

    [Fact]
    public void OneValueForEverybody_HasNothingToFit()
    {
        var fit = GammaGammaFit.Of(Enumerable.Range(1, 60).Select(i => new RepeatSpend(1 + i % 5, 100m)));

        Assert.Null(fit.Model);
        Assert.NotEmpty(fit.Refusals);
        Assert.Equal(double.NaN, fit.Correlation);
    }

    [Fact]
    public void ValuesWithAnEndlessTail_HaveNoMean()
    {
        // Customers' means from 1 to 10^12, each a hundred times the one before: nothing with a finite mean does that.
        var spends = Enumerable.Range(0, 210).Select(i => new RepeatSpend(20, (decimal)Math.Pow(100, i % 7) * (1 + i % 3)));

        var fit = GammaGammaFit.Of(spends);

        Assert.Null(fit.Model);
        Assert.Contains(fit.Refusals, refusal => refusal.Reason == LifetimeValueReasons.NoMeanValue);
    }

    [Fact]
    public void TwentyCustomers_AreTooFew()
    {
        var fit = GammaGammaFit.Of(Enumerable.Range(1, 20).Select(i => new RepeatSpend(1 + i % 2, 50 + i)));

        Assert.Equal("KAM-VAL-224", Assert.Single(fit.Refusals).Reason.Code);
        Assert.Equal(double.NaN, fit.LogLikelihood);
    }

    [Fact]
    public void NoCustomerAtAll_IsTooFewAndNothingElse() =>
        Assert.Equal("KAM-VAL-224", Assert.Single(GammaGammaFit.Of([]).Refusals).Reason.Code);

    [Fact]
    public void TheExpectation_LiesBetweenTheCustomersMeanAndThatOfTheBase_AndIsSurerTheMoreIsKnown()
    {
        var model = FitSummaries().Model!;
        var everybody = model.Expect();
        var few = model.Expect(new RepeatSpend(1, 100));
        var many = model.Expect(new RepeatSpend(30, 100));

        Assert.InRange(few.Amount, everybody.Amount, 100);
        Assert.InRange(many.Amount, few.Amount, 100);
        Assert.InRange(many.StandardError, 1e-6, few.StandardError);
    }

    [Fact]
    public void ACustomerOfNegativeOrUnknownMargin_IsOutsideTheModel()
    {
        var model = new GammaGammaModel(6.25, 3.74, 15.44);

        Assert.Equal("spend", Assert.Throws<ArgumentException>(() => model.Expect(new RepeatSpend(2, -5))).ParamName);
        Assert.Equal("spend", Assert.Throws<ArgumentException>(() => model.Expect(new RepeatSpend(2, null))).ParamName);
        Assert.Equal("repeatPurchases", Assert.Throws<ArgumentException>(() => new RepeatSpend(0, 5)).ParamName);
        Assert.Equal("q", Assert.Throws<ArgumentException>(() => new GammaGammaModel(6.25, 1, 15.44)).ParamName);
    }

    private static GammaGammaFit FitSummaries() => GammaGammaFit.Of(RealData.CdnowSummaries()
        .Where(customer => customer.History.RepeatPurchases > 0)
        .Select(customer => new RepeatSpend(customer.History.RepeatPurchases, (decimal)customer.MeanRepeatValue)));

    private static double Expect(GammaGammaModel model, CdnowSummary customer) => customer.History.RepeatPurchases == 0
        ? model.Expect().Amount
        : model.Expect(new RepeatSpend(customer.History.RepeatPurchases, (decimal)customer.MeanRepeatValue)).Amount;
}
