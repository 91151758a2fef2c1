using System;

namespace Kam.Rules.ValueInsights;

/// <summary>What a sales line cost us.</summary>
/// <model stage="1 Value Insights">contribution margin of the rolling 12 months and the 12 before</model>
public static class SalesLineCost
{
    /// <summary>Quantity times unit cost, in the line's currency, not rounded; null when the unit cost or the quantity is unknown.</summary>
    /// <param name="quantity">Negative for a return, whose cost is then negative too.</param>
    /// <param name="unitCost">Per unit, zero or more; zero is a known cost (a free sample), null is unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">Unit cost below zero; see KAM-VAL-080.</exception>
    public static decimal? Of(decimal? quantity, decimal? unitCost) =>
        unitCost < 0m ? throw new ArgumentOutOfRangeException(nameof(unitCost), unitCost, "Zero or more.") : quantity * unitCost;
}
