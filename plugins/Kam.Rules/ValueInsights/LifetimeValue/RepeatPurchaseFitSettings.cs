namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>How much evidence a repeat-purchase model must have before anyone gets to see a number from it.</summary>
public sealed record RepeatPurchaseFitSettings
{
    /// <summary>Smallest customer base. A fit on some twenty customers runs away in most draws.</summary>
    public int MinimumCustomers { get; init; } = 100;

    /// <summary>Smallest number of customers with a repeat purchase: only they say anything about rate and dropout.</summary>
    public int MinimumRepeatCustomers { get; init; } = 30;

    /// <summary>
    /// By how much twice the log-likelihood must exceed that of each simpler model at infinity (likelihood-ratio statistic).
    /// 2.706 is the 5 % point for a parameter on its boundary (Self and Liang 1987).
    /// </summary>
    public double LeastEvidence { get; init; } = 2.706;

    /// <summary>Largest standard error of a parameter relative to the parameter: 1 means that a factor of seven either way is within reach.</summary>
    public double LargestRelativeError { get; init; } = 1;
}
