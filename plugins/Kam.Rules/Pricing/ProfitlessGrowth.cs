using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>What was sold of a product in two periods. Amounts in base currency, without tax.</summary>
/// <param name="ProductId">Which.</param>
/// <param name="QuantityBefore">Units in the earlier period.</param>
/// <param name="RevenueBefore">Pocket revenue in the earlier period.</param>
/// <param name="CostBefore">Cost in the earlier period; null when unknown.</param>
/// <param name="Quantity">Units in the later period.</param>
/// <param name="Revenue">Pocket revenue in the later period.</param>
/// <param name="Cost">Cost in the later period; null when unknown.</param>
public sealed record ProductSales(
    Guid ProductId,
    decimal QuantityBefore,
    decimal RevenueBefore,
    decimal? CostBefore,
    decimal Quantity,
    decimal Revenue,
    decimal? Cost);

/// <summary>What was sold in two periods on lines whose cost is unknown. Amounts in base currency, without tax.</summary>
/// <param name="RevenueBefore">Pocket revenue in the earlier period.</param>
/// <param name="Revenue">Pocket revenue in the later period.</param>
/// <param name="MinimumCoveragePercent">Margin is unknown when lines with a cost carry less than this part of the revenue of a period; 0 to 100.</param>
public sealed record UncostedSales(decimal RevenueBefore, decimal Revenue, decimal MinimumCoveragePercent)
{
    /// <summary>Every line has a cost.</summary>
    public static UncostedSales None { get; } = new(0m, 0m, 0m);
}

/// <summary>Why the margin of an account changed between two periods, in parts that add up to the change exactly.</summary>
/// <remarks>
/// Lines without cost count in the revenue and in nothing else, and only as long as they are few: the margin is then that of the other lines, as in the value of the account.
/// Products sold in both periods: price = what today's units bring more at today's than at former prices; cost likewise; volume = the former margin grown as fast as the
/// volume at former prices; mix = the rest of the change in units. Products sold in one period only are new or lost, with their whole margin. Volume is weighed at former
/// prices, so that metres and pieces can be added. The mix is what remains, so that nothing is lost to division.
/// Price-volume-mix after Marn, Roegner and Zawada, "The Price Advantage" (2004).
/// </remarks>
/// <model stage="5 Pricing">Profitless growth: revenue up and margin down, per account and period, with the drivers (price, volume, mix).</model>
public sealed class ProfitlessGrowth
{
    private readonly ProductSales[] sales;

    /// <param name="sales">One per product, in any order.</param>
    public ProfitlessGrowth(IEnumerable<ProductSales> sales)
        : this(sales, UncostedSales.None)
    {
    }

    /// <param name="sales">One per product, in any order: the lines that have a cost.</param>
    /// <param name="uncosted">The lines that have none.</param>
    public ProfitlessGrowth(IEnumerable<ProductSales> sales, UncostedSales uncosted)
    {
        this.sales = sales.ToArray();
        var both = this.sales.Where(SoldInBoth).ToArray();
        var before = this.sales.Sum(product => product.RevenueBefore);
        var now = this.sales.Sum(product => product.Revenue);
        Revenue = now + uncosted.Revenue;
        RevenueChange = Revenue - before - uncosted.RevenueBefore;
        IsCostKnown = this.sales.All(HasCost)
            && IsCovered(before, uncosted.RevenueBefore, uncosted.MinimumCoveragePercent)
            && IsCovered(now, uncosted.Revenue, uncosted.MinimumCoveragePercent);
        if (!IsCostKnown) return;

        MarginBefore = this.sales.Sum(Before);
        Margin = this.sales.Sum(Now);
        NewProducts = this.sales.Where(product => !SoldInBoth(product)).Sum(Now);
        LostProducts = -this.sales.Where(product => !SoldInBoth(product)).Sum(Before);
        PriceEffect = both.Sum(product => product.Revenue - AtFormer(product, product.RevenueBefore));
        CostEffect = both.Sum(product => AtFormer(product, product.CostBefore!.Value) - product.Cost!.Value);
        var formerRevenue = both.Sum(product => product.RevenueBefore);
        VolumeEffect = formerRevenue == 0m ? 0m : both.Sum(Before) * (both.Sum(product => AtFormer(product, product.RevenueBefore)) - formerRevenue) / formerRevenue;
        MixEffect = MarginChange - PriceEffect - CostEffect - VolumeEffect - NewProducts - LostProducts;
    }

