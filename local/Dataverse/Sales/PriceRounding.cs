using System;

namespace Local.Dataverse.Sales;

/// <summary>How a price list item rounds what it calculates: to prices that end in an amount, or to multiples of one.</summary>
internal static class PriceRounding
{
    private const int None = 1, Up = 2, Down = 3;
    private const int EndsIn = 1;

    /// <summary>The rounded price.</summary>
    /// <param name="price">As calculated.</param>
    /// <param name="policy">Value of roundingpolicycode.</param>
    /// <param name="option">Value of roundingoptioncode.</param>
    /// <param name="amount">The amount prices end in or are multiples of; null when the item names none.</param>
    /// <returns>Null when the policy needs an amount and there is none.</returns>
    public static decimal? Round(decimal price, int policy, int option, decimal? amount)
    {
        if (policy == None) return price;
        if (amount is not > 0m) return null;
        var (step, offset) = option == EndsIn ? (PowerAbove(amount.Value), amount.Value) : (amount.Value, 0m);
        var steps = (price - offset) / step;
        var whole = policy switch
        {
            Up => Math.Ceiling(steps),
            Down => Math.Floor(steps),
            _ => Math.Floor(steps + 0.5m),
        };
        // A price does not round down to less than nothing.
        return Math.Max(offset + whole * step, 0m);
    }

    // Prices that end in 0.99 are a unit apart, those that end in 9.95 ten.
    private static decimal PowerAbove(decimal amount)
    {
        var power = 1m;
        while (power <= amount) power *= 10m;
        return power;
    }
}
