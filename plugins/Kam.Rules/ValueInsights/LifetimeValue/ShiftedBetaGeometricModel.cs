using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// How contract customers leave: each ends with a chance of their own at every renewal, and these chances are beta distributed (α, β).
/// The longer a customer has stayed, the likelier they stay: the ones apt to leave have left.
/// </summary>
/// <remarks>Source: Fader and Hardie 2007, “How to Project Customer Retention”; 2010, “Customer-Base Valuation in a Contractual Setting”. Periods as fitted.</remarks>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public sealed class ShiftedBetaGeometricModel
{
    private readonly double[,]? logCovariance;

    /// <param name="alpha">First shape of the churn chances.</param>
    /// <param name="beta">Second shape of the churn chances.</param>
    /// <param name="logCovariance">Covariance of (ln α, ln β), 2 × 2; null when the parameters are taken as exact.</param>
    /// <exception cref="ArgumentException">A parameter is not a finite number greater than zero, or the covariance is not 2 × 2.</exception>
    public ShiftedBetaGeometricModel(double alpha, double beta, double[,]? logCovariance = null)
    {
        if (!(alpha > 0) || double.IsInfinity(alpha)) throw new ArgumentException("α is a finite number greater than 0.", nameof(alpha));
        if (!(beta > 0) || double.IsInfinity(beta)) throw new ArgumentException("β is a finite number greater than 0.", nameof(beta));
        if (logCovariance is not null && (logCovariance.GetLength(0) != 2 || logCovariance.GetLength(1) != 2))
        {
            throw new ArgumentException("The covariance of two parameters has two rows and columns.", nameof(logCovariance));
        }

        Alpha = alpha;
        Beta = beta;
        this.logCovariance = (double[,]?)logCovariance?.Clone();
    }

    public double Alpha { get; }

    public double Beta { get; }

    /// <summary>Share of a new cohort that ends in the first period.</summary>
    public double MeanChurn => Alpha / (Alpha + Beta);

    /// <summary>Covariance of (ln α, ln β), a copy; null when unknown.</summary>
    public double[,]? LogCovariance() => (double[,]?)logCovariance?.Clone();

    /// <summary>S(t): share of a cohort that has survived so many periods.</summary>
    /// <exception cref="ArgumentException">Negative number of periods.</exception>
    public double Survival(int periods) => Survival(0, periods);

    /// <summary>The probability that a contract that has survived some renewals survives more periods.</summary>
    /// <exception cref="ArgumentException">A negative number.</exception>
    public double Survival(int renewals, int periods)
    {
        if (renewals < 0) throw new ArgumentException("Renewals cannot be negative.", nameof(renewals));
        if (periods < 0) throw new ArgumentException("Periods cannot be negative.", nameof(periods));
        var survival = 1.0;
        for (var t = renewals + 1; t <= renewals + periods; t++) survival *= Retention(t);
        return survival;
    }

    /// <summary>r_t: share of those who survived t − 1 periods that survives period t, from 1; rises with t.</summary>
    /// <exception cref="ArgumentException">Period below 1.</exception>
    public double Retention(int period) => period >= 1
        ? (Beta + period - 1) / (Alpha + Beta + period - 1)
        : throw new ArgumentException("Periods count from 1.", nameof(period));

    /// <summary>
    /// Expected further periods of a running contract, each discounted to today, without end: what one unit of margin per period is worth.
    /// </summary>
    /// <param name="renewals">Renewals survived so far.</param>
    /// <param name="discountRate">Per period, above zero: 0.1 is 10 %.</param>
    /// <exception cref="ArgumentException">Negative renewals, or a rate that is not above zero: without discount the sum may have no end.</exception>
    public double DiscountedExpectedResidualLifetime(int renewals, double discountRate)
    {
        if (renewals < 0) throw new ArgumentException("Renewals cannot be negative.", nameof(renewals));
        if (!(discountRate > 0) || double.IsInfinity(discountRate)) throw new ArgumentException("The discount rate is a finite number above 0.", nameof(discountRate));
        double worth = 1, sum = 0;
        // What is left never exceeds the last term over the discount rate.
        for (var t = renewals + 1; worth > discountRate * 1e-13; t++)
        {
            worth *= Retention(t) / (1 + discountRate);
            sum += worth;
        }

        return sum;
    }
}