    /// <summary>Whether enough lines have a cost; otherwise only <see cref="Revenue"/> and <see cref="RevenueChange"/> are known.</summary>
    public bool IsCostKnown { get; }

    /// <summary>Revenue of the later period, lines without cost included.</summary>
    public decimal Revenue { get; }

    /// <summary>Later less earlier revenue, lines without cost included.</summary>
    public decimal RevenueChange { get; }

    /// <summary>Margin of the earlier period.</summary>
    public decimal? MarginBefore { get; }

    /// <summary>Margin of the later period.</summary>
    public decimal? Margin { get; }

    /// <summary>Later less earlier margin.</summary>
    public decimal? MarginChange => Margin - MarginBefore;

    /// <summary>By other prices for what is still sold.</summary>
    public decimal? PriceEffect { get; }

    /// <summary>By other unit costs of what is still sold; below zero when it became dearer.</summary>
    public decimal? CostEffect { get; }

    /// <summary>By more or fewer units, the mix unchanged.</summary>
    public decimal? VolumeEffect { get; }

    /// <summary>By units moving between products of other margin.</summary>
    public decimal? MixEffect { get; }

    /// <summary>Margin of what was not sold before.</summary>
    public decimal? NewProducts { get; }

    /// <summary>Margin of what is no longer sold, as a change: below zero when it brought something.</summary>
    public decimal? LostProducts { get; }

    /// <summary>Revenue up and margin down; null when cost is unknown.</summary>
    public bool? IsProfitless => MarginChange is { } change ? RevenueChange > 0m && change < 0m : null;

    /// <summary>
    /// Change of the margin and its six parts, rounded on account so that the parts still add up to the change: change, price, cost, volume, mix, new, lost.
    /// Null when cost is unknown.
    /// </summary>
    /// <param name="currency">Base currency.</param>
    public IReadOnlyList<decimal>? Rounded(Currency currency)
    {
        if (MarginChange is not { } change) return null;
        var total = currency.Round(change);
        return [total, .. LargestRemainder.Round([PriceEffect!.Value, CostEffect!.Value, VolumeEffect!.Value, MixEffect!.Value, NewProducts!.Value, LostProducts!.Value], total, currency.Unit)];
    }

    private static bool IsCovered(decimal costed, decimal uncosted, decimal minimumPercent)
    {
        if (uncosted == 0m) return true;
        var whole = Math.Max(Math.Abs(costed + uncosted), Math.Abs(costed));
        return whole > 0m && Math.Max(0m, 100m - (Math.Abs(uncosted) / whole * 100m)) >= minimumPercent;
    }

    private static bool HasCost(ProductSales product) =>
        (product.CostBefore is not null || (product.QuantityBefore == 0m && product.RevenueBefore == 0m))
        && (product.Cost is not null || (product.Quantity == 0m && product.Revenue == 0m));

    // A price per unit needs units on both sides; credits without goods fall under new and lost.
    private static bool SoldInBoth(ProductSales product) => product.QuantityBefore > 0m && product.Quantity > 0m;

    private static decimal Before(ProductSales product) => product.RevenueBefore - (product.CostBefore ?? 0m);

    private static decimal Now(ProductSales product) => product.Revenue - (product.Cost ?? 0m);

    private static decimal AtFormer(ProductSales product, decimal formerTotal) => product.Quantity * formerTotal / product.QuantityBefore;
}
