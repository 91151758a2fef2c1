using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// How a customer base buys: each customer orders at random at a rate of their own (gamma distributed: r, α) until they
/// silently stop, with a chance of their own at each purchase (beta distributed: a, b).
/// </summary>
/// <remarks>
/// α and all times are in the unit of the histories the parameters were fitted to. P(alive) is a step in the calculation,
/// not a churn flag: BG/NBD calls every one-time buyer alive. 
/// Sources: Fader, Hardie and Lee 2005; Hardie's note 027; Hoppe and Wagner 2008.
/// </remarks>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public sealed class RepeatPurchaseModel
{
    private readonly double[,]? logCovariance;

    /// <param name="family">When a customer may stop.</param>
    /// <param name="r">Shape of the purchase rates.</param>
    /// <param name="alpha">Scale of the purchase rates, a time.</param>
    /// <param name="a">First shape of the dropout chances.</param>
    /// <param name="b">Second shape of the dropout chances.</param>
    /// <param name="logCovariance">Covariance of (ln r, ln α, ln a, ln b), 4 × 4; null when the parameters are taken as exact.</param>
    /// <exception cref="ArgumentException">A parameter is not a finite number greater than zero, or the covariance is not 4 × 4.</exception>
    public RepeatPurchaseModel(RepeatPurchaseFamily family, double r, double alpha, double a, double b, double[,]? logCovariance = null)
    {
        Family = family;
        R = Positive(r, nameof(r));
        Alpha = Positive(alpha, nameof(alpha));
        A = Positive(a, nameof(a));
        B = Positive(b, nameof(b));
        if (logCovariance is not null && (logCovariance.GetLength(0) != 4 || logCovariance.GetLength(1) != 4))
        {
            throw new ArgumentException("The covariance of four parameters has four rows and columns.", nameof(logCovariance));
        }

        this.logCovariance = (double[,]?)logCovariance?.Clone();
    }

    public RepeatPurchaseFamily Family { get; }

    public double R { get; }

    public double Alpha { get; }

    public double A { get; }

    public double B { get; }

    /// <summary>Whether the parameters come with a covariance.</summary>
    public bool HasCovariance => logCovariance is not null;

    /// <summary>Chances to drop out beside those after repeat purchases.</summary>
    private int ExtraChance => Family == RepeatPurchaseFamily.MbgNbd ? 1 : 0;

    /// <summary>Covariance of (ln r, ln α, ln a, ln b), a copy; null when unknown.</summary>
    public double[,]? LogCovariance() => (double[,]?)logCovariance?.Clone();

    /// <summary>Standard errors of r, α, a, b; null when unknown.</summary>
    public double[]? StandardErrors()
    {
        if (logCovariance is null) return null;
        var values = new[] { R, Alpha, A, B };
        for (var i = 0; i < 4; i++) values[i] *= Math.Sqrt(logCovariance[i, i]);
        return values;
    }

    /// <summary>ln L of one customer.</summary>
    public double LogLikelihood(PurchaseHistory history)
    {
        double x = history.RepeatPurchases, chances = x + ExtraChance;
        return GammaFunction.Ln(R + x) - GammaFunction.Ln(R)
            - R * GammaFunction.LogOnePlus(history.Age / Alpha) - x * Math.Log(Alpha + history.Age)
            + GammaFunction.LnBeta(A, B + chances) - GammaFunction.LnBeta(A, B)
            + GammaFunction.LogOnePlusExp(LogOddsOfGone(history));
    }

    /// <summary>ln L of a customer base.</summary>
    public double LogLikelihood(CustomerBase customerBase)
    {
        var likelihood = new RepeatPurchaseLikelihood(customerBase, Family);
        return likelihood.Evaluate(new[] { R, Alpha / likelihood.TimeScale, A, B }, new double[4], new double[4, 4]);
    }

    /// <summary>The probability that the customer has not stopped buying, 0 to 1.</summary>
    public double ProbabilityAlive(PurchaseHistory history)
    {
        var odds = LogOddsOfGone(history);
        return odds > 0 ? Math.Exp(-odds) / (1 + Math.Exp(-odds)) : 1 / (1 + Math.Exp(odds));
    }

    /// <summary>E[X(t)]: repeat purchases a new customer makes in a time t after the first one.</summary>
    public double ExpectedPurchases(double time) => ExpectedPurchases(default, time);

    /// <summary>E[Y(t) | x, t_x, T]: purchases of this customer in the time t from now on.</summary>
    public double ExpectedPurchases(PurchaseHistory history, double time) => Outlook(history, time).ExpectedPurchases;

    /// <summary>What a customer does in the time t from now on.</summary>
    /// <exception cref="ArgumentException">Time is negative or not a finite number.</exception>
    public PurchaseOutlook Outlook(PurchaseHistory history, double time)
    {
        if (double.IsNaN(time) || double.IsInfinity(time) || time < 0) throw new ArgumentException("Time must be a number of at least 0.", nameof(time));
        var alive = ProbabilityAlive(history);

        // Given alive, rate and dropout chance are again gamma and beta distributed, with what was seen added to the parameters.
        var fromNow = PurchasesUntilDropout.In(time, R + history.RepeatPurchases, Alpha + history.Age, A, B + history.RepeatPurchases + ExtraChance);
        return new PurchaseOutlook(alive * fromNow.ExpectedPurchases, alive * fromNow.ProbabilityAlive);
    }

    /// <summary>P(X(t) = n): the probability that a new customer makes exactly n repeat purchases in a time t.</summary>
    /// <exception cref="ArgumentException">Count is negative, or time is negative or not a finite number.</exception>
    public double ProbabilityOfPurchases(int count, double time)
    {
        if (count < 0) throw new ArgumentException("A number of purchases cannot be negative.", nameof(count));
        if (double.IsNaN(time) || double.IsInfinity(time) || time < 0) throw new ArgumentException("Time must be a number of at least 0.", nameof(time));
        if (time == 0) return count > 0 ? 0 : 1;

        var chances = count + ExtraChance;
        var prior = GammaFunction.LnBeta(A, B);
        var stayed = Math.Exp(GammaFunction.LnBeta(A, B + chances) - prior) * NegativeBinomial(count, time);
        if (chances == 0) return stayed;
        var left = Math.Exp(GammaFunction.LnBeta(A + 1, B + chances - 1) - prior) * AtLeast(count, time);
        return stayed + left;
    }

    private static double Positive(double value, string name) =>
        value > 0 && !double.IsInfinity(value) ? value : throw new ArgumentException("A parameter is a finite number greater than 0.", name);

    /// <summary>ln of the odds that the customer dropped out right after the last purchase; −∞ where that cannot be.</summary>
    private double LogOddsOfGone(PurchaseHistory history)
    {
        var chances = history.RepeatPurchases + ExtraChance;
        if (chances == 0) return double.NegativeInfinity;
        return Math.Log(A / (B + chances - 1))
            + (R + history.RepeatPurchases) * GammaFunction.LogOnePlus(history.Silence / (Alpha + history.Recency));
    }

    /// <summary>The probability of n purchases in a time without any dropout.</summary>
    private double NegativeBinomial(int count, double time) => Math.Exp(
        GammaFunction.Ln(R + count) - GammaFunction.Ln(R) - GammaFunction.Ln(count + 1)
        - R * GammaFunction.LogOnePlus(time / Alpha) - count * GammaFunction.LogOnePlus(Alpha / time));

    /// <summary>The probability of n or more purchases in a time without any dropout.</summary>
    private double AtLeast(int count, double time)
    {
        var sum = 0.0;
        if (count <= R * time / Alpha)
        {
            for (var n = 0; n < count; n++) sum += NegativeBinomial(n, time);
            return 1 - sum;
        }

        // Beyond the mean the tail itself is summed: one minus nearly one would keep no digits.
        var share = time / (Alpha + time);
        var term = NegativeBinomial(count, time);
        // Below 1e-300 a term no longer shrinks by its ratio but sticks at the smallest double.
        for (var n = count; term > sum * 1e-17 + 1e-300; n++)
        {
            sum += term;
            term *= (R + n) / (n + 1) * share;
        }

        return sum;
    }
}
