using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>How much of the revenue hangs on few accounts.</summary>
/// <remarks>
/// Shares are taken of the positive revenues only: an account whose returns outweigh its purchases has no share, rather than a
/// negative one that would lift the others above 100 percent. Without any positive revenue everything here is null.
/// </remarks>
/// <model stage="1 Value Insights">concentration (share of revenue of the key accounts; the seed says up to 60 %), Pareto curve, HHI</model>
public sealed class Concentration
{
    private readonly PortfolioAccount[] earning;
    private readonly decimal revenue;

    /// <param name="accounts">The portfolio; the order does not matter.</param>
    public Concentration(IEnumerable<PortfolioAccount> accounts)
    {
        earning = accounts.Where(account => account.Revenue > 0m).ToArray();
        revenue = earning.Sum(account => account.Revenue);
    }

    /// <summary>Number of accounts with positive revenue.</summary>
    public int EarningCount => earning.Length;

    /// <summary>Sum of the positive revenues, base currency.</summary>
    public decimal Revenue => revenue;

    /// <summary>Revenue of the key accounts in percent, 0 to 100, two decimals.</summary>
    public decimal? KeyAccountSharePercent =>
        Percentage.Of(earning.Where(account => account.IsKeyAccount).Sum(account => account.Revenue), revenue) is { } share ? Decimals.Two(share) : null;

    /// <summary>
    /// Herfindahl-Hirschman index: sum of the squared shares in percent, two decimals. 10,000 when one account brings everything,
    /// 10,000 / n when n accounts bring the same.
    /// </summary>
    public decimal? HerfindahlIndex => Index() is { } index ? Decimals.Two(index) : null;

    /// <summary>
    /// The index freed from the number of accounts, 0 (all equal) to 1 (one brings everything), four decimals:
    /// (H − 1/n) / (1 − 1/n) with H from 0 to 1. A single account is 1.
    /// </summary>
    public decimal? NormalisedHerfindahl
    {
        get
        {
            if (Index() is not { } index) return null;
            if (earning.Length == 1) return 1.0000m;
            var equal = 1m / earning.Length;
            return Decimals.Four(Math.Max(0m, ((index / 10_000m) - equal) / (1m - equal)));
        }
    }

    private decimal? Index()
    {
        if (revenue == 0m) return null;
        return earning.Sum(account => account.Revenue / revenue * 100m * (account.Revenue / revenue * 100m));
    }
}
