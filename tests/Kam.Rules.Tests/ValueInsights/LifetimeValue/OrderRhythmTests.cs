using System;
using System.Linq;
using Kam.Rules.ValueInsights;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>The plain rule: an account with 4 repeat orders in 120 days has a usual gap of 30 days.</summary>
public sealed class OrderRhythmTests
{
    private static readonly OrderRhythmSettings Settings = new(watchMultiple: 1.5, atRiskMultiple: 3);

    [Theory]
    [InlineData(120, ChurnRisk.None, "KAM-VAL-240")]
    [InlineData(165, ChurnRisk.None, "KAM-VAL-240")]
    [InlineData(165.01, ChurnRisk.Watch, "KAM-VAL-241")]
    [InlineData(210, ChurnRisk.Watch, "KAM-VAL-241")]
    [InlineData(210.01, ChurnRisk.AtRisk, "KAM-VAL-241")]
    public void ASilence_IsMeasuredInUsualGaps(double age, ChurnRisk risk, string code)
    {
        var rhythm = new OrderRhythm(new PurchaseHistory(4, 120, age), Settings);

        Assert.Equal(30, rhythm.UsualGap);
        Assert.Equal(risk, rhythm.Risk);
        Assert.Equal(code, rhythm.Reason.Code);
    }

    // Repeat orders, days to the last one, age: silence in days, usual gap to the day, and how many gaps the silence is.
    [Theory]
    [InlineData(4, 120, 195, "75", "30", "2.50")]
    [InlineData(3, 117, 195, "78", "39", "2")]
    [InlineData(21, 524, 561, "37", "25", "1.48")]
    public void TheFlag_TellsSilenceGapAndMultiple(int repeats, int recency, int age, params string[] figures) =>
        Assert.Equal(figures, new OrderRhythm(new PurchaseHistory(repeats, recency, age), Settings).Sentence.Arguments.Select(argument => argument.Value));

    [Fact]
    public void AnAccountThatOrdersOn_OrdersAsOftenAsSoFar()
    {
        Assert.Equal(4 / 160.0 * 365, new OrderRhythm(new PurchaseHistory(4, 120, 160), Settings).ExpectedOrders(365), 1e-12);
        Assert.Equal(0.0, new OrderRhythm(new PurchaseHistory(4, 120, 211), Settings).ExpectedOrders(365));
    }

    [Fact]
    public void ItsLifetimeValue_IsMarginLessCostDiscounted()
    {
        var terms = new ValuationTerms(2, 40, 0.1, costToServe: 20);
        // One order per 40 days: 100 − 20 in each of two periods.
        AssertNear(80 / 1.1m + 80 / 1.21m, new OrderRhythm(new PurchaseHistory(4, 120, 160), Settings).LifetimeValue(ExpectedValue.Exactly(100), terms), 0.000000001m);
        Assert.Equal(0, new OrderRhythm(new PurchaseHistory(4, 120, 400), Settings).LifetimeValue(ExpectedValue.Exactly(100), terms));
    }

    [Fact]
    public void ItsLifetimeValue_IsToldWithItsFigures() => Assert.Equal(
        ["138.84", "2.00", "2", "100.00"],
        new OrderRhythm(new PurchaseHistory(4, 120, 160), Settings).Explain(ExpectedValue.Exactly(100), new ValuationTerms(2, 40, 0.1, costToServe: 20), "CHF").Arguments.Select(argument => argument.Value));

    [Fact]
    public void ABurstOfOrders_DoesNotMakeAPauseAWarning()
    {
        var burst = new PurchaseHistory(4, 4, 30);

        Assert.Equal(ChurnRisk.AtRisk, new OrderRhythm(burst, Settings).Risk);
        Assert.Equal(ChurnRisk.None, new OrderRhythm(burst, new OrderRhythmSettings(shortestGap: 30)).Risk);
    }

    [Fact]
    public void AnAccountWithOneOrder_IsHeldAgainstTheGapOfOthersOrNotAtAll()
    {
        var once = new PurchaseHistory(0, 0, 200);
        var alone = new OrderRhythm(once, Settings);

        Assert.Equal(ChurnRisk.None, alone.Risk);
        Assert.Null(alone.UsualGap);
        Assert.Equal("KAM-VAL-242", alone.Reason.Code);
        Assert.Equal(0.0, alone.ExpectedOrders(365));
        Assert.Equal(ChurnRisk.AtRisk, new OrderRhythm(once, Settings, usualGapOfOthers: 60).Risk);
        Assert.Equal(365 / 150.0, new OrderRhythm(once, Settings, usualGapOfOthers: 150).ExpectedOrders(365), 1e-12);
    }

    /// <summary>BG/NBD gives the first customer 100 % and the second, who orders daily and pauses for a week, nearly nothing.</summary>
    [Fact]
    public void TheFlag_IsNotAThresholdOnProbabilityAlive()
    {
        var model = new RepeatPurchaseModel(RepeatPurchaseFamily.BgNbd, 0.243, 4.414, 0.793, 2.426);
        var longGone = new PurchaseHistory(0, 0, 500);
        var pausing = new PurchaseHistory(60, 60, 70);

        Assert.True(model.ProbabilityAlive(longGone) > 0.5);
        Assert.Equal(ChurnRisk.AtRisk, new OrderRhythm(longGone, Settings, usualGapOfOthers: 30).Risk);
        Assert.True(model.ProbabilityAlive(pausing) < 0.5);
        Assert.Equal(ChurnRisk.None, new OrderRhythm(pausing, new OrderRhythmSettings(shortestGap: 7)).Risk);
    }

    [Fact]
    public void ImpossibleSettings_NameWhatIsWrong()
    {
        Assert.Equal("watchMultiple", Assert.Throws<ArgumentException>(() => new OrderRhythmSettings(watchMultiple: 0)).ParamName);
        Assert.Equal("atRiskMultiple", Assert.Throws<ArgumentException>(() => new OrderRhythmSettings(2, 1.9)).ParamName);
        Assert.Equal("shortestGap", Assert.Throws<ArgumentException>(() => new OrderRhythmSettings(shortestGap: -1)).ParamName);
        Assert.Equal("usualGapOfOthers", Assert.Throws<ArgumentException>(() => new OrderRhythm(new PurchaseHistory(1, 2, 3), Settings, 0)).ParamName);
        Assert.Equal("time", Assert.Throws<ArgumentException>(() => new OrderRhythm(new PurchaseHistory(1, 2, 3), Settings).ExpectedOrders(-1)).ParamName);
    }

    private static void AssertNear(decimal expected, decimal actual, decimal within) => Assert.InRange(actual, expected - within, expected + within);
}
