using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// The gamma function's logarithm and its first two derivatives, and the few elementary functions that lose digits when
/// written naively.
/// </summary>
/// <remarks>
/// Real arguments greater than zero; anything else gives NaN. About fourteen significant digits: the argument is moved up
/// by the recurrence until Stirling's series (Abramowitz and Stegun 6.1.41, 6.3.18, 6.4.12) is exact to double precision.
/// </remarks>
internal static class GammaFunction
{
    private const double StirlingFrom = 12;
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>ln Γ(x).</summary>
    public static double Ln(double x)
    {
        if (!(x > 0)) return double.NaN;
        var shift = 0.0;
        if (x < StirlingFrom)
        {
            // One logarithm of the product instead of one per step; the product stays below 12!.
            var product = 1.0;
            for (; x < StirlingFrom; x++) product *= x;
            shift = Math.Log(product);
        }

        var w = 1 / (x * x);
        var series = (1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188 - w * 691.0 / 360360))))) / x;
        return (x - 0.5) * Math.Log(x) - x + HalfLogTwoPi + series - shift;
    }

    /// <summary>ψ(x), the derivative of ln Γ.</summary>
    public static double Digamma(double x)
    {
        if (!(x > 0)) return double.NaN;
        var shift = 0.0;
        for (; x < StirlingFrom; x++) shift += 1 / x;
        var w = 1 / (x * x);
        var series = w * (1.0 / 12 - w * (1.0 / 120 - w * (1.0 / 252 - w * (1.0 / 240 - w * (1.0 / 132 - w * 691.0 / 32760)))));
        return Math.Log(x) - 0.5 / x - series - shift;
    }

    /// <summary>ψ′(x), the second derivative of ln Γ.</summary>
    public static double Trigamma(double x)
    {
        if (!(x > 0)) return double.NaN;
        var shift = 0.0;
        for (; x < StirlingFrom; x++) shift += 1 / (x * x);
        var w = 1 / (x * x);
        var series = w * (1.0 / 6 - w * (1.0 / 30 - w * (1.0 / 42 - w * (1.0 / 30 - w * (5.0 / 66 - w * 691.0 / 2730))))) / x;
        return 1 / x + 0.5 * w + series + shift;
    }

    /// <summary>ln B(a, b).</summary>
    public static double LnBeta(double a, double b) => Ln(a) + Ln(b) - Ln(a + b);

    /// <summary>ln(1 + x) without loss for small x.</summary>
    public static double LogOnePlus(double x)
    {
        var u = 1 + x;
        // The rounding error of u cancels between logarithm and divisor (Kahan).
        return u == 1 ? x : double.IsInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>1 − e^(−x) without loss for small x ≥ 0.</summary>
    public static double OneMinusExpOfMinus(double x)
    {
        if (x > 1e-5) return 1 - Math.Exp(-x);
        return x * (1 - x / 2 * (1 - x / 3));
    }

    /// <summary>ln(1 + e^x) without overflow.</summary>
    public static double LogOnePlusExp(double x) => x > 0 ? x + LogOnePlus(Math.Exp(-x)) : LogOnePlus(Math.Exp(x));
}
