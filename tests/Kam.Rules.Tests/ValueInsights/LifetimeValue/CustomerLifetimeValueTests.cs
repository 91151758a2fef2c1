using System;
using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>Published values of CDNOW, and the laws of discounting.</summary>
public sealed class CustomerLifetimeValueTests
{
    private static readonly double[,] SomeCovariance =
    {
        { 0.0027, 0.0035, 0.002, 0.001 },
        { 0.0035, 0.0073, 0.003, 0.002 },
        { 0.002, 0.003, 0.055, 0.060 },
        { 0.001, 0.002, 0.060, 0.085 },
    };

    private static readonly RepeatPurchaseModel Cdnow = new(RepeatPurchaseFamily.BgNbd, 0.2426, 4.4136, 0.7929, 2.4259, SomeCovariance);
    private static readonly PurchaseHistory Regular = new(8, 30, 35);

    private static readonly Gen<PurchaseHistory> AnyHistory = Gen.Int[0, 30].Select(Gen.Double[0.1, 60], Gen.Double[0, 60],
        (repeats, recency, silence) => new PurchaseHistory(repeats, repeats == 0 ? 0 : recency, (repeats == 0 ? 0 : recency) + silence));

    [Fact]
    public void TwelveStepsOfThirtyTimeUnits_AreThoseOfTheLifetimesQuickstart()
    {
        double[] published = [140.096211, 18.943467, 38.180574, 38.180574, 38.180574, 1003.868107, 28.109683, 38.180574, 167.418216, 38.180574];

        var values = CdnowValues(timePerPeriod: 30).Take(10).ToArray();

        for (var i = 0; i < 10; i++) AssertNear((decimal)published[i], values[i].Value, 0.002m * (1 + values[i].Value / 100));
    }

    [Fact]
    public void TwelveMonthsInWeeks_AreThoseOfTheReferenceScript()
    {
        double[] reference = [36.278, 4.637, 8.344, 8.344, 8.344, 283.524, 6.881, 8.344, 43.354, 8.344];

        var values = CdnowValues(timePerPeriod: 4.345).ToArray();

        for (var i = 0; i < 10; i++) AssertNear((decimal)reference[i], values[i].Value, 0.002m);
        AssertNear(71509.88m, values.Sum(value => value.Value), 1m);
        Assert.All(values, value => Assert.True(value.Low < value.Value && value.Value < value.High));
    }

    [Fact]
    public void TheBand_ScalesWithItsWidthAndVanishesWithoutUncertainty()
    {
        var eighty = CustomerLifetimeValue.OfOrders(Cdnow, Regular, ExpectedValue.Exactly(100), new ValuationTerms(12, 4.345, 0.01));
        var ninetyFive = CustomerLifetimeValue.OfOrders(Cdnow, Regular, ExpectedValue.Exactly(100), new ValuationTerms(12, 4.345, 0.01, bandPercent: 95));
        var certain = new RepeatPurchaseModel(Cdnow.Family, Cdnow.R, Cdnow.Alpha, Cdnow.A, Cdnow.B);
        var none = CustomerLifetimeValue.OfOrders(certain, Regular, ExpectedValue.Exactly(100), new ValuationTerms(12, 4.345, 0.01));

        AssertNear(1.959964m / 1.281552m, (ninetyFive.High - ninetyFive.Value) / (eighty.High - eighty.Value), 0.00001m);
        Assert.Equal(none.Value, none.Low);
        Assert.Equal(none.Value, none.High);
        Assert.Equal(eighty.Value, none.Value);
    }

