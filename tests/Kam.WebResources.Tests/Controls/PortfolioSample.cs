using System;
using System.Linq;

namespace Kam.WebResources.Tests.Controls;

/// <summary>A portfolio as kam_AnalyzePortfolio describes it: few large accounts, many small ones, the same each time.</summary>
internal static class PortfolioSample
{
    private static readonly (string Segment, int From)[] Segments = [("Key", 85), ("A", 70), ("B", 50), ("C", 30), ("D", 0)];

    /// <summary>The answer for a number of accounts; every tenth has no known potential.</summary>
    public static object Answer(int accounts) => new
    {
        KeyAccountSharePercent = 0m,
        HerfindahlIndex = 0m,
        Analysis = accounts == 0 ? Repository.Script(Analysis([])) : Repository.Script(Analysis([.. Enumerable.Range(0, accounts).Select(index => Point(index, accounts))])),
    };

    private static object Analysis(Account[] accounts)
    {
        var revenue = accounts.Sum(account => account.revenue);
        return new
        {
            asOf = "2026-03-31",
            currency = "CHF",
            accounts = accounts.Length,
            revenue,
            keyAccountSharePercent = accounts.Length == 0 ? (decimal?)null : 47.5m,
            herfindahlIndex = accounts.Length == 0 ? (decimal?)null : 1284.4m,
            accountsForFourFifths = accounts.Length / 4,
            pareto = accounts.Length == 0 ? [] : Pareto(accounts, revenue),
            valueFrom = 60m,
            potentialFrom = 250_000m,
            matrix = accounts.GroupBy(account => account.quadrant).Select(group => new { name = group.Key, accounts = group.Count(), revenue = group.Sum(account => account.revenue) }),
            points = accounts,
        };
    }

    private static object[] Pareto(Account[] accounts, decimal revenue) =>
    [
        .. Enumerable.Range(1, Math.Min(100, accounts.Length)).Select(step => (int)Math.Round(step * accounts.Length / (double)Math.Min(100, accounts.Length))).Select(count => new
        {
            accountSharePercent = Math.Round(100m * count / accounts.Length, 2),
            revenueSharePercent = Math.Round(100m * accounts.Take(count).Sum(account => account.revenue) / revenue, 2),
        }),
    ];

    // Golden-ratio steps spread values evenly without chance.
    private static Account Point(int index, int count)
    {
        var value = Math.Round(100m - 95m * index / count * (0.7m + 0.3m * Step(index, 0.618034)), 2);
        var potential = index % 10 == 9 ? (decimal?)null : Math.Round(2_000m + 1_500_000m * (decimal)Math.Pow((double)Step(index, 0.754877), 3));
        var quadrant = potential is null ? "Unknown" : (value >= 60m, potential >= 250_000m) switch { (true, true) => "Partner", (true, false) => "Keep", (false, true) => "Develop", _ => "Serve" };
        return new(
            $"{index + 1:x8}-0000-4000-8000-000000000000",
            $"Account {index + 1:0000} AG",
            value,
            potential,
            Math.Round(2_000_000m / (1m + index * 40m / count)),
            index < count / 20,
            quadrant,
            Segments.First(segment => value >= segment.From).Segment);
    }

    private static decimal Step(int index, double by) => (decimal)(((index + 1) * by) % 1d);

    // As JSON writes it.
    private sealed record Account(string accountId, string name, decimal value, decimal? potential, decimal revenue, bool isKeyAccount, string quadrant, string segment);
}
