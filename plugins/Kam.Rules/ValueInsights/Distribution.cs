using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.ValueInsights;

/// <summary>How a measure is spread over the portfolio: up to 1,001 knots in rising order, small enough to be stored.</summary>
/// <remarks>
/// Up to 1,001 values the knots are the values themselves and everything is exact. Above that they are the 0 ‰, 1 ‰ … 1,000 ‰
/// quantiles (the value at that place of the sorted list), and ranks between two knots are interpolated.
/// </remarks>
/// <model stage="1 Value Insights">percentile within the portfolio … or portfolio median</model>
public sealed class Distribution
{
    /// <summary>Most knots a distribution holds.</summary>
    public const int MaximumKnots = 1001;

    private readonly decimal[] knots;

    private Distribution(decimal[] knots, int count)
    {
        this.knots = knots;
        Count = count;
    }

    /// <summary>No account has a value.</summary>
    public static Distribution Empty { get; } = new([], 0);

    /// <summary>Number of accounts with a value.</summary>
    public int Count { get; }

    /// <summary>The knots in rising order, to be stored with <see cref="Count"/>.</summary>
    public IReadOnlyList<decimal> Knots => knots;

    private bool IsExact => knots.Length == Count;

    /// <summary>The spread of the known values; the order does not matter.</summary>
    public static Distribution Of(IEnumerable<decimal> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        if (sorted.Length <= MaximumKnots) return new Distribution(sorted, sorted.Length);
        var last = sorted.Length - 1L;
        var quantiles = Enumerable.Range(0, MaximumKnots)
            .Select(permille => sorted[(int)(((permille * last) + ((MaximumKnots - 1) / 2)) / (MaximumKnots - 1))]);
        return new Distribution(quantiles.ToArray(), sorted.Length);
    }

    /// <summary>A stored distribution.</summary>
    /// <exception cref="ArgumentException">More knots than values or than 1,001, missing knots, or knots that fall.</exception>
    public static Distribution Stored(IEnumerable<decimal> knots, int count)
    {
        var stored = knots.ToArray();
        if (stored.Length != Math.Min(count, MaximumKnots)) throw new ArgumentException("One knot for each value, at most 1,001.", nameof(knots));
        for (var i = 1; i < stored.Length; i++)
        {
            if (stored[i] < stored[i - 1]) throw new ArgumentException("Knots rise.", nameof(knots));
        }

        return new Distribution(stored, count);
    }

    /// <summary>The middle value, or the mean of the two middle ones; null when empty.</summary>
    public decimal? Median => knots.Length == 0 ? null : (knots[(knots.Length - 1) / 2] + knots[knots.Length / 2]) / 2m;

    /// <summary>
    /// Mid-rank of a value, 0 to 100: the share of accounts below it plus half the share of those equal to it. 50 when empty or
    /// when all values are equal to it. Never falls when the value rises.
    /// </summary>
    public decimal MidRank(decimal value)
    {
        if (knots.Length == 0) return 50m;
        var below = CountBelow(value);
        var upTo = CountUpTo(value);
        if (IsExact) return (below + upTo) * 50m / knots.Length;
        return PermilleAmongQuantiles(value, below, upTo) * 100m / (MaximumKnots - 1);
    }

    private decimal PermilleAmongQuantiles(decimal value, int below, int upTo)
    {
        if (upTo > below) return (below + upTo - 1) / 2m;
        if (below == 0) return 0m;
        if (below == knots.Length) return MaximumKnots - 1;
        var left = knots[below - 1];
        return below - 1 + ((value - left) / (knots[below] - left));
    }

    private int CountBelow(decimal value) => FirstPlace(knot => knot >= value);

    private int CountUpTo(decimal value) => FirstPlace(knot => knot > value);

    // First knot that fulfils a condition which, along the rising knots, once true stays true.
    private int FirstPlace(Func<decimal, bool> isReached)
    {
        var from = 0;
        var to = knots.Length;
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (isReached(knots[middle])) to = middle;
            else from = middle + 1;
        }

        return from;
    }
}
