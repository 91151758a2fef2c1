using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;

namespace Kam.Plugins.ValueInsights.Portfolio;

/// <summary>The portfolio view as JSON, for visuals and flows.</summary>
public static class PortfolioText
{
    private const int MostPoints = 2_000;

    internal static string Write(
        DateTime asOf, string? currency, IReadOnlyList<PortfolioAccount> accounts, Concentration concentration, IReadOnlyList<ParetoPoint> curve, int? accountsForFourFifths, ValuePotentialMatrix matrix, IReadOnlyList<PortfolioAccount> churn) =>
        Json.Write(new Analysis
        {
            Currency = currency,
            AsOf = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Accounts = accounts.Count,
            Revenue = concentration.Revenue,
            KeyAccountSharePercent = concentration.KeyAccountSharePercent,
            HerfindahlIndex = concentration.HerfindahlIndex,
            NormalisedHerfindahl = concentration.NormalisedHerfindahl,
            AccountsForFourFifths = accountsForFourFifths,
            Pareto = curve.Select(p => new CurvePoint { AccountSharePercent = p.AccountSharePercent, RevenueSharePercent = p.RevenueSharePercent }).ToArray(),
            ValueFrom = matrix.ValueFrom,
            PotentialFrom = matrix.PotentialFrom,
            Matrix = matrix.Place(accounts).OrderBy(q => q.Key).Select(q => new Quadrant { Name = q.Key.ToString(), Accounts = q.Count(), Revenue = q.Sum(a => a.Revenue) }).ToArray(),
            Churn = churn.Select(a => new Leaving { AccountId = a.AccountId, Name = a.Name, Risk = a.ChurnRisk.ToString(), ValueAtStake = a.ValueAtStake, MonthsSinceLastOrder = a.MonthsSinceLastOrder }).ToArray(),
            Points = accounts.OrderByDescending(a => a.Revenue).ThenBy(a => a.AccountId).Take(MostPoints).Select(a => new Point
            {
                AccountId = a.AccountId,
                Name = a.Name,
                Value = a.Score,
                Potential = a.Potential,
                Revenue = a.Revenue,
                IsKeyAccount = a.IsKeyAccount,
                Quadrant = matrix.QuadrantOf(a).ToString(),
                Segment = a.Segment,
            }).ToArray(),
        });

    /// <summary>The whole view. These types are public because serialisers in partial trust see public members only.</summary>
    [DataContract]
    public sealed class Analysis
    {
        [DataMember(Name = "accounts", Order = 0)] public int Accounts { get; set; }
        [DataMember(Name = "revenue", Order = 1)] public decimal Revenue { get; set; }
        [DataMember(Name = "keyAccountSharePercent", Order = 2)] public decimal? KeyAccountSharePercent { get; set; }
        [DataMember(Name = "herfindahlIndex", Order = 3)] public decimal? HerfindahlIndex { get; set; }
        [DataMember(Name = "normalisedHerfindahl", Order = 4)] public decimal? NormalisedHerfindahl { get; set; }
        [DataMember(Name = "accountsForFourFifths", Order = 5)] public int? AccountsForFourFifths { get; set; }
        [DataMember(Name = "pareto", Order = 6)] public CurvePoint[]? Pareto { get; set; }
        [DataMember(Name = "valueFrom", Order = 7)] public decimal ValueFrom { get; set; }
        [DataMember(Name = "potentialFrom", Order = 8)] public decimal PotentialFrom { get; set; }
        [DataMember(Name = "matrix", Order = 9)] public Quadrant[]? Matrix { get; set; }
        [DataMember(Name = "churn", Order = 10)] public Leaving[]? Churn { get; set; }
        [DataMember(Name = "asOf", Order = 11)] public string? AsOf { get; set; }
        [DataMember(Name = "currency", Order = 13)] public string? Currency { get; set; }
        [DataMember(Name = "points", Order = 12)] public Point[]? Points { get; set; }
    }

    /// <summary>An account as a point of the value x potential matrix. Of a large portfolio the 2,000 of most revenue.</summary>
    [DataContract]
    public sealed class Point
    {
        [DataMember(Name = "accountId", Order = 0)] public Guid AccountId { get; set; }
        [DataMember(Name = "name", Order = 1)] public string? Name { get; set; }
        [DataMember(Name = "value", Order = 2)] public decimal? Value { get; set; }
        [DataMember(Name = "potential", Order = 3)] public decimal? Potential { get; set; }
        [DataMember(Name = "revenue", Order = 4)] public decimal Revenue { get; set; }
        [DataMember(Name = "isKeyAccount", Order = 5)] public bool IsKeyAccount { get; set; }
        [DataMember(Name = "quadrant", Order = 6)] public string? Quadrant { get; set; }
        [DataMember(Name = "segment", Order = 7)] public string? Segment { get; set; }
    }

    /// <summary>A point of the Pareto curve.</summary>
    [DataContract]
    public sealed class CurvePoint
    {
        [DataMember(Name = "accountSharePercent", Order = 0)] public decimal AccountSharePercent { get; set; }
        [DataMember(Name = "revenueSharePercent", Order = 1)] public decimal RevenueSharePercent { get; set; }
    }

    /// <summary>A field of the value x potential matrix.</summary>
    [DataContract]
    public sealed class Quadrant
    {
        [DataMember(Name = "name", Order = 0)] public string? Name { get; set; }
        [DataMember(Name = "accounts", Order = 1)] public int Accounts { get; set; }
        [DataMember(Name = "revenue", Order = 2)] public decimal Revenue { get; set; }
    }

    /// <summary>An account on the churn list.</summary>
    [DataContract]
    public sealed class Leaving
    {
        [DataMember(Name = "accountId", Order = 0)] public Guid AccountId { get; set; }
        [DataMember(Name = "name", Order = 1)] public string? Name { get; set; }
        [DataMember(Name = "risk", Order = 2)] public string? Risk { get; set; }
        [DataMember(Name = "valueAtStake", Order = 3)] public decimal? ValueAtStake { get; set; }
        [DataMember(Name = "monthsSinceLastOrder", Order = 4)] public decimal? MonthsSinceLastOrder { get; set; }
    }
}
