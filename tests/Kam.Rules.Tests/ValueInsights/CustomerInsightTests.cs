using System;
using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class CustomerInsightTests
{
    private static readonly DateTime Today = new(2026, 3, 31, 9, 30, 0, DateTimeKind.Utc);

    private static readonly CustomerInsight Ready = new()
    {
        Hypothesis = "Changeovers cost a shift a week",
        Evidence = "Shift log 2025",
        AmountAtStake = 120_000m,
        ConfidencePercent = 80m,
        ValidUntil = Today.AddDays(1),
    };

    [Fact]
    public void AnInsightWithEvidenceAmountAndTime_IsReady() => Assert.Empty(Ready.WhyNotReady(Today));

    [Fact]
    public void EverythingMissing_ComesBackAtOnce()
    {
        var violations = new CustomerInsight { Evidence = "  ", AmountAtStake = 0m, ConfidencePercent = 100.5m }.WhyNotReady(Today);

        Assert.Equal(
            ["KAM-VAL-062", "KAM-VAL-060", "KAM-VAL-061", "KAM-VAL-065", "KAM-VAL-063"],
            violations.Select(violation => violation.Reason.Code));
        Assert.Equal(["Hypothesis", "Evidence", "AmountAtStake", "ConfidencePercent", "ValidUntil"], violations.Select(violation => violation.Field));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(-1.0, false)]
    [InlineData(0.0, false)]
    [InlineData(0.01, true)]
    public void AnAmount_MustBeAboveZero(double? amount, bool isReady) =>
        Assert.Equal(isReady, (Ready with { AmountAtStake = (decimal?)amount }).WhyNotReady(Today).Count == 0);

    [Theory]
    [InlineData(1, true, false)]
    [InlineData(0, false, false)] // may still be used today, but not be made ready
    [InlineData(-1, false, true)]
    public void TheLastValidDay_LiesInTheFuture(int days, bool isReady, bool isExpired)
    {
        var insight = Ready with { ValidUntil = Today.Date.AddDays(days) };

        Assert.Equal(isReady ? [] : ["KAM-VAL-064"], insight.WhyNotReady(Today).Select(violation => violation.Reason.Code));
        Assert.Equal(isExpired, insight.IsExpired(Today));
    }

    [Fact]
    public void WithoutALastDay_NothingExpires() => Assert.False((Ready with { ValidUntil = null }).IsExpired(Today));

    [Theory]
    [InlineData(null, true)]
    [InlineData(0.0, true)]
    [InlineData(100.0, true)]
    [InlineData(100.01, false)]
    [InlineData(-0.01, false)]
    public void Confidence_MayBeLeftOpen(double? percent, bool isReady) =>
        Assert.Equal(isReady, (Ready with { ConfidencePercent = (decimal?)percent }).WhyNotReady(Today).Count == 0);

    // Wilson score intervals as published in tables: 0/10 and 10/10, 1/10, 5/10, 81/263 (Newcombe 1998: 0.2553 to 0.3662).
    [Theory]
    [InlineData(0, 10, 0.00, 0.00, 27.75)]
    [InlineData(1, 10, 10.00, 1.79, 40.42)]
    [InlineData(5, 10, 50.00, 23.66, 76.34)]
    [InlineData(10, 10, 100.00, 72.25, 100.00)]
    [InlineData(81, 263, 30.80, 25.53, 36.62)]
    [InlineData(1, 1, 100.00, 20.65, 100.00)]
    public void AHitRate_ComesWithItsWilsonInterval(int hits, int closed, double rate, double low, double high)
    {
        var outcomes = Enumerable.Repeat(InsightOutcome.Won, hits).Concat(Enumerable.Repeat(InsightOutcome.NoResult, closed - hits));

        var hitRate = InsightHitRate.Of(outcomes);

        Assert.Equal([(decimal)rate, (decimal)low, (decimal)high], [hitRate.Percent, hitRate.LowPercent, hitRate.HighPercent]);
    }

    [Fact]
    public void AnOpportunityOrADeal_IsAHit_AnOpenOutcomeIsNeither()
    {
        var rate = InsightHitRate.Of([InsightOutcome.Open, InsightOutcome.NoResult, InsightOutcome.Opportunity, InsightOutcome.Won, InsightOutcome.Open]);

        Assert.Equal([5, 3, 2], [rate.UseCount, rate.ClosedCount, rate.HitCount]);
        Assert.Equal(66.67m, rate.Percent);
        Assert.Equal("2 of 3 uses with a result led to an opportunity: 66.67 %, with 95 % confidence between 20.77 % and 93.85 %.", Texts.English.Say(rate.Say()));
    }

    [Fact]
    public void WithoutAnyResult_ThereIsNoRate()
    {
        var rate = InsightHitRate.Of([InsightOutcome.Open]);

        Assert.Null(rate.Percent);
        Assert.Null(rate.LowPercent);
        Assert.Null(rate.HighPercent);
        Assert.Equal("No use has a result yet.", Texts.English.Say(rate.Say()));
    }

    [Fact]
    public void TheRate_LiesWithinItsInterval() => Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300]).Where((hits, misses) => hits + misses > 0).Sample((hits, misses) =>
    {
        var rate = InsightHitRate.Of(Enumerable.Repeat(InsightOutcome.Won, hits).Concat(Enumerable.Repeat(InsightOutcome.NoResult, misses)));

        Assert.InRange(rate.Percent!.Value, rate.LowPercent!.Value, rate.HighPercent!.Value);
        Assert.InRange(rate.LowPercent.Value, 0m, 100m);
        Assert.InRange(rate.HighPercent.Value, 0m, 100m);
    });
}
