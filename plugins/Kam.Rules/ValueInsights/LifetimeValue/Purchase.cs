using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>One order of a customer, as the lifetime models see it.</summary>
public readonly record struct Purchase
{
    /// <param name="on">Day of the order; the time of day is cut off.</param>
    /// <param name="value">Revenue or margin, in one currency for all customers; null when unknown (no cost recorded).</param>
    public Purchase(DateTime on, decimal? value)
    {
        On = on.Date;
        Value = value;
    }

    public DateTime On { get; }

    /// <summary>Null when unknown, which is not zero.</summary>
    public decimal? Value { get; }
}
