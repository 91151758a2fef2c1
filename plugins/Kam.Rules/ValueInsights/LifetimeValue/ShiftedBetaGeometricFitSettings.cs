namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>How much evidence the shifted beta-geometric model must have.</summary>
public sealed record ShiftedBetaGeometricFitSettings
{
    /// <summary>Smallest number of contracts.</summary>
    public int MinimumContracts { get; init; } = 50;

    /// <summary>Smallest number of contracts that have ended: only they tell when contracts end.</summary>
    public int MinimumEnded { get; init; } = 10;

    /// <summary>As in <see cref="RepeatPurchaseFitSettings.LeastEvidence"/>.</summary>
    public double LeastEvidence { get; init; } = 2.706;

    /// <summary>As in <see cref="RepeatPurchaseFitSettings.LargestRelativeError"/>.</summary>
    public double LargestRelativeError { get; init; } = 1;
}
