using System;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>What the measures are taken by: the day, the window, the rate of a service hour and how much cost must be known.</summary>
public sealed record MeasureBasis
{
    /// <param name="asOf">The day the figures stand for; UTC.</param>
    /// <param name="rollingDays">Length of the rolling window; 365 unless a customer tunes it.</param>
    /// <param name="minimumCostCoveragePercent">Share of revenue whose lines must carry a cost for margin to be known, 0 to 100.</param>
    /// <param name="hourlyRate">Cost of one service hour, base currency; null when not set, and then cost to serve is unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day, coverage outside 0 to 100, or a rate below zero.</exception>
    public MeasureBasis(DateTime asOf, int rollingDays = 365, decimal minimumCostCoveragePercent = 95m, decimal? hourlyRate = null)
    {
        if (minimumCostCoveragePercent is < 0m or > 100m)
        {
            throw new ArgumentOutOfRangeException(nameof(minimumCostCoveragePercent), minimumCostCoveragePercent, "0 to 100 percent.");
        }

        if (hourlyRate < 0m) throw new ArgumentOutOfRangeException(nameof(hourlyRate), hourlyRate, "Zero or more.");
        Rolling = Period.Rolling(asOf, rollingDays);
        Prior = Rolling.Before();
        MinimumCostCoveragePercent = minimumCostCoveragePercent;
        HourlyRate = hourlyRate;
    }

    /// <summary>The rolling window; its last day is the as-of date.</summary>
    public Period Rolling { get; }

    /// <summary>The window of the same length before it.</summary>
    public Period Prior { get; }

    /// <summary>Share of revenue whose lines must carry a cost for margin to be known, percent.</summary>
    public decimal MinimumCostCoveragePercent { get; }

    /// <summary>Cost of one service hour, base currency; null when not set.</summary>
    public decimal? HourlyRate { get; }

    /// <summary>The as-of date.</summary>
    public DateTime AsOf => Rolling.Last;
}
