using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>What must hold for any parameters and any customer.</summary>
public sealed class RepeatPurchaseLawTests
{
    private static readonly Gen<RepeatPurchaseModel> AnyModel = Gen.Bool.Select(Gen.Double[-3, 3], Gen.Double[-2, 4], Gen.Double[-3, 3], Gen.Double[-3, 4],
        (isModified, r, alpha, a, b) => new RepeatPurchaseModel(
            isModified ? RepeatPurchaseFamily.MbgNbd : RepeatPurchaseFamily.BgNbd, Math.Exp(r), Math.Exp(alpha), Math.Exp(a), Math.Exp(b)));

    private static readonly Gen<PurchaseHistory> AnyHistory = Gen.Int[0, 60].Select(Gen.Double[0.1, 100], Gen.Double[0, 100],
        (repeats, recency, silence) => new PurchaseHistory(repeats, repeats == 0 ? 0 : recency, (repeats == 0 ? 0 : recency) + silence));

    [Fact]
    public void ProbabilityAlive_IsAProbability_AndFallsWithSilence() => AnyModel.Select(AnyHistory, Gen.Double[0.1, 50]).Sample((model, history, longer) =>
    {
        var alive = model.ProbabilityAlive(history);
        var later = model.ProbabilityAlive(new PurchaseHistory(history.RepeatPurchases, history.Recency, history.Age + longer));
        return alive is >= 0 and <= 1 && (later < alive || alive == 1 || later == 0);
    });

    [Fact]
    public void ExpectedPurchases_GrowWithTime_AndSurvivalShrinks() => AnyModel.Select(AnyHistory, Gen.Double[0, 200], Gen.Double[0.1, 50]).Sample((model, history, time, longer) =>
    {
        var sooner = model.Outlook(history, time);
        var later = model.Outlook(history, time + longer);
        return sooner.ExpectedPurchases >= 0
            && later.ExpectedPurchases >= sooner.ExpectedPurchases * (1 - 1e-9)
            && later.ProbabilityAlive <= sooner.ProbabilityAlive * (1 + 1e-9)
            && later.ProbabilityAlive >= 0;
    });

    [Fact]
    public void TheNumbersOfPurchases_AddUpToOneAndToTheExpectation() => AnyModel.Select(Gen.Double[0.1, 10]).Sample((model, time) =>
    {
        // Times so short that two thousand purchases are out of reach.
        var within = Math.Min(time, model.Alpha * Math.Min(2, 50 / model.R));
        double sum = 0, mean = 0;
        for (var n = 0; n < 2000; n++)
        {
            var probability = model.ProbabilityOfPurchases(n, within);
            sum += probability;
            mean += n * probability;
        }

        return Math.Abs(sum - 1) < 1e-8 && Math.Abs(mean - model.ExpectedPurchases(within)) < 1e-6 * (1 + mean);
    }, iter: 30);

    [Fact]
    public void TheLikelihoodOfABase_IsTheSumOverItsCustomers_HoweverTheyAreCounted() =>
        AnyModel.Select(AnyHistory.Array[1, 30], Gen.Int[1, 5]).Sample((model, histories, times) =>
        {
            var sum = times * histories.Sum(model.LogLikelihood);
            var counted = model.LogLikelihood(new CustomerBase(histories.Select(history => new CustomerGroup(history, times))));
            var split = model.LogLikelihood(new CustomerBase(Enumerable.Repeat(histories.Reverse(), times).SelectMany(history => history)));
            return Math.Abs(counted - sum) < 1e-8 * (1 + Math.Abs(sum)) && Math.Abs(split - sum) < 1e-8 * (1 + Math.Abs(sum));
        });

    [Theory]
    [InlineData(RepeatPurchaseFamily.BgNbd)]
    [InlineData(RepeatPurchaseFamily.MbgNbd)]
    public void TheSlopeOfTheLikelihood_IsWhatDifferencesSay(RepeatPurchaseFamily family)
    {
        var customers = new CustomerBase(new PurchaseHistory[] { new(0, 0, 10), new(0, 0, 3), new(1, 4, 10), new(5, 7, 7), new(5, 2, 9), new(40, 9, 12) });

        Derivatives.AssertMatch(new RepeatPurchaseLikelihood(customers, family), [0.7, 1.3, 0.6, 2.2]);
        Derivatives.AssertMatch(new RepeatPurchaseLikelihood(customers, family), [3, 0.2, 4, 0.3]);
    }

