namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>How much evidence the Gamma-Gamma model must have.</summary>
public sealed record GammaGammaFitSettings
{
    /// <summary>Smallest number of repeat customers with a known value above zero.</summary>
    public int MinimumCustomers { get; init; } = 30;

    /// <summary>Largest share of repeat customers whose value is unknown or not above zero; they are left out, and too many would bend the picture.</summary>
    public double LargestUnknownShare { get; init; } = 0.05;

    /// <summary>Largest correlation, of either sign, between number and mean value of purchases; the model takes them as independent.</summary>
    public double LargestCorrelation { get; init; } = 0.3;

    /// <summary>As in <see cref="RepeatPurchaseFitSettings.LeastEvidence"/>.</summary>
    public double LeastEvidence { get; init; } = 2.706;

    /// <summary>As in <see cref="RepeatPurchaseFitSettings.LargestRelativeError"/>.</summary>
    public double LargestRelativeError { get; init; } = 1;
}
