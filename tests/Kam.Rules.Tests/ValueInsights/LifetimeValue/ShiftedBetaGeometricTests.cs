using System;
using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>The “Regular” segment of Fader and Hardie 2007, a cohort of 1,000 followed for seven years, and its laws.</summary>
public sealed class ShiftedBetaGeometricTests
{
    private static readonly int[] Regular = [1000, 631, 468, 382, 326, 289, 262, 241];

    [Fact]
    public void TheRegularSegment_GivesThePublishedMaximumAndProjection()
    {
        var fit = ShiftedBetaGeometricFit.Of(ContractBase.OfCohort(Regular));
        var model = fit.Model!;

        Assert.Equal(0.704077, model.Alpha, 1e-6);
        Assert.Equal(1.182043, model.Beta, 1e-6);
        Assert.Equal(-1.680265, fit.LogLikelihood / 1000, 1e-6);
        Assert.Equal(0.3733, model.MeanChurn, 1e-4);
        double[] years8To12 = [0.2201, 0.2044, 0.1912, 0.1799, 0.1700];
        for (var year = 8; year <= 12; year++) Assert.Equal(years8To12[year - 8], model.Survival(year), 5e-5);
    }

    [Fact]
    public void ContractsOneByOne_GiveTheSameAsTheirCohort()
    {
        var contracts = Enumerable.Range(0, 1000).Select(i =>
        {
            var lasted = Regular.Count(count => count > i);
            return lasted == Regular.Length ? ContractDuration.RunningAfter(7) : ContractDuration.EndedIn(lasted);
        }).Reverse();
        var cohort = ShiftedBetaGeometricFit.Of(ContractBase.OfCohort(Regular));

        var fit = ShiftedBetaGeometricFit.Of(new ContractBase(contracts));

        Assert.Equal(cohort.Model!.Alpha, fit.Model!.Alpha, 1e-12);
        Assert.Equal(cohort.Model.Beta, fit.Model.Beta, 1e-12);
    }

    [Fact]
    public void TheSlopeOfTheLikelihood_IsWhatDifferencesSay()
    {
        var likelihood = new ShiftedBetaGeometricLikelihood(new ContractBase(
            [ContractDuration.EndedIn(1, 30), ContractDuration.EndedIn(4, 7), ContractDuration.RunningAfter(0, 5), ContractDuration.RunningAfter(3, 12), ContractDuration.RunningAfter(9, 8)]));
        Derivatives.AssertMatch(likelihood, [0.7, 1.9]);
    }

    [Fact]
    public void Retention_RisesWithTheAgeOfTheContract() => Gen.Double[0.05, 20].Select(Gen.Double[0.05, 20], Gen.Int[1, 50]).Sample((alpha, beta, period) =>
    {
        var model = new ShiftedBetaGeometricModel(alpha, beta);
        return model.Retention(period + 1) > model.Retention(period)
            && Math.Abs(model.Survival(period) * model.Survival(period, 3) - model.Survival(period + 3)) < 1e-12;
    });

    [Fact]
    public void TheResidualLifetime_IsTheDiscountedSumOfSurvival()
    {
        var model = new ShiftedBetaGeometricModel(0.704, 1.182);
        var sum = 0.0;
        for (var t = 1; t <= 2000; t++) sum += model.Survival(4, t) / Math.Pow(1.1, t);

        Assert.Equal(sum, model.DiscountedExpectedResidualLifetime(4, 0.1), 1e-9);
        Assert.Equal("discountRate", Assert.Throws<ArgumentException>(() => model.DiscountedExpectedResidualLifetime(4, 0)).ParamName);
    }

    [Fact]
    public void OneChurnRateForAll_IsRefused()
    {
        // 4,096 contracts, a quarter of the rest ends every year: geometric, without any difference between customers.
        var fit = ShiftedBetaGeometricFit.Of(ContractBase.OfCohort([4096, 3072, 2304, 1728, 1296, 972]));

        Assert.Null(fit.Model);
        Assert.Equal("KAM-VAL-232", Assert.Single(fit.Refusals).Reason.Code);
    }

    [Fact]
    public void ContractsOfWhichNoneHasEnded_AreRefused()
    {
        var fit = ShiftedBetaGeometricFit.Of(new ContractBase([ContractDuration.RunningAfter(3, 200)]));

        Assert.Equal("KAM-VAL-231", Assert.Single(fit.Refusals).Reason.Code);
    }

    [Fact]
    public void TwentyContracts_AreTooFew()
    {
        var fit = ShiftedBetaGeometricFit.Of(new ContractBase([ContractDuration.RunningAfter(3, 8), ContractDuration.EndedIn(1, 12)]));

        Assert.Equal("KAM-VAL-230", Assert.Single(fit.Refusals).Reason.Code);
    }

    [Fact]
    public void ImpossibleContracts_NameWhatIsWrong()
    {
        Assert.Equal("period", Assert.Throws<ArgumentException>(() => ContractDuration.EndedIn(0)).ParamName);
        Assert.Equal("renewals", Assert.Throws<ArgumentException>(() => ContractDuration.RunningAfter(-1)).ParamName);
        Assert.Equal("contracts", Assert.Throws<ArgumentException>(() => ContractDuration.RunningAfter(1, -1)).ParamName);
        Assert.Equal("customers", Assert.Throws<ArgumentException>(() => ContractBase.OfCohort([100, 101])).ParamName);
        Assert.Equal("customers", Assert.Throws<ArgumentException>(() => ContractBase.OfCohort([100])).ParamName);
    }
}
