using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>A point of the Pareto curve: the first accounts by revenue and what they bring together.</summary>
/// <param name="Rank">Number of accounts up to here, from 1.</param>
/// <param name="AccountId">The account at this rank.</param>
/// <param name="Revenue">Its revenue, base currency.</param>
/// <param name="AccountSharePercent">Accounts up to here, percent of all with positive revenue, two decimals.</param>
/// <param name="RevenueSharePercent">Their revenue, percent of all positive revenue, two decimals.</param>
public sealed record ParetoPoint(int Rank, Guid AccountId, decimal Revenue, decimal AccountSharePercent, decimal RevenueSharePercent);

/// <summary>Accounts in falling order of revenue with their cumulated share. Accounts without positive revenue are not on it.</summary>
/// <remarks>Equal revenues follow in the order of their names.</remarks>
/// <model stage="1 Value Insights">Portfolio view: concentration …, Pareto curve</model>
public sealed class ParetoCurve
{
    private readonly ParetoPoint[] points;

    /// <param name="accounts">The portfolio; the order does not matter.</param>
    public ParetoCurve(IEnumerable<PortfolioAccount> accounts)
    {
        var earning = accounts.Where(account => account.Revenue > 0m)
            .OrderByDescending(account => account.Revenue)
            .ThenBy(account => account.Name, StringComparer.Ordinal)
            .ThenBy(account => account.AccountId)
            .ToArray();
        var whole = earning.Sum(account => account.Revenue);
        var soFar = 0m;
        points = new ParetoPoint[earning.Length];
        for (var place = 0; place < earning.Length; place++)
        {
            soFar += earning[place].Revenue;
            points[place] = new ParetoPoint(
                place + 1,
                earning[place].AccountId,
                earning[place].Revenue,
                Decimals.Two((place + 1) * 100m / earning.Length),
                Decimals.Two(soFar / whole * 100m));
        }
    }

    /// <summary>All points.</summary>
    public IReadOnlyList<ParetoPoint> Points => points;

    /// <summary>How many accounts it takes to bring a share of the revenue; null when nothing is earned.</summary>
    /// <param name="revenueSharePercent">For example 80; above 0, at most 100.</param>
    public int? AccountsFor(decimal revenueSharePercent) =>
        points.FirstOrDefault(point => point.RevenueSharePercent >= revenueSharePercent)?.Rank;

    /// <summary>At most so many points, evenly spread, first and last among them: enough to draw the curve of 100,000 accounts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two points make no curve.</exception>
    public IReadOnlyList<ParetoPoint> Thinned(int maximum)
    {
        if (maximum < 2) throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "At least two.");
        if (points.Length <= maximum) return points;
        return Enumerable.Range(0, maximum).Select(step => points[(int)((long)step * (points.Length - 1) / (maximum - 1))]).ToArray();
    }
}
