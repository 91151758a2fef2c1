namespace Kam.Rules.ValueInsights;

/// <summary>Where a score stands. The numbers are the values of the choice kam_scoreband.</summary>
public enum ScoreBand
{
    /// <summary>At or above the highest threshold.</summary>
    Top = 781340000,

    /// <summary>At or above the second threshold.</summary>
    High,

    /// <summary>At or above the third threshold.</summary>
    Medium,

    /// <summary>Below all thresholds.</summary>
    Low,
}

/// <summary>Where the bands begin. A score exactly on a threshold belongs to the better band.</summary>
/// <param name="TopFrom">Score from which an account is Top.</param>
/// <param name="HighFrom">Score from which it is High.</param>
/// <param name="MediumFrom">Score from which it is Medium.</param>
public sealed record BandThresholds(decimal TopFrom, decimal HighFrom, decimal MediumFrom)
{
    /// <summary>Whether the thresholds fall and lie within 0 to 100.</summary>
    public bool AreInOrder => 100m >= TopFrom && TopFrom > HighFrom && HighFrom > MediumFrom && MediumFrom >= 0m;

    /// <summary>The band of a score.</summary>
    public ScoreBand BandOf(decimal score)
    {
        if (score >= TopFrom) return ScoreBand.Top;
        if (score >= HighFrom) return ScoreBand.High;
        return score >= MediumFrom ? ScoreBand.Medium : ScoreBand.Low;
    }
}
