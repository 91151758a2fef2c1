using System;
using System.Linq;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Xunit;
using static Kam.Rules.Tests.ValueInsights.Models;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class ScoreExplanationTests
{
    private static readonly MeasureBasis Basis = new(new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc));

    private static readonly ScoringModel Model = Models.Model(
        10,
        "Value",
        Criterion(1, "Revenue", Measure.RevenueRolling, 40m, 0m, 200_000m),
        Criterion(2, "Margin", Measure.MarginRolling, 30m, 0m, 50_000m),
        Criterion(3, "Growth", Measure.GrowthPercent, 15m, -20m, 20m),
        Criterion(4, "Payment", Measure.PaymentDelayDays, 10m, 60m, 0m),
        Criterion(5, "Fit", Measure.StrategicFit, 5m, 1m, 5m, MissingValuePolicy.CountAsWorst));

    private static readonly MeasuredValue[] Values =
    [
        MeasuredValue.Known(Measure.RevenueRolling, 150_000m),
        MeasuredValue.Known(Measure.MarginRolling, 40_000m),
        MeasuredValue.Known(Measure.GrowthPercent, 10m),
        MeasuredValue.Known(Measure.PaymentDelayDays, 45m),
        MeasuredValue.Unknown(Measure.StrategicFit, ValueInsightsReasons.NotEntered, Argument.TextKey(Measure.StrategicFit.NameKey())),
    ];

    [Fact]
    public void AnExplanation_ReadsLikeASalesPersonWouldTellIt() => Assert.Equal(
        [
            "Score 67.75 of 100: High.",
            "Strong: Revenue (CHF 150,000.00) adds 30.00 of 40.00 possible points.",
            "Strong: Margin (confidential) adds 24.00 of 30.00 possible points.",
            "Weak: Fit (unknown) adds only 0.00 of 5.00 possible points.",
            "Weak: Payment (45) adds only 2.50 of 10.00 possible points.",
            "There is no earlier score to compare with.",
            "Fit is unknown and counts as the worst value.",
            "Strategic fit has not been entered.",
            "Calculated with Value v1 on the figures from 04/01/2025 to 03/31/2026.",
        ],
        Explain(new AccountFigures(), previous: null));

    [Fact]
    public void WhatChanged_IsToldByTheBiggestMovers()
    {
        var previous = new PreviousScore(
            new DateTime(2025, 12, 31, 0, 0, 0, DateTimeKind.Utc),
            71.00m,
            "Value v1",
            [
                new PreviousPart(Id(1), Measure.RevenueRolling, 125_000m, 25.00m),
                new PreviousPart(Id(2), Measure.MarginRolling, 37_000m, 22.00m),
                new PreviousPart(Id(3), Measure.GrowthPercent, 18m, 14.25m),
                new PreviousPart(Id(4), Measure.PaymentDelayDays, 3m, 9.75m),
                new PreviousPart(Id(5), Measure.StrategicFit, null, 0m),
            ]);

        Assert.Equal(
            [
                "Since 12/31/2025 the score fell by 3.25 points, from 71.00 to 67.75.",
                "Payment: 3 before, 45 now, 7.25 points less.",
                "Revenue: CHF 125,000.00 before, CHF 150,000.00 now, 5.00 points more.",
                "Growth: 18.00 % before, 10.00 % now, 3.00 points less.",
            ],
            Explain(new AccountFigures(), previous).Skip(5).Take(4));
    }

    [Fact]
    public void AnotherVersionOfTheModel_IsSaid_AndPartsAreMatchedByMeasure()
    {
        var previous = new PreviousScore(
            Basis.AsOf.AddDays(-90), 60m, "Value v0", [new PreviousPart(Id(77), Measure.RevenueRolling, 100_000m, 20m)]);

        var told = Explain(new AccountFigures(), previous);

        Assert.Contains("The configuration changed from Value v0 to Value v1; part of the change may come from it.", told);
        Assert.Contains("Revenue: CHF 100,000.00 before, CHF 150,000.00 now, 10.00 points more.", told);
    }

    [Theory]
    [InlineData(67.75, "The score is the same as on 12/31/2025: 67.75.")]
    [InlineData(60.00, "Since 12/31/2025 the score rose by 7.75 points, from 60.00 to 67.75.")]
    [InlineData(null, "On 12/31/2025 there was no score; now it is 67.75.")]
    public void TheChange_IsSaidWhateverItIs(double? before, string sentence)
    {
        decimal? score = before is { } known ? Decimals.Two((decimal)known) : null;
        Assert.Contains(sentence, Explain(new AccountFigures(), new PreviousScore(new DateTime(2025, 12, 31, 0, 0, 0, DateTimeKind.Utc), score, "Value v1", [])));
    }

    [Fact]
    public void AScoreThatIsGone_IsToldWithItsReason()
    {
        var nothing = new ScoreCalculation(Model, NoOthers, NoPortfolio).Of(Measured());
        var previous = new PreviousScore(new DateTime(2025, 12, 31, 0, 0, 0, DateTimeKind.Utc), 60.00m, "Value v1", []);

        var told = Texts.English.Say(ScoreExplanation.Of(nothing, new AccountFigures(), Basis, "CHF", previous));

        Assert.Equal("No criterion of the model can be measured for this account, so there is no score.", told[0]);
        Assert.Equal("On 12/31/2025 the score was 60.00; now there is none.", told[1]);
    }

    [Fact]
    public void AGroupAndGapsInCost_AreSaid()
    {
        var figures = new AccountFigures
        {
            AccountCount = 4,
            Rolling = new WindowFigures { Revenue = 150_000m, CoveredRevenue = 147_000m, LineCount = 50, CoveredLineCount = 49 },
        };

        var told = Explain(figures, previous: null);

        Assert.Contains("Figures of the whole group: 4 accounts.", told);
        Assert.Contains("The margin stands on the 98.00 % of the revenue whose lines carry a cost.", told);
    }

    [Fact]
    public void WithFewCriteria_NobodyIsStrongAndWeakAtOnce()
    {
        var model = Model with { Criteria = Model.Criteria.Take(3).ToArray() };
        var score = new ScoreCalculation(model, NoOthers, NoPortfolio).Of(Measured(Values));

        var told = Texts.English.Say(ScoreExplanation.Of(score, new AccountFigures(), Basis, "CHF", null));

        Assert.Equal(2, told.Count(sentence => sentence.StartsWith("Strong", StringComparison.Ordinal)));
        Assert.Single(told, sentence => sentence.StartsWith("Weak: Growth", StringComparison.Ordinal));
    }

    [Fact]
    public void OfEqualContributions_TheStrongestFillsItsWeight_TheWeakestWastesMost()
    {
        var model = Models.Model(
            10,
            "Value",
            Criterion(1, "Revenue", Measure.RevenueRolling, 40m, 0m, 600_000m), // 25 points of 100: 10 of 40
            Criterion(2, "Growth", Measure.GrowthPercent, 10m, -20m, 10m),      // all 10 of 10
            Criterion(3, "Payment", Measure.PaymentDelayDays, 20m, 90m, 0m),    // 50 points of 100: 10 of 20
            Criterion(4, "Fit", Measure.StrategicFit, 30m, 1m, 5m));            // unknown, left out: nothing is said of it
        var score = new ScoreCalculation(model, NoOthers, NoPortfolio).Of(Measured(Values));

        var tied = score with { Parts = score.Parts.Select(part => part with { Contribution = 14.29m }).ToArray() }; // 10 of 70, cents aside

        var told = Texts.English.Say(ScoreExplanation.Of(tied, new AccountFigures(), Basis, "CHF", null));

        Assert.Equal(["Growth", "Payment", "Revenue"], told.Skip(1).Take(3).Select(sentence => sentence.Split(' ')[1]));
    }

    [Fact]
    public void AnExplanation_SaysSomethingInEveryLanguage()
    {
        var explanation = ScoreExplanation.Of(Score, new AccountFigures(), Basis, "CHF", null);

        foreach (var language in Texts.Languages)
        {
            var told = new Texts("valueInsights", language).Say(explanation);
            Assert.DoesNotContain(told, sentence => sentence.Contains('[', StringComparison.Ordinal) || sentence.Contains('{', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void APart_IsToldByWhatItAdds_OrByWhatWasAssumed()
    {
        Assert.Equal(["Revenue (CHF 150,000.00) adds 30.00 of 40.00 possible points."], Texts.English.Say(ScoreExplanation.OfPart(Score.Parts[0], "CHF")));
        Assert.Equal("Fit is unknown and counts as the worst value.", Texts.English.Say(ScoreExplanation.OfPart(Score.Parts[4], "CHF"))[0]);
    }

    [Fact]
    public void TheFingerprint_ChangesWithContentOnly()
    {
        var print = ScoreFingerprint.Of(Score, Measured(Values));
        var again = ScoreFingerprint.Of(Score with { Score = 67.750m }, Measured(Values.Reverse().ToArray()));
        var otherVersion = ScoreFingerprint.Of(Score with { Configuration = "Value v2" }, Measured(Values));
        var otherValue = ScoreFingerprint.Of(Score, Measured([MeasuredValue.Known(Measure.OpenPipeline, 1m), .. Values]));

        Assert.Matches("^[0-9a-f]{64}$", print);
        Assert.Equal(print, again);
        Assert.Equal(3, new[] { print, otherVersion, otherValue }.Distinct().Count());
    }

    private static ValueScore Score => new ScoreCalculation(Model, NoOthers, NoPortfolio).Of(Measured(Values));

    private static string[] Explain(AccountFigures figures, PreviousScore? previous) =>
        Texts.English.Say(ScoreExplanation.Of(Score, figures, Basis, "CHF", previous));
}
