using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>How many standard deviations a band reaches to either side of the mean of a normal distribution.</summary>
internal static class NormalQuantile
{
    /// <param name="share">Share of the distribution inside the band, 0 up to 0.9999.</param>
    public static double HalfWidth(double share)
    {
        // Newton on Φ; starting inside, on its concave half, it approaches from one side.
        var z = 0.0;
        for (var step = 0; step < 50; step++)
        {
            var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
            var change = (share / 2 - HalfArea(z, density)) / density;
            z += change;
            if (Math.Abs(change) < 1e-14) break;
        }

        return z;
    }

    /// <summary>Φ(z) − ½ = φ(z)·(z + z³/3 + z⁵/(3·5) + …).</summary>
    private static double HalfArea(double z, double density)
    {
        double term = z, sum = 0;
        for (var odd = 3; Math.Abs(term) > 1e-18; odd += 2)
        {
            sum += term;
            term *= z * z / odd;
        }

        return density * sum;
    }
}
