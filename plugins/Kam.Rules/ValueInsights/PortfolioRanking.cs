using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.ValueInsights;

/// <summary>An account's place in the portfolio.</summary>
/// <param name="Rank">From 1; equal scores share a rank and the next one is skipped (1, 2, 2, 4). Null without a score.</param>
/// <param name="Account">The account.</param>
public sealed record RankedAccount(int? Rank, PortfolioAccount Account);

/// <summary>The portfolio in falling order of score; accounts without a score come last and have no rank.</summary>
/// <model stage="1 Value Insights">Portfolio view … churn-risk list</model>
public static class PortfolioRanking
{
    /// <summary>Ranks the portfolio. Equal scores are listed by falling revenue, then by name.</summary>
    public static IReadOnlyList<RankedAccount> Of(IEnumerable<PortfolioAccount> accounts)
    {
        var ordered = accounts
            .OrderByDescending(account => account.Score ?? decimal.MinValue)
            .ThenByDescending(account => account.Revenue)
            .ThenBy(account => account.Name, StringComparer.Ordinal)
            .ThenBy(account => account.AccountId)
            .ToArray();
        var ranked = new List<RankedAccount>(ordered.Length);
        for (var place = 0; place < ordered.Length; place++)
        {
            var isTied = place > 0 && ordered[place].Score == ordered[place - 1].Score;
            int? rank = ordered[place].Score is null ? null : isTied ? ranked[place - 1].Rank : place + 1;
            ranked.Add(new RankedAccount(rank, ordered[place]));
        }

        return ranked;
    }
}
