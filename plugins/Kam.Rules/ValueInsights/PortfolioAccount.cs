using System;

namespace Kam.Rules.ValueInsights;

/// <summary>An account as the portfolio view sees it. Amounts in base currency.</summary>
public sealed record PortfolioAccount
{
    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Its name; last resort of every order, so that two runs list alike.</summary>
    public required string Name { get; init; }

    /// <summary>Name of its segment; null when it has none. Only to show: nothing is computed from it.</summary>
    public string? Segment { get; init; }

    /// <summary>Whether it is a key account.</summary>
    public bool IsKeyAccount { get; init; }

    /// <summary>Revenue of the rolling window; negative when returns outweigh purchases.</summary>
    public decimal Revenue { get; init; }

    /// <summary>Value score, 0 to 100; null when not scorable.</summary>
    public decimal? Score { get; init; }

    /// <summary>Revenue the account could bring a year; null when unknown.</summary>
    public decimal? Potential { get; init; }

    /// <summary>Churn risk.</summary>
    public ChurnRisk ChurnRisk { get; init; } = ChurnRisk.None;

    /// <summary>What leaves with the account: lifetime value or margin, else revenue; null when unknown.</summary>
    public decimal? ValueAtStake { get; init; }

    /// <summary>Months since the last order; null when there was none.</summary>
    public decimal? MonthsSinceLastOrder { get; init; }
}
