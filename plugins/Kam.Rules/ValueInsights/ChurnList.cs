using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.ValueInsights;

/// <summary>Accounts that may leave, the most urgent first.</summary>
/// <model stage="1 Value Insights">churn-risk list</model>
public static class ChurnList
{
    /// <summary>
    /// Accounts at risk before those to watch; then by what leaves with them (unknown last), by how long they have been silent, by
    /// name. Accounts without risk are not listed, and neither are those that have left already: at risk, and no revenue in the rolling window.
    /// </summary>
    public static IReadOnlyList<PortfolioAccount> Of(IEnumerable<PortfolioAccount> accounts) => accounts
        .Where(account => account.ChurnRisk != ChurnRisk.None && !HasLeft(account))
        .OrderByDescending(account => account.ChurnRisk)
        .ThenByDescending(account => account.ValueAtStake ?? decimal.MinValue)
        .ThenByDescending(account => account.MonthsSinceLastOrder ?? decimal.MinValue)
        .ThenBy(account => account.Name, StringComparer.Ordinal)
        .ThenBy(account => account.AccountId)
        .ToArray();

    // Who buys once in two years and is silent for one has not left: that is what the rhythm says.
    private static bool HasLeft(PortfolioAccount account) => account.ChurnRisk == ChurnRisk.AtRisk && account.Revenue <= 0m;
}
