using System;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Numbers of the models as arguments of sentences.</summary>
internal static class Figure
{
    // Beyond this a figure in a sentence says nothing more, and decimal ends at 7.9e28.
    private const double Largest = 1e15;

    public static Argument Whole(int count) => Argument.Number(count);

    public static Argument Rounded(double value) => Argument.Number(Math.Round(Bounded(value), MidpointRounding.AwayFromZero));

    public static Argument Two(double value) => Argument.Number(Decimals.Two(Bounded(value)));

    public static Argument TwoOrNone(double value) => Argument.Number(Decimals.TwoOrNone(Bounded(value)));

    public static Argument Percent(double share) => Argument.Percent(Decimals.Two(Bounded(100 * share)));

    private static decimal Bounded(double value) => (decimal)Math.Max(-Largest, Math.Min(Largest, value));
}
