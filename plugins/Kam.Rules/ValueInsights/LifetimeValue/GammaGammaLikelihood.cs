using System;
using System.Collections.Generic;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Log-likelihood of the Gamma-Gamma model, parameters p, q, γ, with analytic gradient and Hessian.</summary>
/// <remarks>Values are divided by their mean, so that the search does not depend on the currency.</remarks>
internal sealed class GammaGammaLikelihood : LogLikelihood
{
    private readonly int[] purchases;
    private readonly double[] values;

    public GammaGammaLikelihood(IReadOnlyList<int> purchases, IReadOnlyList<double> values)
    {
        this.purchases = new int[purchases.Count];
        this.values = new double[values.Count];
        var total = 0.0;
        foreach (var value in values) total += value;
        ValueScale = total / values.Count;
        for (var i = 0; i < values.Count; i++)
        {
            this.purchases[i] = purchases[i];
            this.values[i] = values[i] / ValueScale;
        }
    }

    /// <summary>Mean value: γ of the search times this is γ of the model.</summary>
    public double ValueScale { get; }

    /// <inheritdoc/>
    public override int Dimension => 3;

    /// <inheritdoc/>
    public override double Evaluate(double[] parameters, double[] gradient, double[,] hessian)
    {
        double p = parameters[0], q = parameters[1], gamma = parameters[2];
        double lnGammaQ = GammaFunction.Ln(q), psiQ = GammaFunction.Digamma(q), psi1Q = GammaFunction.Trigamma(q), lnGamma = Math.Log(gamma);
        Array.Clear(gradient, 0, 3);
        Array.Clear(hessian, 0, 9);
        var total = -values.Length * Math.Log(ValueScale);
        for (var i = 0; i < values.Length; i++)
        {
            double x = purchases[i], m = values[i], px = p * x, all = gamma + x * m;
            // ln(xm/(γ+xm)) and ln(γ/(γ+xm)) instead of powers that overflow.
            var spentShare = Math.Log(x * m / all);
            var priorShare = lnGamma - Math.Log(all);
            total += GammaFunction.Ln(px + q) - GammaFunction.Ln(px) - lnGammaQ + px * spentShare + q * priorShare - Math.Log(m);

            var psi1Both = GammaFunction.Trigamma(px + q);
            var psiBoth = GammaFunction.Digamma(px + q);
            gradient[0] += x * (psiBoth - GammaFunction.Digamma(px) + spentShare);
            gradient[1] += psiBoth - psiQ + priorShare;
            gradient[2] += q / gamma - (px + q) / all;
            hessian[0, 0] += x * x * (psi1Both - GammaFunction.Trigamma(px));
            hessian[0, 1] += x * psi1Both;
            hessian[0, 2] -= x / all;
            hessian[1, 1] += psi1Both - psi1Q;
            hessian[1, 2] += 1 / gamma - 1 / all;
            hessian[2, 2] += (px + q) / (all * all) - q / (gamma * gamma);
        }

        hessian[1, 0] = hessian[0, 1];
        hessian[2, 0] = hessian[0, 2];
        hessian[2, 1] = hessian[1, 2];
        return total;
    }
}
