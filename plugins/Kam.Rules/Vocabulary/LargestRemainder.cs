using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Vocabulary;

/// <summary>
/// Rounds parts so that they add up to their rounded total exactly: each part is cut off, and the units that are then missing
/// go to the parts that lost most (Hamilton's method).
/// </summary>
internal static class LargestRemainder
{
    /// <summary>The same where the order of the parts is given by the matter itself: of equal remainders the first one wins.</summary>
    internal static decimal[] Round(IReadOnlyList<decimal> exact, decimal total, decimal unit) => Round(exact, total, unit, new Guid[exact.Count]);

    /// <summary>The rounded parts, in the order given. Each differs from its exact value by less than one unit.</summary>
    /// <param name="exact">Of either sign.</param>
    /// <param name="total">The exact sum, rounded to a multiple of the unit.</param>
    /// <param name="unit">0.01 for points.</param>
    /// <param name="ties">Decides between equal remainders, so that reading order does not.</param>
    internal static decimal[] Round(IReadOnlyList<decimal> exact, decimal total, decimal unit, IReadOnlyList<Guid> ties)
    {
        var rounded = exact.Select(value => Math.Floor(value / unit) * unit).ToArray();
        var missing = (int)Math.Round((total - rounded.Sum()) / unit);
        var places = Enumerable.Range(0, exact.Count)
            .OrderByDescending(place => exact[place] - rounded[place])
            .ThenBy(place => ties[place])
            .Take(missing);
        foreach (var place in places) rounded[place] += unit;
        return rounded;
    }
}
