using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// What a purchase is worth: it varies around each customer's own mean (shape p), and the means vary over the customer base (q, γ).
/// A customer's expected value per purchase lies between their own mean and that of the base, nearer to their own the more they bought.
/// </summary>
/// <remarks>Source: Fader and Hardie 2013, “The Gamma-Gamma Model of Monetary Value”. γ is an amount in the currency of the values fitted.</remarks>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public sealed class GammaGammaModel
{
    private readonly double[,]? logCovariance;

    /// <param name="p">Shape of the values of one customer's purchases.</param>
    /// <param name="q">Shape of the customers' means, above 1: otherwise there is no mean.</param>
    /// <param name="gamma">Scale of the customers' means, an amount.</param>
    /// <param name="logCovariance">Covariance of (ln p, ln q, ln γ), 3 × 3; null when the parameters are taken as exact.</param>
    /// <exception cref="ArgumentException">A parameter is out of range, or the covariance is not 3 × 3.</exception>
    public GammaGammaModel(double p, double q, double gamma, double[,]? logCovariance = null)
    {
        if (!(p > 0) || double.IsInfinity(p)) throw new ArgumentException("p is a finite number greater than 0.", nameof(p));
        if (!(q > 1) || double.IsInfinity(q)) throw new ArgumentException("q is a finite number greater than 1.", nameof(q));
        if (!(gamma > 0) || double.IsInfinity(gamma)) throw new ArgumentException("γ is a finite number greater than 0.", nameof(gamma));
        if (logCovariance is not null && (logCovariance.GetLength(0) != 3 || logCovariance.GetLength(1) != 3))
        {
            throw new ArgumentException("The covariance of three parameters has three rows and columns.", nameof(logCovariance));
        }

        P = p;
        Q = q;
        Gamma = gamma;
        this.logCovariance = (double[,]?)logCovariance?.Clone();
    }

    public double P { get; }

    public double Q { get; }

    public double Gamma { get; }

    /// <summary>Covariance of (ln p, ln q, ln γ), a copy; null when unknown.</summary>
    public double[,]? LogCovariance() => (double[,]?)logCovariance?.Clone();

    /// <summary>Expected value of a purchase by a customer of whom no repeat purchase is known.</summary>
    public ExpectedValue Expect() => Expect(0, 0);

    /// <summary>Expected value of a next purchase by this customer.</summary>
    /// <exception cref="ArgumentException">The customer's mean value is unknown or not above zero: such a customer is outside the model.</exception>
    public ExpectedValue Expect(RepeatSpend spend) => spend.MeanValue is > 0
        ? Expect(spend.RepeatPurchases, (double)spend.MeanValue)
        : throw new ArgumentException("The mean value must be known and above zero.", nameof(spend));

    private ExpectedValue Expect(double x, double mean)
    {
        var past = Gamma + x * mean;
        var below = P * x + Q - 1;
        var value = P * past / below;
        if (logCovariance is null) return new ExpectedValue(value, 0);

        // Slopes of the expectation in ln p, ln q, ln γ.
        var slopes = new[] { value - value * P * x / below, -value * Q / below, value * Gamma / past };
        return new ExpectedValue(value, Math.Sqrt(Math.Max(0, Delta.Variance(slopes, logCovariance))));
    }
}
