using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// Purchases within a time by a customer who is alive now, with rate ~ gamma(r, α) and dropout chance ~ beta(a, b) at each purchase.
/// </summary>
/// <remarks>
/// The textbook form (a+b−1)/(a−1)·[1 − (α/(α+t))^r ₂F₁(r, b; a+b−1; t/(α+t))] is 0/0 at a = 1, has a pole at a + b = 1 and
/// loses all digits near both. This is the same number as a sum of positive terms: with N the purchases without dropout
/// (negative binomial) and S_j = E[(1−p)^j] the chance to survive j purchases, E = Σ_n P(N = n)·Σ_{j&lt;n} S_j; and the chance
/// to be alive after t is Σ_n P(N = n)·S_n, which is (α/(α+t))^r ₂F₁(r, b; a+b; t/(α+t)). Where t is so long against α that the
/// sum would be endless, the integral over p takes over (double-exponential quadrature).
/// </remarks>
internal static class PurchasesUntilDropout
{
    private const double LongestShare = 0.998;
    private const double Negligible = 1e-16;

    public static PurchaseOutlook In(double time, double r, double alpha, double a, double b)
    {
        if (time == 0) return new PurchaseOutlook(0, 1);
        var share = time / (alpha + time);
        return share <= LongestShare ? Sum(r, share, a, b) : Integral(time, r, alpha, a, b);
    }

    private static PurchaseOutlook Sum(double r, double share, double a, double b)
    {
        // P(N = 0) underflows for large r: begin twelve standard deviations below the mean instead, where nothing is lost.
        var mean = r * share / (1 - share);
        var spread = Math.Sqrt(mean / (1 - share));
        var first = (int)Math.Max(0, mean - 12 * spread);
        var survival = 1.0;
        var purchases = 0.0;
        var n = 0;
        for (; n < first; n++)
        {
            purchases += survival;
            survival *= (b + n) / (a + b + n);
        }

        var log = r * GammaFunction.LogOnePlus(-share);
        if (first > 0) log += GammaFunction.Ln(r + first) - GammaFunction.Ln(r) - GammaFunction.Ln(first + 1) + first * Math.Log(share);
        var weight = Math.Exp(log);
        double expected = 0, alive = 0;
        while (true)
        {
            expected += weight * purchases;
            alive += weight * survival;
            var ratio = (r + n) / (n + 1) * share;
            // Once the terms fall geometrically, what is left is at most the next term over (1 − ratio).
            if (ratio < 1 && weight * (purchases + 1 / (1 - ratio)) <= Negligible * (1 - ratio) * (expected + Negligible)) break;
            purchases += survival;
            survival *= (b + n) / (a + b + n);
            weight *= ratio;
            n++;
        }

        return new PurchaseOutlook(expected, Math.Min(1, alive));
    }

    private static PurchaseOutlook Integral(double time, double r, double alpha, double a, double b)
    {
        const double step = 1.0 / 128;
        const int half = 8 * 128;
        var norm = GammaFunction.LnBeta(a, b);
        double expected = 0, alive = 0;
        for (var k = -half; k <= half; k++)
        {
            // p = 1/(1+e^(−u)), u = π sinh s: the ends of (0, 1), with their singularities, move to infinity.
            var s = k * step;
            var u = Math.PI * Math.Sinh(s);
            var logP = -GammaFunction.LogOnePlusExp(-u);
            var weight = Math.Exp(a * logP - b * GammaFunction.LogOnePlusExp(u) - norm) * Math.PI * Math.Cosh(s) * step;
            if (weight == 0) continue;
            var p = Math.Exp(logP);
            var stay = r * GammaFunction.LogOnePlus(p * time / alpha);
            alive += weight * Math.Exp(-stay);
            expected += weight * (p > 1e-290 ? GammaFunction.OneMinusExpOfMinus(stay) / p : r * time / alpha);
        }

        return new PurchaseOutlook(expected, Math.Min(1, alive));
    }
}