    [Fact]
    public void TheBand_CoversWhatTheParametersLeaveOpen()
    {
        // Only α is uncertain, by 5 %: the band must be that of the value at α ± 1.28 · 5 %.
        var covariance = new double[4, 4];
        covariance[1, 1] = 0.05 * 0.05;
        var model = new RepeatPurchaseModel(Cdnow.Family, Cdnow.R, Cdnow.Alpha, Cdnow.A, Cdnow.B, covariance);
        var terms = new ValuationTerms(12, 4.345, 0.01);

        var value = CustomerLifetimeValue.OfOrders(model, Regular, ExpectedValue.Exactly(100), terms);

        var shift = Math.Exp(1.2815515655 * 0.05);
        var low = CustomerLifetimeValue.OfOrders(new RepeatPurchaseModel(Cdnow.Family, Cdnow.R, Cdnow.Alpha * shift, Cdnow.A, Cdnow.B), Regular, ExpectedValue.Exactly(100), terms);
        var high = CustomerLifetimeValue.OfOrders(new RepeatPurchaseModel(Cdnow.Family, Cdnow.R, Cdnow.Alpha / shift, Cdnow.A, Cdnow.B), Regular, ExpectedValue.Exactly(100), terms);
        AssertNear(high.Value - low.Value, value.High - value.Low, 0.01m * (high.Value - low.Value));
    }

    [Fact]
    public void CostToServe_IsBorneWhileTheCustomerIsAlive()
    {
        var model = new RepeatPurchaseModel(RepeatPurchaseFamily.MbgNbd, 1, 10, 1, 4);
        var history = new PurchaseHistory(3, 20, 60);
        var free = CustomerLifetimeValue.OfOrders(model, history, ExpectedValue.Exactly(100), new ValuationTerms(2, 5, 0.1));
        var served = CustomerLifetimeValue.OfOrders(model, history, ExpectedValue.Exactly(100), new ValuationTerms(2, 5, 0.1, costToServe: 7));

        var cost = 7 * (model.ProbabilityAlive(history) / 1.1 + model.Outlook(history, 5).ProbabilityAlive / 1.21);
        AssertNear((decimal)cost, served.Cost, 0.000000001m);
        AssertNear(free.Value - served.Cost, served.Value, 0.000000001m);
        Assert.Equal(0, free.Cost);
    }

    [Fact]
    public void TheExplanation_TellsTheFiguresTheValueIsMadeOf()
    {
        var model = new ShiftedBetaGeometricModel(1, 1);
        var value = CustomerLifetimeValue.OfContract(model, 0, ExpectedValue.Exactly(600), new ValuationTerms(2, 1, 0, costToServe: 100));

        // 600 · (1/2 + 1/3) − 100 · (1 + 1/2).
        Assert.Equal(
            ["350.00", "0.83", "2", "600.00", "150.00", "100.00", "80", "350.00", "350.00"],
            value.Explain("CHF").Arguments.Select(argument => argument.Value));
        Assert.Equal("valueInsights.lifetimeValueOfContract", value.Explain("CHF").Key);
    }

    [Fact]
    public void ACustomerAsGoodAsGone_HasABandThatStaysAboveTheWorst()
    {
        var gone = CustomerLifetimeValue.OfOrders(Cdnow, new PurchaseHistory(20, 20, 60), ExpectedValue.Exactly(100), new ValuationTerms(12, 4.345, 0.01));

        Assert.InRange(gone.Value, 0, 0.1m);
        Assert.InRange(gone.Low, 0, gone.Value);
    }

    [Fact]
    public void AContract_IsWorthItsSurvivingPeriods()
    {
        var model = new ShiftedBetaGeometricModel(0.704, 1.182);
        var value = CustomerLifetimeValue.OfContract(model, 2, ExpectedValue.Exactly(1000), new ValuationTerms(3, 1, 0.1));

        var sum = 1000 * (model.Survival(2, 1) / 1.1 + model.Survival(2, 2) / 1.21 + model.Survival(2, 3) / 1.331);
        AssertNear((decimal)sum, value.Value, 0.000000001m);
        Assert.Equal(1, value.ProbabilityAlive);
        Assert.Equal("renewals", Assert.Throws<ArgumentException>(() => CustomerLifetimeValue.OfContract(model, -1, ExpectedValue.Exactly(1), new ValuationTerms(3, 1, 0.1))).ParamName);
    }

