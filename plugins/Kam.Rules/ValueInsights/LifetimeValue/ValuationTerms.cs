using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Over what time, at what discount and cost, and with how wide a band a customer lifetime value is stated.</summary>
/// <model stage="1 Value Insights">less cost to serve, discounted over a configurable horizon</model>
public sealed class ValuationTerms
{
    /// <param name="periods">Length of the horizon, from 1 (months, typically).</param>
    /// <param name="timePerPeriod">Length of a period in the unit of the purchase histories (30.4375 days a month); contracts count in periods and ignore it.</param>
    /// <param name="discountRate">Per period, at least 0: 0.01 is 1 %.</param>
    /// <param name="costToServe">Per period, at least 0, in the currency of the margin; borne while the customer is alive.</param>
    /// <param name="bandPercent">Width of the uncertainty band, above 0 and below 100.</param>
    /// <exception cref="ArgumentException">Out of these bounds; the message names the argument.</exception>
    public ValuationTerms(int periods, double timePerPeriod, double discountRate, decimal costToServe = 0, decimal bandPercent = 80)
    {
        if (periods < 1) throw new ArgumentException("The horizon has at least one period.", nameof(periods));
        if (!(timePerPeriod > 0) || double.IsInfinity(timePerPeriod)) throw new ArgumentException("A period is a finite time above 0.", nameof(timePerPeriod));
        if (!(discountRate >= 0) || double.IsInfinity(discountRate)) throw new ArgumentException("The discount rate is a finite number of at least 0.", nameof(discountRate));
        if (costToServe < 0) throw new ArgumentException("Cost to serve cannot be negative.", nameof(costToServe));
        if (bandPercent is <= 0 or >= 100) throw new ArgumentException("The band covers more than 0 and less than 100 percent.", nameof(bandPercent));
        Periods = periods;
        TimePerPeriod = timePerPeriod;
        DiscountRate = discountRate;
        CostToServe = costToServe;
        BandPercent = bandPercent;
        BandHalfWidth = NormalQuantile.HalfWidth(Math.Min(0.9999, (double)bandPercent / 100));
    }

    public int Periods { get; }

    public double TimePerPeriod { get; }

    public double DiscountRate { get; }

    public decimal CostToServe { get; }

    public decimal BandPercent { get; }

    /// <summary>In standard errors.</summary>
    internal double BandHalfWidth { get; }

    /// <summary>The rate per period that compounds to a yearly rate.</summary>
    /// <param name="yearlyPercent">At least 0: 10 is 10 % a year.</param>
    /// <param name="periodsPerYear">12 for months.</param>
    /// <exception cref="ArgumentException">A negative rate, or no periods.</exception>
    public static double RatePerPeriod(decimal yearlyPercent, double periodsPerYear)
    {
        if (yearlyPercent < 0) throw new ArgumentException("The discount rate cannot be negative.", nameof(yearlyPercent));
        if (!(periodsPerYear > 0)) throw new ArgumentException("A year has periods.", nameof(periodsPerYear));
        return Math.Pow(1 + (double)yearlyPercent / 100, 1 / periodsPerYear) - 1;
    }
}
