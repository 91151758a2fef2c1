using System;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>Measures, score and parts as the columns they are stored in. Amounts are in base currency.</summary>
internal static class SnapshotRows
{
    /// <summary>The relationship by which a score is created together with its parts.</summary>
    public static readonly Relationship PartsOfScore = new("kam_ValueScore_ScorePart");

    public static ValueScoreRow Of(MeasuredAccount account, AccountMeasures measures, ValueScore score, BaseCurrency currency)
    {
        var lifetime = account.LifetimeValue;
        return new ValueScoreRow
        {
            TransactionCurrencyId = currency.Reference,
            Score = score.Score,
            Band = score.Band is { } band ? (ScoreBandChoice)(int)band : null,
            ConfigurationVersion = score.Configuration,
            Revenue = currency.Money(measures[Measure.RevenueRolling].Value),
            RevenuePrior = currency.Money(measures[Measure.RevenuePrior].Value),
            Margin = currency.Money(measures[Measure.MarginRolling].Value),
            MarginPrior = currency.Money(measures[Measure.MarginPrior].Value),
            GrowthPercent = Two(measures[Measure.GrowthPercent]),
            MarginPercent = Two(measures[Measure.MarginPercent]),
            MonthsSinceLastOrder = Two(measures[Measure.MonthsSinceLastOrder]),
            OrdersPerYear = Two(measures[Measure.OrdersPerYear]),
            FamilyCount = (int?)measures[Measure.FamiliesBought].Value,
            PaymentDelayDays = Two(measures[Measure.PaymentDelayDays]),
            CostToServe = currency.Money(measures[Measure.CostToServe].Value),
            ShareOfWalletPercent = Two(measures[Measure.ShareOfWalletPercent]),
            TenureYears = Two(measures[Measure.TenureYears]),
            StrategicFit = Whole(measures[Measure.StrategicFit]),
            NetPromoterScore = Whole(measures[Measure.NetPromoterScore]),
            OpenPipeline = currency.Money(measures[Measure.OpenPipeline].Value),
            CasesPerYear = Two(measures[Measure.CasesPerYear]),
            LifetimeValue = currency.Money(lifetime.Value),
            LifetimeValueLow = currency.Money(lifetime.Low),
            LifetimeValueHigh = currency.Money(lifetime.High),
            LifetimeValueMethod = (LifetimeValueMethodChoice)(int)lifetime.Method,
            ProbabilityAlive = lifetime.ProbabilityAlive,
            ExpectedOrders = lifetime.ExpectedOrders,
            ChurnRisk = (ChurnRiskChoice)(int)lifetime.Risk,
        };
    }

    public static ScorePartRow Of(ScorePart part)
    {
        var row = new ScorePartRow
        {
            Name = part.Name,
            ScoringCriterionId = new EntityReference(ScoringCriterionRow.Table, part.CriterionId),
            Measure = (MeasureChoice)(int)part.Measure,
            CurvePoints = Math.Round(part.Points, 2, MidpointRounding.AwayFromZero),
            WeightPercent = part.WeightPercent,
            Contribution = part.Contribution,
            AppliedPolicy = part.AppliedPolicy is { } policy ? (MissingValuePolicyChoice)(int)policy : null,
        };
        if (part.Measure.TellsCost()) row.SecuredRawValue = part.Value;
        else row.RawValue = part.Value;
        return row;
    }

    private static decimal? Two(MeasuredValue measured) => measured.Value is { } value ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : null;

    // Entered as whole numbers; the mean of a group need not be one.
    private static int? Whole(MeasuredValue measured) => measured.Value is { } value ? (int)Math.Round(value, MidpointRounding.AwayFromZero) : null;
}
