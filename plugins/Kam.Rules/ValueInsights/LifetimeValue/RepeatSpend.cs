using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>What one customer spent on repeat purchases, or the margin they brought: input of the Gamma-Gamma model.</summary>
public readonly record struct RepeatSpend
{
    /// <param name="repeatPurchases">Number of repeat purchases, at least 1.</param>
    /// <param name="meanValue">Mean value of one of them, in one currency for all customers; null when unknown.</param>
    /// <exception cref="ArgumentException">No repeat purchase.</exception>
    public RepeatSpend(int repeatPurchases, decimal? meanValue)
    {
        if (repeatPurchases < 1) throw new ArgumentException("A customer without repeat purchase has no repeat spend.", nameof(repeatPurchases));
        RepeatPurchases = repeatPurchases;
        MeanValue = meanValue;
    }

    public int RepeatPurchases { get; }

    /// <summary>Null when unknown, which is not zero.</summary>
    public decimal? MeanValue { get; }
}
