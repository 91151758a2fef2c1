using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>How often an insight led to something, with the interval in which the true rate lies at 95 % confidence.</summary>
/// <remarks>
/// An opportunity or a won deal is a hit, no result is a miss, an open outcome counts in neither. How the customer reacted does
/// not matter: interest that leads nowhere is a miss. The interval is Wilson's.
/// </remarks>
/// <model stage="1 Value Insights">hit rate per insight with its interval</model>
public sealed record InsightHitRate
{
    private InsightHitRate(int uses, int closed, int hits)
    {
        UseCount = uses;
        ClosedCount = closed;
        HitCount = hits;
    }

    /// <summary>All uses.</summary>
    public int UseCount { get; }

    /// <summary>Uses with a result.</summary>
    public int ClosedCount { get; }

    /// <summary>Uses that led to an opportunity or a deal.</summary>
    public int HitCount { get; }

    /// <summary>Hits in percent of uses with a result, two decimals; null without any.</summary>
    public decimal? Percent => ClosedCount == 0 ? null : Decimals.Two(HitCount * 100m / ClosedCount);

    /// <summary>Lower end of the interval, percent, two decimals; null without any use with a result.</summary>
    public decimal? LowPercent => ClosedCount == 0 ? null : InPercent(Interval.Low);

    /// <summary>Upper end of the interval, percent, two decimals; null without any use with a result.</summary>
    public decimal? HighPercent => ClosedCount == 0 ? null : InPercent(Interval.High);

    /// <summary>The rate of an insight from the outcomes of its uses.</summary>
    public static InsightHitRate Of(IEnumerable<InsightOutcome> outcomes)
    {
        var uses = outcomes.ToArray();
        return new InsightHitRate(
            uses.Length,
            uses.Count(outcome => outcome != InsightOutcome.Open),
            uses.Count(outcome => outcome is InsightOutcome.Opportunity or InsightOutcome.Won));
    }

    /// <summary>The rate in a sentence.</summary>
    public Sentence Say() => Percent is { } percent && LowPercent is { } low && HighPercent is { } high
        ? Sentence.Of(
            "valueInsights.hitRateIs",
            Argument.Number(HitCount),
            Argument.Number(ClosedCount),
            Argument.Percent(percent),
            Argument.Percent(low),
            Argument.Percent(high))
        : Sentence.Of("valueInsights.hitRateUnknown");

    private WilsonInterval Interval => new(HitCount, ClosedCount);

    private static decimal InPercent(double share) => Decimals.Two((decimal)(share * 100));
}
