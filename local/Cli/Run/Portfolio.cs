using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Local.Cli.Run;

/// <summary>The portfolio as a whole, as kam_AnalyzePortfolio answers it.</summary>
internal sealed record Portfolio(
    int Accounts, decimal Revenue, decimal? KeyAccountSharePercent, decimal? HerfindahlIndex, int? AccountsForFourFifths, IReadOnlyList<Portfolio.CurvePoint> Pareto,
    decimal ValueFrom, decimal PotentialFrom, IReadOnlyList<Portfolio.Quadrant> Matrix, IReadOnlyList<Portfolio.Leaving> Churn)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Portfolio Read(string analysis) => JsonSerializer.Deserialize<Portfolio>(analysis, Json)
        ?? throw new FormatException("kam_AnalyzePortfolio answered without an analysis.");

    /// <summary>The share of revenue that the best accounts bring, read off the Pareto curve.</summary>
    /// <param name="accountSharePercent">How many of the accounts, the best first.</param>
    public decimal? RevenueShareOf(decimal accountSharePercent)
    {
        CurvePoint? before = null;
        foreach (var point in Pareto)
        {
            if (point.AccountSharePercent >= accountSharePercent)
            {
                if (before is null || point.AccountSharePercent == accountSharePercent) return point.RevenueSharePercent;
                var way = (accountSharePercent - before.AccountSharePercent) / (point.AccountSharePercent - before.AccountSharePercent);
                return before.RevenueSharePercent + way * (point.RevenueSharePercent - before.RevenueSharePercent);
            }
            before = point;
        }
        return before?.RevenueSharePercent;
    }

    public sealed record CurvePoint(decimal AccountSharePercent, decimal RevenueSharePercent);

    public sealed record Quadrant(string Name, int Accounts, decimal Revenue);

    public sealed record Leaving(Guid AccountId, string Name, string Risk, decimal? ValueAtStake, decimal? MonthsSinceLastOrder);
}
