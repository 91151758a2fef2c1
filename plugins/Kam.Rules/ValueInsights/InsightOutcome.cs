namespace Kam.Rules.ValueInsights;

/// <summary>What came of using an insight in a meeting. The numbers are the values of the choice kam_insightoutcome.</summary>
public enum InsightOutcome
{
    /// <summary>Not known yet: neither a hit nor a miss.</summary>
    Open = 781340000,

    /// <summary>Nothing: a miss.</summary>
    NoResult,

    /// <summary>An opportunity: a hit.</summary>
    Opportunity,

    /// <summary>A won deal: a hit.</summary>
    Won,
}