    [Fact]
    public void AnotherUnitOfTime_ChangesNothingButAlpha()
    {
        var weeks = Simulated(RepeatPurchaseFamily.MbgNbd, 1500, 0.8, 6, 0.9, 2.5);
        var days = weeks.Select(history => new PurchaseHistory(history.RepeatPurchases, history.Recency * 7, history.Age * 7));
        var inWeeks = RepeatPurchaseFit.Of(new CustomerBase(weeks), RepeatPurchaseFamily.MbgNbd).Model!;
        var inDays = RepeatPurchaseFit.Of(new CustomerBase(days), RepeatPurchaseFamily.MbgNbd).Model!;

        Assert.Equal(inWeeks.R, inDays.R, 1e-6);
        Assert.Equal(inWeeks.Alpha * 7, inDays.Alpha, 1e-5);
        Assert.Equal(inWeeks.A, inDays.A, 1e-5);
        Assert.Equal(inWeeks.B, inDays.B, 1e-5);
        var someone = new PurchaseHistory(3, 20, 30);
        Assert.Equal(inWeeks.ExpectedPurchases(someone, 10), inDays.ExpectedPurchases(new PurchaseHistory(3, 140, 210), 70), 1e-6);
    }

    [Theory]
    [InlineData(RepeatPurchaseFamily.BgNbd, 0.5, 6, 0.8, 2.4)]
    [InlineData(RepeatPurchaseFamily.BgNbd, 2, 8, 0.5, 4)]
    [InlineData(RepeatPurchaseFamily.MbgNbd, 0.8, 6, 0.9, 2.5)]
    [InlineData(RepeatPurchaseFamily.MbgNbd, 3, 10, 1.5, 6)]
    public void CustomersOfAKnownModel_GiveItsParametersBack(RepeatPurchaseFamily family, double r, double alpha, double a, double b)
    {
        var fit = RepeatPurchaseFit.Of(new CustomerBase(Simulated(family, 6000, r, alpha, a, b)), family);

        Assert.Empty(fit.Refusals);
        var errors = fit.Model!.StandardErrors()!;
        Assert.InRange(fit.Model.R, r - 3.5 * errors[0], r + 3.5 * errors[0]);
        Assert.InRange(fit.Model.Alpha, alpha - 3.5 * errors[1], alpha + 3.5 * errors[1]);
        Assert.InRange(fit.Model.A, a - 3.5 * errors[2], a + 3.5 * errors[2]);
        Assert.InRange(fit.Model.B, b - 3.5 * errors[3], b + 3.5 * errors[3]);
        Assert.InRange(errors[0] / r, 0.001, 0.2);
    }

    [Fact]
    public void CustomersWhoNeverLeave_AreNotGivenADropoutModel()
    {
        // b so large against a that nobody drops out within what is observed.
        var fit = RepeatPurchaseFit.Of(new CustomerBase(Simulated(RepeatPurchaseFamily.BgNbd, 2000, 1, 6, 1e-6, 1)), RepeatPurchaseFamily.BgNbd);

        Assert.Null(fit.Model);
        Assert.Contains(fit.Refusals, refusal => refusal.Reason == LifetimeValueReasons.NoDropoutSeen);
    }

    [Fact]
    public void CustomersWhoAllBuyAtOneRate_AreNotGivenADistributionOfRates()
    {
        var fit = RepeatPurchaseFit.Of(new CustomerBase(Simulated(RepeatPurchaseFamily.BgNbd, 2000, 1e5, 6e5, 0.8, 3)), RepeatPurchaseFamily.BgNbd);

        Assert.Null(fit.Model);
        Assert.Contains(fit.Refusals, refusal => refusal.Reason == LifetimeValueReasons.SameRateForAll);
    }

