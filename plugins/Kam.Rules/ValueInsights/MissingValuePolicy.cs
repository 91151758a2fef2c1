namespace Kam.Rules.ValueInsights;

/// <summary>What counts for a missing value. The numbers are the values of the choice kam_missingvaluepolicy.</summary>
public enum MissingValuePolicy
{
    /// <summary>The criterion is left out; the others weigh more.</summary>
    LeaveOut = 781340000,

    /// <summary>The criterion gets 0 points.</summary>
    CountAsWorst,

    /// <summary>The middle value of the portfolio is taken; when nobody has one, the criterion is left out.</summary>
    PortfolioMedian,
}
