using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class PriceWaterfallTests
{
    private static readonly Currency Franc = new("CHF", 2);
    private static readonly Dictionary<ConditionKind, decimal> Nothing = [];
    private static readonly Dictionary<ConditionKind, decimal> Loyal = new() { [ConditionKind.Loyalty] = 5m };

    [Fact]
    public void ListHundred_LessTwenty_LeavesEightyInThePocketAndThirtyAfterCost()
    {
        var waterfall = Of(new PricedLine(1m, 100m, null, [Manual(20m)], 50m));

        Assert.Equal(80m, waterfall.PocketAmount);
        Assert.Equal(30m, waterfall.MarginAmount);
        Assert.Equal(37.5m, waterfall.MarginPercent);
    }

    [Fact]
    public void ThePublishedExample_FallsFromHundredToThirtySeven()
    {
        // List 100, standard discount 15, rebates 5 and freight 3 later, cost 40: invoice 85, pocket 77, margin 37.
        var later = new[] { Later("Rebates", 5m, 1), Later("Freight", 3m, 2) };
        var waterfall = new PriceWaterfall(new PricedLine(1m, 100m, null, [Manual(15m)], 40m), new ConditionStack(later, null), Loyal, Franc, Rounding.OnAccount);

        Assert.Equal(85m, waterfall.InvoicePrice);
        Assert.Equal(77m, waterfall.PocketPrice);
        Assert.Equal(37m, waterfall.PocketMargin);
        Assert.Equal([100m, -15m, -5m, -3m, -40m], waterfall.Lines.Select(step => step.Amount));
    }

    [Fact]
    public void CashInFrancs_IsRoundedOnceAtTheEnd()
    {
        // 3 x 9.99 = 29.97; a third of a per cent off would be 29.87; cash 29.85.
        var waterfall = new PriceWaterfall(
            new PricedLine(3m, 9.99m, null, [Manual(0.0999m)], 7.77m), new ConditionStack([], null), Nothing, Franc, Rounding.Cash);

        Assert.Equal(29.85m, waterfall.InvoiceAmount);
        Assert.Equal(6.55m, waterfall.MarginAmount); // 29.8701 - 23.31 = 6.5601
        Assert.Equal(29.8701m / 3m, waterfall.PocketPrice);
    }

    [Fact]
    public void WithoutCost_TheMarginIsUnknown()
    {
        var waterfall = Of(new PricedLine(2m, 100m, null, [], null));

        Assert.Null(waterfall.MarginAmount);
        Assert.Null(waterfall.PocketMargin);
        Assert.Null(waterfall.MarginPercent);
        Assert.Equal([WaterfallStepKind.ListPrice], waterfall.Lines.Select(step => step.Kind));
    }

    [Fact]
    public void ALineWithoutUnits_HasNoPricePerUnit()
    {
        var waterfall = Of(new PricedLine(0m, 100m, null, [], 60m));

        Assert.Null(waterfall.PocketPrice);
        Assert.Equal(0m, waterfall.PocketAmount);
    }

    [Fact]
    public void AReturn_IsTheSameSaleBackwards()
    {
        var conditions = new ConditionStack([Later("Loyalty", 3m, 1)], null);
        var sale = new PriceWaterfall(new PricedLine(4m, 25m, null, [Manual(10m)], 15m), conditions, Loyal, Franc, Rounding.OnAccount);
        var back = new PriceWaterfall(new PricedLine(-4m, 25m, null, [Manual(-10m)], 15m), conditions, Loyal, Franc, Rounding.OnAccount);

        Assert.Equal(87m, sale.PocketAmount); // 100 - 10 - 3 % of 100
        Assert.Equal(-87m, back.PocketAmount);
        Assert.Equal(sale.PocketPrice, back.PocketPrice);
        Assert.Equal(sale.PocketMargin, back.PocketMargin);
    }

    [Fact]
    public void EachStep_NamesTheRowItComesFrom()
    {
        var item = Guid.NewGuid();
        var condition = Later("Loyalty", 3m, 1);
        var waterfall = new PriceWaterfall(new PricedLine(1m, 10m, item, [Manual(1m)], 5m), new ConditionStack([condition], null), Loyal, Franc, Rounding.OnAccount);

        Assert.Equal([item, null, condition.Id, null], waterfall.Lines.Select(step => step.SourceId));
        Assert.Equal(["pricing.stepListPrice", "pricing.discountManual", "", "pricing.stepCost"], waterfall.Lines.Select(step => step.TextKey));
    }

    [Fact]
    public void TheRoundedSteps_AddUpToTheRoundedTotals() =>
        Gen.Select(
            Gen.Int[-50, 50],
            Gen.Int[0, 999_999],
            Gen.Int[0, 99_999].Array[0, 3],
            Gen.Int[0, 300].Array[0, 4],
            Gen.Int[0, 999_999],
            Gen.Bool).Sample((quantity, list, discounts, percents, cost, cash) =>
        {
            var rounding = cash ? Rounding.Cash : Rounding.OnAccount;
            var conditions = new ConditionStack(percents.Select((percent, place) => Later("L", percent / 7m, place) with { IsRetroactive = place % 2 == 0 }), 40m);
            var line = new PricedLine(quantity, list / 1_000m, null, discounts.Select(discount => Manual(discount * quantity / 10_000m)).ToArray(), cost / 1_000m);
            var waterfall = new PriceWaterfall(line, conditions, Loyal, Franc, rounding);
            var unit = cash ? 0.05m : 0.01m;

            Assert.Equal(waterfall.InvoiceAmount, waterfall.Lines.Where(step => step.Kind <= WaterfallStepKind.OnInvoiceCondition).Sum(step => step.Amount));
            Assert.Equal(waterfall.PocketAmount, waterfall.Lines.Where(step => step.Kind != WaterfallStepKind.Cost).Sum(step => step.Amount));
            Assert.Equal(waterfall.MarginAmount, waterfall.Lines.Sum(step => step.Amount));
            Assert.All(waterfall.Lines, step => Assert.Equal(0m, step.Amount % unit));
            Assert.InRange(waterfall.PocketAmount - waterfall.Lines.Where(step => step.Kind != WaterfallStepKind.Cost).Sum(step => step.Exact), -Half(unit), Half(unit));
        });

    [Fact]
    public void AHigherListPrice_NeverLeavesLessInThePocket() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 10_000], Gen.Int[0, 100]).Sample((list, more, percent) =>
        {
            var conditions = new ConditionStack([Later("L", percent, 1)], 80m);
            decimal Pocket(int cents) => new PriceWaterfall(new PricedLine(3m, cents / 100m, null, [Manual(20m)], null), conditions, Loyal, Franc, Rounding.Cash).PocketAmount;
            return Pocket(list + more) >= Pocket(list);
        });

    // Sevenths have no end in decimals: the last of 28 digits may tip a half either way.
    private static decimal Half(decimal unit) => (unit / 2m) + 0.000000000001m;

    private static PriceWaterfall Of(PricedLine line) => new(line, new ConditionStack([], null), Nothing, Franc, Rounding.OnAccount);

    private static LineDiscount Manual(decimal amount) => new("pricing.discountManual", null, amount);

    private static PriceCondition Later(string name, decimal percent, int sequence) => new(
        new Guid(sequence, 1, 0, new byte[8]), name, ConditionKind.Loyalty, true, ConditionBasis.ListPrice, TierMethod.Whole, [new ConditionTier(0m, percent)], sequence, null);
}
