using System;
using System.Linq;
using CsCheck;
using Kam.Rules.Pricing;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class ProfitlessGrowthTests
{
    private static readonly Gen<ProductSales> Sales =
        from id in Gen.Guid
        from before in Gen.Int[-2, 20]
        from now in Gen.Int[-2, 20]
        from money in Gen.Int[-5_000, 50_000].Array[4]
        select new ProductSales(id, before, money[0] / 7m, money[1] / 7m, now, money[2] / 7m, money[3] / 7m);

    [Fact]
    public void RevenueUpMarginDown_IsSplitIntoItsCauses()
    {
        // Sensors: 100 at 10.00 cost 6.00, then 150 at 9.00 cost 6.50. Cables: 100 at 5.00 cost 4.00 in both years.
        var growth = new ProfitlessGrowth(
        [
            new ProductSales(Guid.NewGuid(), 100m, 1_000m, 600m, 150m, 1_350m, 975m),
            new ProductSales(Guid.NewGuid(), 100m, 500m, 400m, 100m, 500m, 400m),
        ]);

        Assert.Equal(350m, growth.RevenueChange);
        Assert.Equal(-25m, growth.MarginChange);           // 500 -> 475
        Assert.Equal(-150m, growth.PriceEffect);           // 150 x -1.00
        Assert.Equal(-75m, growth.CostEffect);             // 150 x -0.50
        Assert.Equal(166.67m, Math.Round(growth.VolumeEffect!.Value, 2)); // 500 x 500/1,500
        Assert.Equal(33.33m, Math.Round(growth.MixEffect!.Value, 2));     // 50 x 4.00 - 166.67
        Assert.True(growth.IsProfitless);
    }

    [Fact]
    public void NewAndLostProducts_CountWithTheirWholeMargin()
    {
        var growth = new ProfitlessGrowth(
        [
            new ProductSales(Guid.NewGuid(), 0m, 0m, null, 10m, 400m, 300m),
            new ProductSales(Guid.NewGuid(), 10m, 700m, 350m, 0m, 0m, null),
        ]);

        Assert.Equal(100m, growth.NewProducts);
        Assert.Equal(-350m, growth.LostProducts);
        Assert.Equal(-250m, growth.MarginChange);
        Assert.Equal(0m, growth.MixEffect);
        Assert.False(growth.IsProfitless);
    }

    [Fact]
    public void WithoutAllCosts_OnlyTheRevenueIsKnown()
    {
        var growth = new ProfitlessGrowth([new ProductSales(Guid.NewGuid(), 10m, 100m, 60m, 10m, 120m, null)]);

        Assert.False(growth.IsCostKnown);
        Assert.Equal(20m, growth.RevenueChange);
        Assert.Null(growth.MarginChange);
        Assert.Null(growth.IsProfitless);
    }

    [Fact]
    public void TheParts_AddUpToTheChangeOfTheMargin() =>
        Sales.Array[0, 8].Sample(sales =>
        {
            var growth = new ProfitlessGrowth(sales);
            var parts = growth.PriceEffect + growth.CostEffect + growth.VolumeEffect + growth.MixEffect + growth.NewProducts + growth.LostProducts;
            Assert.InRange((growth.MarginChange - parts)!.Value, -0.000000001m, 0.000000001m);
        });

    [Fact]
    public void TheSameUnitsAtOtherPrices_AreAllPriceAndCost() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 9_999].Array[4]).Array[1, 5].Sample(products =>
        {
            var growth = new ProfitlessGrowth(products.Select(product =>
                new ProductSales(Guid.NewGuid(), product.Item1, product.Item2[0], product.Item2[1], product.Item1, product.Item2[2], product.Item2[3])));
            Assert.Equal(growth.RevenueChange, Math.Round(growth.PriceEffect!.Value, 9));
            Assert.InRange(growth.VolumeEffect!.Value, -0.000000001m, 0.000000001m);
            Assert.InRange(growth.MixEffect!.Value, -0.000000001m, 0.000000001m);
        });

    [Fact]
    public void EverythingTwice_IsAllVolume()
    {
        var growth = new ProfitlessGrowth(
        [
            new ProductSales(Guid.NewGuid(), 10m, 1_000m, 600m, 20m, 2_000m, 1_200m),
            new ProductSales(Guid.NewGuid(), 3m, 90m, 100m, 6m, 180m, 200m),
        ]);

        Assert.Equal(growth.MarginChange, growth.VolumeEffect);
        Assert.Equal(0m, growth.MixEffect);
    }

    [Theory]
    [InlineData(50, true)]      // 1,000 of 1,050: 95.24 % of the revenue has a cost
    [InlineData(60, false)]     // 94.34 %
    [InlineData(-40, true)]     // a return whose cost nobody knows: 96 % of 1,000
    public void LinesWithoutCost_CountInTheRevenue_AndLeaveTheMarginKnownWhileTheyAreFew(int uncosted, bool isKnown)
    {
        var growth = new ProfitlessGrowth([new ProductSales(Guid.NewGuid(), 100m, 900m, 500m, 100m, 1_000m, 650m)], new UncostedSales(0m, uncosted, 95m));

        Assert.Equal(100m + uncosted, growth.RevenueChange);
        Assert.Equal(1_000m + uncosted, growth.Revenue);
        Assert.Equal(isKnown, growth.IsCostKnown);
        Assert.Equal(isKnown ? -50m : null, growth.MarginChange);
    }

    [Fact]
    public void WhatIsStored_AddsUpToTheCent() =>
        Sales.Array[0, 8].Sample(sales =>
        {
            var stored = new ProfitlessGrowth(sales).Rounded(new Kam.Rules.Vocabulary.Currency("CHF", 2))!;
            Assert.Equal(stored[0], stored.Skip(1).Sum());
            Assert.All(stored, amount => Assert.Equal(Math.Round(amount, 2), amount));
        });
}
