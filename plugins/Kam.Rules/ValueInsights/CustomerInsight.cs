using System;
using System.Collections.Generic;
using System.Globalization;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>Something we know about the customer's business that the customer does not, worth bringing into a meeting.</summary>
/// <model stage="1 Value Insights">an insight without evidence and amount cannot be marked "ready for use"; expired ones fall out</model>
public sealed record CustomerInsight
{
    /// <summary>What we assume.</summary>
    public string? Hypothesis { get; init; }

    /// <summary>What proves it.</summary>
    public string? Evidence { get; init; }

    /// <summary>What it is worth to the customer, any currency.</summary>
    public decimal? AmountAtStake { get; init; }

    /// <summary>How sure we are, 0 to 100 percent; null when not stated, which is allowed.</summary>
    public decimal? ConfidencePercent { get; init; }

    /// <summary>Last day on which it may be used; UTC.</summary>
    public DateTime? ValidUntil { get; init; }

    /// <summary>Everything that keeps it from being ready for use, at once; empty when it is ready.</summary>
    /// <param name="today">The day of asking; UTC. The last valid day must lie after it.</param>
    public IReadOnlyList<Violation> WhyNotReady(DateTime today)
    {
        var violations = new List<Violation>();
        if (string.IsNullOrWhiteSpace(Hypothesis)) violations.Add(Violation.Of(ValueInsightsReasons.InsightHypothesisMissing, nameof(Hypothesis), ""));
        if (string.IsNullOrWhiteSpace(Evidence)) violations.Add(Violation.Of(ValueInsightsReasons.InsightEvidenceMissing, nameof(Evidence), ""));
        if (AmountAtStake is not > 0m) violations.Add(Violation.Of(ValueInsightsReasons.InsightAmountMissing, nameof(AmountAtStake), Written(AmountAtStake)));
        if (ConfidencePercent is < 0m or > 100m)
        {
            violations.Add(Violation.Of(ValueInsightsReasons.InsightConfidenceOutOfRange, nameof(ConfidencePercent), Written(ConfidencePercent), Argument.Number(ConfidencePercent.Value)));
        }

        if (ValidUntil is not { } until) violations.Add(Violation.Of(ValueInsightsReasons.InsightValidUntilMissing, nameof(ValidUntil), ""));
        else if (Period.DayOf(until) <= Period.DayOf(today)) violations.Add(Expired(until));
        return violations;
    }

    /// <summary>Whether its last valid day has passed. On that day itself it may still be used; without one it does not expire.</summary>
    public bool IsExpired(DateTime today) => ValidUntil is { } until && Period.DayOf(until) < Period.DayOf(today);

    private static Violation Expired(DateTime until) => Violation.Of(
        ValueInsightsReasons.InsightExpired, nameof(ValidUntil), until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Argument.Date(until));

    private static string Written(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
