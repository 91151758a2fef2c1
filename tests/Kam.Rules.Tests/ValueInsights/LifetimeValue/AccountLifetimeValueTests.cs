using System;
using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>An account that ordered 13 times in 360 days, last 10 days ago: a usual gap of 30 days. 500 a day with an order, no discount, 12 months.</summary>
public sealed class AccountLifetimeValueTests
{
    private static readonly PurchaseHistory Regular = new(12, 360, 370);
    private static readonly AccountBusiness Business = new() { Orders = Regular, MarginPerOrder = 500m, MarginPerYear = 6000m };
    private static readonly RepeatPurchaseModel Orders = new(RepeatPurchaseFamily.MbgNbd, 1.5, 60, 0.8, 8);
    private static readonly GammaGammaModel Margins = new(6, 4, 1500);
    private static readonly ShiftedBetaGeometricModel Contracts = new(1, 9);

    private static AccountLifetimeValue Of(AccountBusiness business, FittedModels models) =>
        AccountLifetimeValue.Of(business, models, new OrderRhythmSettings(1.5, 3, 7), horizonMonths: 12, discountRatePercent: 0m, bandPercent: 80m);

    [Fact]
    public void WithoutAModel_TheAccountsOwnRhythmSays_ThatItOrdersAsOftenAsSoFar()
    {
        var value = Of(Business, FittedModels.None);

        Assert.Equal(LifetimeValueMethod.Heuristic, value.Method);
        // 12 orders in 370 days go on for 365.25 days: 11.846 orders of 500.
        Assert.Equal(5922.97m, Math.Round(value.Value!.Value, 2));
        Assert.Equal(11.846, value.ExpectedOrders!.Value, 0.001);
        Assert.Null(value.Low);
        Assert.Null(value.High);
        Assert.Null(value.ProbabilityAlive);
        Assert.Equal(ChurnRisk.None, value.Risk);
    }

    [Fact]
    public void CostToServe_IsTakenOff()
    {
        var served = Of(Business with { CostToServePerMonth = 100m }, FittedModels.None);

        Assert.Equal(1200m, Math.Round(Of(Business, FittedModels.None).Value!.Value - served.Value!.Value, 2));
    }

    [Fact]
    public void AnOrderModel_StatesValueBandAndChanceToBeAlive()
    {
        var value = Of(Business, new FittedModels { Orders = Orders });

        Assert.Equal(LifetimeValueMethod.MbgNbd, value.Method);
        Assert.Equal((double)value.Value!.Value, 500 * Orders.ExpectedPurchases(Regular, 365.25), 0.5);
        Assert.Equal(Orders.ProbabilityAlive(Regular), value.ProbabilityAlive!.Value, 1e-12);
        Assert.True(value.Low <= value.Value && value.Value <= value.High);
    }

    [Fact]
    public void AModelOfMargins_DrawsAnOrderTowardsTheMeanOfAll_ButNeverLiftsALoss()
    {
        var models = new FittedModels { Orders = Orders, MarginPerOrder = Margins };
        var drawn = (double)Of(Business, models).Value!.Value / Orders.ExpectedPurchases(Regular, 365.25);

        Assert.Equal(Margins.Expect(new RepeatSpend(12, 500m)).Amount, drawn, 0.5);
        Assert.True(Of(Business with { MarginPerOrder = -20m }, models).Value < 0);
    }

    [Fact]
    public void AnUnknownMargin_StatesNoValue_ButStillTheOrders()
    {
        foreach (var models in new[] { FittedModels.None, new FittedModels { Orders = Orders } })
        {
            var value = Of(Business with { MarginPerOrder = null, MarginPerYear = null }, models);

            Assert.Equal(LifetimeValueMethod.NotStated, value.Method);
            Assert.Null(value.Value);
            Assert.True(value.ExpectedOrders > 0);
            Assert.Equal(ChurnRisk.None, value.Risk);
        }
    }

    [Fact]
    public void ACustomerWhoNeverOrdered_HasNoValueAndNoRisk()
    {
        var value = Of(new AccountBusiness(), new FittedModels { Orders = Orders, MarginPerOrder = Margins });

        Assert.Equal(LifetimeValueMethod.NotStated, value.Method);
        Assert.Null(value.ExpectedOrders);
        Assert.Equal(["valueInsights.lifetimeValueByNotStated"], value.Sentences().Select(sentence => sentence.Key));
    }

    [Fact]
    public void ARunningContract_IsValuedByItsRenewals_WithoutAContractModelByItsOrders()
    {
        var contract = Business with { RenewalsSurvived = 2 };

        var value = Of(contract, new FittedModels { Orders = Orders, Contracts = Contracts });

        Assert.Equal(LifetimeValueMethod.ShiftedBetaGeometric, value.Method);
        // One year ahead: retention in the third renewal is (9 + 2) / (1 + 9 + 2) = 0.9167 of 6,000.
        Assert.Equal(5500m, Math.Round(value.Value!.Value, 0));
        Assert.Equal(LifetimeValueMethod.MbgNbd, Of(contract, new FittedModels { Orders = Orders }).Method);
    }

    [Theory]
    [InlineData(405, ChurnRisk.None)]
    [InlineData(406, ChurnRisk.Watch)]
    [InlineData(450, ChurnRisk.Watch)]
    [InlineData(451, ChurnRisk.AtRisk)]
    public void TheChurnFlag_ComesFromTheRhythm_WhateverTheModelSays(int age, ChurnRisk expected)
    {
        var business = Business with { Orders = new PurchaseHistory(12, 360, age) };

        Assert.Equal(expected, Of(business, FittedModels.None).Risk);
        Assert.Equal(expected, Of(business, new FittedModels { Orders = Orders }).Risk);
    }

    [Fact]
    public void MoreMargin_NeverMakesACustomerWorthLess() =>
        Gen.Select(Gen.Int[0, 40], Gen.Double[0, 1], Gen.Int[-2000, 2000], Gen.Int[0, 2000]).Sample((repeats, share, margin, more) =>
        {
            var recency = repeats == 0 ? 0 : 1 + share * 700;
            var business = Business with { Orders = new PurchaseHistory(repeats, recency, 720) };
            foreach (var models in new[] { FittedModels.None, new FittedModels { Orders = Orders } })
            {
                var less = Of(business with { MarginPerOrder = margin }, models).Value;
                var higher = Of(business with { MarginPerOrder = margin + more }, models).Value;
                Assert.True(less is null == higher is null && (less is null || higher >= less - 0.000001m));
            }
        });
}
