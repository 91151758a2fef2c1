using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// The simplest customer lifetime value, as a check on the models: what one unit of yearly margin is worth if the same share of customers
/// stays every year for ever.
/// </summary>
/// <remarks>r / (1 + i − r), Gupta and Lehmann 2003; the first margin comes a year from now.</remarks>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public static class MarginMultiple
{
    /// <param name="retention">r: share of customers that stays, 0 to 1.</param>
    /// <param name="discountRate">i per period, at least 0: 0.1 is 10 %.</param>
    /// <exception cref="ArgumentException">Out of range, or everybody stays and nothing is discounted: then the value is infinite.</exception>
    public static decimal Of(decimal retention, decimal discountRate)
    {
        if (retention is < 0 or > 1) throw new ArgumentException("Retention lies between 0 and 1.", nameof(retention));
        if (discountRate < 0) throw new ArgumentException("The discount rate cannot be negative.", nameof(discountRate));
        if (retention == 1 && discountRate == 0) throw new ArgumentException("Margin that never ends and is not discounted has no value.", nameof(discountRate));
        return retention / (1 + discountRate - retention);
    }
}
