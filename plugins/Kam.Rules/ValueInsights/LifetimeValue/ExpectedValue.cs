using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Value of a purchase or of a contract period, as expected, with how well that expectation is known.</summary>
/// <remarks>Revenue or margin, whichever was fitted; may be negative when it is an account's own average.</remarks>
public readonly record struct ExpectedValue
{
    /// <param name="amount">In the caller's currency.</param>
    /// <param name="standardError">Of the amount; 0 when it is taken as exact.</param>
    /// <exception cref="ArgumentException">Not finite, or a negative standard error.</exception>
    public ExpectedValue(double amount, double standardError)
    {
        if (double.IsNaN(amount) || double.IsInfinity(amount)) throw new ArgumentException("An amount is a finite number.", nameof(amount));
        if (!(standardError >= 0) || double.IsInfinity(standardError)) throw new ArgumentException("A standard error is a finite number of at least 0.", nameof(standardError));
        Amount = amount;
        StandardError = standardError;
    }

    public double Amount { get; }

    public double StandardError { get; }

    /// <summary>An amount taken as exact.</summary>
    public static ExpectedValue Exactly(decimal amount) => new((double)amount, 0);
}
