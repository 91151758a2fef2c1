using System;

namespace Kam.Rules.Vocabulary;

/// <summary>Where the true share lies at 95 % confidence, after so many hits in so many trials.</summary>
/// <remarks>
/// Wilson's score interval (Journal of the American Statistical Association 22, 1927): it stays within 0 to 1 and is honest for three trials, unlike the textbook one.
/// </remarks>
internal sealed class WilsonInterval
{
    // 97.5 % quantile of the standard normal distribution.
    private const double Z = 1.959963984540054;

    /// <param name="hits">Zero up to the trials.</param>
    /// <param name="trials">At least 1.</param>
    internal WilsonInterval(int hits, int trials)
    {
        double n = trials;
        var share = hits / n;
        var centre = share + (Z * Z / (2 * n));
        var margin = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        Low = (centre - margin) / (1 + (Z * Z / n));
        High = (centre + margin) / (1 + (Z * Z / n));
    }

    /// <summary>Lower end, 0 to 1.</summary>
    internal double Low { get; }

    /// <summary>Upper end, 0 to 1.</summary>
    internal double High { get; }
}
