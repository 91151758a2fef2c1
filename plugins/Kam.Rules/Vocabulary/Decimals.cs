using System;

namespace Kam.Rules.Vocabulary;

/// <summary>Rounding to fixed decimals, halves away from zero, trailing zeros kept: 2.5 becomes 2.50.</summary>
public static class Decimals
{
    /// <summary>Two decimals: scores, points, percentages.</summary>
    public static decimal Two(decimal value) => Fixed(value, 2, 0.00m);

    /// <summary>Two decimals, or none where the number is whole: days, counts. 37 stays 37, 12.5 becomes 12.50.</summary>
    public static decimal TwoOrNone(decimal value) => Two(value) is var two && two == decimal.Truncate(two) ? decimal.Truncate(two) : two;

    /// <summary>Four decimals: measured values and weights.</summary>
    public static decimal Four(decimal value) => Fixed(value, 4, 0.0000m);

    // Adding a zero of the wanted scale keeps the trailing zeros.
    private static decimal Fixed(decimal value, int decimals, decimal zero) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero) + zero;
}
