namespace Kam.Rules.ValueInsights;

/// <summary>Life of a scoring model. The numbers are its status reasons.</summary>
public enum ScoringModelStatus
{
    /// <summary>Being written; may be changed.</summary>
    Draft = 1,

    /// <summary>Scores are made with it; frozen.</summary>
    InUse = 781340000,

    /// <summary>Replaced by a later version; frozen.</summary>
    Retired = 2,
}