    [Fact]
    public void AFittedContractModel_GivesItsValueABand()
    {
        var model = ShiftedBetaGeometricFit.Of(ContractBase.OfCohort([1000, 631, 468, 382, 326, 289, 262, 241])).Model!;
        var value = CustomerLifetimeValue.OfContract(model, 0, ExpectedValue.Exactly(1000), new ValuationTerms(5, 1, 0.1));

        Assert.InRange(value.High - value.Low, 0.01m * value.Value, 0.2m * value.Value);
    }

    [Fact]
    public void LifetimeValue_RisesWithMarginAndHorizonAndFallsWithDiscount() =>
        AnyHistory.Select(Gen.Double[1, 1000], Gen.Int[1, 24], Gen.Double[0, 0.05]).Sample((history, margin, periods, rate) =>
        {
            decimal Value(double perOrder, int over, double discount) =>
                CustomerLifetimeValue.OfOrders(Cdnow, history, new ExpectedValue(perOrder, 0), new ValuationTerms(over, 4.345, discount)).Value;
            var value = Value(margin, periods, rate);
            return Value(margin * 1.1, periods, rate) > value
                && Value(margin, periods + 1, rate) > value
                && Value(margin, periods, rate + 0.01) < value;
        });

    [Fact]
    public void TheBand_HoldsTheValueAndIsTheSameEveryTime() =>
        AnyHistory.Select(Gen.Double[1, 1000], Gen.Decimal[0, 50]).Sample((history, margin, cost) =>
        {
            CustomerLifetimeValue Value() => CustomerLifetimeValue.OfOrders(Cdnow, history, new ExpectedValue(margin, margin / 10), new ValuationTerms(12, 4.345, 0.01, cost));
            var value = Value();
            var again = Value();
            return value.Low <= value.Value && value.Value <= value.High && value.Low == again.Low && value.High == again.High;
        });

    [Theory]
    [InlineData(0, 1, 0.1, 0, 80, "periods")]
    [InlineData(12, 0, 0.1, 0, 80, "timePerPeriod")]
    [InlineData(12, double.NaN, 0.1, 0, 80, "timePerPeriod")]
    [InlineData(12, 1, -0.1, 0, 80, "discountRate")]
    [InlineData(12, 1, double.NaN, 0, 80, "discountRate")]
    [InlineData(12, 1, 0.1, -1, 80, "costToServe")]
    [InlineData(12, 1, 0.1, 0, 0, "bandPercent")]
    [InlineData(12, 1, 0.1, 0, 100, "bandPercent")]
    public void ImpossibleTerms_NameWhatIsWrong(int periods, double timePerPeriod, double rate, int cost, int band, string field) =>
        Assert.Equal(field, Assert.Throws<ArgumentException>(() => new ValuationTerms(periods, timePerPeriod, rate, cost, band)).ParamName);

    [Fact]
    public void AYearlyRate_CompoundsFromTheRateOfTheMonths() =>
        Assert.Equal(1.1, Math.Pow(1 + ValuationTerms.RatePerPeriod(10, 12), 12), 1e-12);

    private static System.Collections.Generic.IEnumerable<CustomerLifetimeValue> CdnowValues(double timePerPeriod)
    {
        var customers = RealData.CdnowSummaries();
        var orders = RepeatPurchaseFit.Of(new CustomerBase(customers.Select(customer => customer.History)), RepeatPurchaseFamily.BgNbd).Model!;
        var values = GammaGammaFit.Of(customers.Where(customer => customer.History.RepeatPurchases > 0)
            .Select(customer => new RepeatSpend(customer.History.RepeatPurchases, (decimal)customer.MeanRepeatValue))).Model!;
        var terms = new ValuationTerms(12, timePerPeriod, 0.01);
        return customers.Select(customer => CustomerLifetimeValue.OfOrders(
            orders,
            customer.History,
            customer.History.RepeatPurchases == 0 ? values.Expect() : values.Expect(new RepeatSpend(customer.History.RepeatPurchases, (decimal)customer.MeanRepeatValue)),
            terms));
    }

    private static void AssertNear(decimal expected, decimal actual, decimal within) => Assert.InRange(actual, expected - within, expected + within);
}
