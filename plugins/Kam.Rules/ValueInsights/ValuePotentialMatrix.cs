using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.ValueInsights;

/// <summary>What an account is today and could become.</summary>
public enum ValuePotentialQuadrant
{
    /// <summary>High value, high potential.</summary>
    Partner,

    /// <summary>High value, low potential.</summary>
    Keep,

    /// <summary>Low value, high potential.</summary>
    Develop,

    /// <summary>Low value, low potential.</summary>
    Serve,

    /// <summary>Score or potential is missing.</summary>
    Unknown,
}

/// <summary>Places accounts by value score and potential revenue. On a threshold counts as high.</summary>
/// <param name="ValueFrom">Score from which value is high, 0 to 100.</param>
/// <param name="PotentialFrom">Yearly revenue from which potential is high, base currency.</param>
/// <model stage="1 Value Insights">value x potential matrix</model>
public sealed record ValuePotentialMatrix(decimal ValueFrom, decimal PotentialFrom)
{
    /// <summary>The quadrant of an account.</summary>
    public ValuePotentialQuadrant QuadrantOf(PortfolioAccount account)
    {
        if (account.Score is not { } score || account.Potential is not { } potential) return ValuePotentialQuadrant.Unknown;
        if (potential >= PotentialFrom) return score >= ValueFrom ? ValuePotentialQuadrant.Partner : ValuePotentialQuadrant.Develop;
        return score >= ValueFrom ? ValuePotentialQuadrant.Keep : ValuePotentialQuadrant.Serve;
    }

    /// <summary>The portfolio by quadrant; quadrants without accounts are missing.</summary>
    public ILookup<ValuePotentialQuadrant, PortfolioAccount> Place(IEnumerable<PortfolioAccount> accounts) => accounts.ToLookup(QuadrantOf);
}