    [Fact]
    public void TwentyKeyAccounts_AreTooFewForAFit()
    {
        var fit = RepeatPurchaseFit.Of(new CustomerBase(Simulated(RepeatPurchaseFamily.BgNbd, 20, 2, 8, 0.5, 4)), RepeatPurchaseFamily.BgNbd);

        Assert.Equal(["KAM-VAL-201", "KAM-VAL-202"], fit.Refusals.Select(refusal => refusal.Reason.Code).Order());
        Assert.Equal(["20", "100"], fit.Refusals[0].Arguments.Select(argument => argument.Value));
        Assert.Equal(double.NaN, fit.LogLikelihood);
    }

    [Fact]
    public void NobodyWhoCameBack_CannotBeFittedWhateverTheSettings()
    {
        var settings = new RepeatPurchaseFitSettings { MinimumCustomers = 0, MinimumRepeatCustomers = 0 };

        Assert.Equal("KAM-VAL-202", Assert.Single(RepeatPurchaseFit.Of(new CustomerBase([new PurchaseHistory(0, 0, 9)]), RepeatPurchaseFamily.BgNbd, settings).Refusals).Reason.Code);
        Assert.Equal(2, RepeatPurchaseFit.Of(new CustomerBase(Array.Empty<PurchaseHistory>()), RepeatPurchaseFamily.BgNbd, settings).Refusals.Count);
    }

    /// <summary>Every draw of a small base ends in a model with finite predictions or in a refusal.</summary>
    [Fact]
    public void SmallBases_EndInASoundModelOrInARefusal()
    {
        var settings = new RepeatPurchaseFitSettings { MinimumCustomers = 2, MinimumRepeatCustomers = 1 };
        AnyHistory.Array[2, 25].Select(Gen.Bool).Sample((histories, isModified) =>
        {
            var fit = RepeatPurchaseFit.Of(new CustomerBase(histories), isModified ? RepeatPurchaseFamily.MbgNbd : RepeatPurchaseFamily.BgNbd, settings);
            if (fit.Model is null) return fit.Refusals.Count > 0;
            var value = CustomerLifetimeValue.OfOrders(fit.Model, histories[0], ExpectedValue.Exactly(100), new ValuationTerms(12, 4, 0.01));
            return fit.Refusals.Count == 0 && value.Value >= 0 && value.Value < 1_000_000 && fit.Model.StandardErrors()!.All(error => error > 0);
        }, iter: 200);
    }

    [Fact]
    public void AHundredThousandCustomers_AreFittedInSeconds()
    {
        var customers = new CustomerBase(Simulated(RepeatPurchaseFamily.MbgNbd, 100_000, 0.8, 6, 0.9, 2.5));
        var watch = Stopwatch.StartNew();

        Assert.True(RepeatPurchaseFit.Of(customers, RepeatPurchaseFamily.MbgNbd).IsUsable);

        // Measured: about a second on one core; the bound leaves room for a busy build machine.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 15);
    }

    [Theory]
    [InlineData(0, 1, 1, 1, "r")]
    [InlineData(1, -1, 1, 1, "alpha")]
    [InlineData(1, 1, double.NaN, 1, "a")]
    [InlineData(1, 1, 1, double.PositiveInfinity, "b")]
    public void ImpossibleParameters_NameWhatIsWrong(double r, double alpha, double a, double b, string field) =>
        Assert.Equal(field, Assert.Throws<ArgumentException>(() => new RepeatPurchaseModel(RepeatPurchaseFamily.BgNbd, r, alpha, a, b)).ParamName);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ATimeThatIsNone_IsRefused(double time)
    {
        var model = new RepeatPurchaseModel(RepeatPurchaseFamily.BgNbd, 1, 1, 1, 1);

        Assert.Equal("time", Assert.Throws<ArgumentException>(() => model.ExpectedPurchases(time)).ParamName);
        Assert.Equal("time", Assert.Throws<ArgumentException>(() => model.ProbabilityOfPurchases(1, time)).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentException>(() => model.ProbabilityOfPurchases(-1, 1)).ParamName);
    }

    private static List<PurchaseHistory> Simulated(RepeatPurchaseFamily family, int customers, double r, double alpha, double a, double b) =>
        SimulatedCustomers.Of(family, customers, r, alpha, a, b, age: 52, seed: 20_240_601);
}
