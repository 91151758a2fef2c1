using System.Linq;
using Kam.Rules.ValueInsights;
using Xunit;
using static Kam.Rules.Tests.ValueInsights.Models;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class ScoringModelCheckTests
{
    private static readonly ScoringCriterion Revenue = Criterion(1, "Revenue", Measure.RevenueRolling, 60m, 0m, 200_000m);
    private static readonly ScoringCriterion Growth = Criterion(2, "Growth", Measure.GrowthPercent, 40m, -20m, 20m);

    [Fact]
    public void ASoundModel_HasNothingWrong() => Assert.Empty(Codes(Model(10, "Value", Revenue, Growth)));

    [Fact]
    public void EverythingWrong_ComesBackAtOnce()
    {
        var model = Model(
            10,
            "Value",
            Revenue with { Weight = -1m },
            Growth with { Worst = 20m },
            Growth with { Measure = null },
            Growth with { SubmodelId = Id(99), Curve = CurveShape.Percentile, MissingValue = MissingValuePolicy.PortfolioMedian }) with
        {
            Bands = new BandThresholds(80m, 80m, 40m),
            MinimumCostCoveragePercent = 101m,
        };

        Assert.Equal(
            [
                "KAM-VAL-043", "KAM-VAL-045", "KAM-VAL-031", "KAM-VAL-034", "KAM-VAL-035",
                "KAM-VAL-036", "KAM-VAL-037", "KAM-VAL-039", "KAM-VAL-040",
            ],
            Codes(model));
    }

    [Fact]
    public void AViolation_NamesFieldValueReasonAndWayOut()
    {
        var violation = Assert.Single(ScoringModelCheck.Violations(Model(10, "Value", Revenue with { Weight = -2.5m }, Growth), NoOthers));

        Assert.Equal("Weight", violation.Field);
        Assert.Equal("-2.5", violation.Value);
        Assert.Equal("The weight -2.5 of Revenue is outside 0 to 1,000,000.", Texts.English.Say(violation.Sentence));
        Assert.Equal("Enter a weight between 0 and 1,000,000.", Texts.English.Say(violation.WayOut));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_000.0001, false)]
    [InlineData(-0.0001, false)]
    public void AWeight_LiesBetweenZeroAndAMillion(double weight, bool isFine) =>
        Assert.Equal(isFine ? [] : ["KAM-VAL-031"], Codes(Model(10, "Value", Revenue with { Weight = (decimal)weight }, Growth)));

    [Fact]
    public void WeightsThatSumToZero_AreRefused()
    {
        Assert.Equal(["KAM-VAL-033"], Codes(Model(10, "Value", Revenue with { Weight = 0m }, Growth with { Weight = 0m })));
        Assert.Empty(Codes(Model(10, "Value", Revenue with { Weight = 0m }, Growth with { Weight = 0.0001m })));
    }

    [Fact]
    public void AModelWithoutCriteria_IsRefused() => Assert.Equal(["KAM-VAL-030"], Codes(Model(10, "Value")));

    [Fact]
    public void ACircleOfSubmodels_IsNamed()
    {
        var loyalty = Model(11, "Loyalty", Revenue, Criterion(3, "placeholder", Measure.TenureYears, 1m, 0m, 10m));
        var relation = Model(12, "Relationship", OfSubmodel(4, loyalty, 1m));
        loyalty = loyalty with { Criteria = [Revenue, OfSubmodel(5, relation, 1m)] };
        var value = Model(10, "Value", Growth, OfSubmodel(6, loyalty, 1m));

        var violation = Assert.Single(ScoringModelCheck.Violations(value, Others(loyalty, relation)));

        Assert.Equal("KAM-VAL-038", violation.Reason.Code);
        Assert.Equal("Loyalty → Relationship → Loyalty", violation.Value);
    }

    [Fact]
    public void AModelThatUsesItself_IsACircle()
    {
        var value = Model(10, "Value", Growth);
        value = value with { Criteria = [OfSubmodel(6, value, 1m)] };

        Assert.Equal(["KAM-VAL-038"], Codes(value));
    }

    [Fact]
    public void ASubmodelUsedTwice_IsNoCircle()
    {
        var loyalty = Model(11, "Loyalty", Revenue);

        Assert.Empty(ScoringModelCheck.Violations(Model(10, "Value", OfSubmodel(5, loyalty, 1m), OfSubmodel(6, loyalty, 2m)), Others(loyalty)));
    }

    [Fact]
    public void WhatIsWrongInASubmodel_IsFoundToo()
    {
        var loyalty = Model(11, "Loyalty", Revenue with { Best = 0m });

        Assert.Equal("KAM-VAL-034", Assert.Single(ScoringModelCheck.Violations(Model(10, "Value", OfSubmodel(5, loyalty, 1m)), Others(loyalty))).Reason.Code);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(20_000, false)]
    public void Submodels_AreNestedAtMostTenDeep(int levels, bool isFine)
    {
        var chain = Enumerable.Range(1, levels)
            .Select(level => level == levels ? Model(level, "Last", Revenue) : Model(level, "Level", OfSubmodel(level, Model(level + 1, "Next"), 1m)))
            .ToArray();

        Assert.Equal(isFine ? [] : ["KAM-VAL-042"], ScoringModelCheck.Violations(chain[0], Others(chain)).Select(violation => violation.Reason.Code));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void AModel_HasAtMostTwoHundredCriteria(int count, bool isFine)
    {
        var criteria = Enumerable.Range(1, count).Select(id => Criterion(id, "Revenue", Measure.RevenueRolling, 1m, 0m, 1m)).ToArray();

        Assert.Equal(isFine ? [] : ["KAM-VAL-041"], Codes(Model(10, "Value", criteria)));
    }

    [Fact]
    public void ALatticeThatDoublesOnEachLevel_IsCountedWithoutWalkingEveryPath()
    {
        var levels = Enumerable.Range(1, 60)
            .Select(level => level == 60
                ? Model(level, "Last", Revenue)
                : Model(level, "Level", OfSubmodel(100 + level, Model(level + 1, "Next"), 1m), OfSubmodel(200 + level, Model(level + 1, "Next"), 1m)))
            .ToArray();

        Assert.Equal(["KAM-VAL-042", "KAM-VAL-041"], ScoringModelCheck.Violations(levels[0], Others(levels)).Select(violation => violation.Reason.Code));
    }

    [Theory]
    [InlineData(100, 60, 0, true)]
    [InlineData(100.01, 60, 0, false)]
    [InlineData(80, 60, -0.01, false)]
    [InlineData(80, 60, 60, false)]
    [InlineData(60, 80, 40, false)]
    public void Bands_FallWithinTheScale(double top, double high, double medium, bool isFine) =>
        Assert.Equal(isFine ? [] : ["KAM-VAL-043"], Codes(Model(10, "Value", Revenue) with { Bands = new BandThresholds((decimal)top, (decimal)high, (decimal)medium) }));

    [Theory]
    [InlineData(80, ScoreBand.Top)]
    [InlineData(79.99, ScoreBand.High)]
    [InlineData(60, ScoreBand.High)]
    [InlineData(59.99, ScoreBand.Medium)]
    [InlineData(40, ScoreBand.Medium)]
    [InlineData(39.99, ScoreBand.Low)]
    [InlineData(0, ScoreBand.Low)]
    public void AScoreOnAThreshold_BelongsToTheBetterBand(double score, ScoreBand band) =>
        Assert.Equal(band, new BandThresholds(80m, 60m, 40m).BandOf((decimal)score));

    private static string[] Codes(ScoringModel model) =>
        ScoringModelCheck.Violations(model, NoOthers).Select(violation => violation.Reason.Code).ToArray();
}
