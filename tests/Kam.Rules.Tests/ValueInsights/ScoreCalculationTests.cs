using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights;
using Xunit;
using static Kam.Rules.Tests.ValueInsights.Models;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class ScoreCalculationTests
{
    // 50 % revenue (0 … 200,000), 30 % growth (−20 … +20 %), 20 % payment delay (60 … 0 days)
    private static readonly ScoringCriterion Revenue = Criterion(1, "Revenue", Measure.RevenueRolling, 50m, 0m, 200_000m);
    private static readonly ScoringCriterion Growth = Criterion(2, "Growth", Measure.GrowthPercent, 30m, -20m, 20m);
    private static readonly ScoringCriterion Payment = Criterion(3, "Payment", Measure.PaymentDelayDays, 20m, 60m, 0m);

    private static readonly MeasuredValue Bought = MeasuredValue.Known(Measure.RevenueRolling, 150_000m); // 75 points
    private static readonly MeasuredValue Grew = MeasuredValue.Known(Measure.GrowthPercent, 10m);         // 75 points
    private static readonly MeasuredValue PaidLate = MeasuredValue.Known(Measure.PaymentDelayDays, 45m);  // 25 points
    private static readonly MeasuredValue NoGrowth = MeasuredValue.Unknown(Measure.GrowthPercent, ValueInsightsReasons.NoPriorRevenue);

    [Fact]
    public void AScore_IsTheWeightedMeanOfItsCriteria()
    {
        var score = Score(Model(10, "Value", Revenue, Growth, Payment), Bought, Grew, PaidLate);

        Assert.Equal(65.00m, score.Score);
        Assert.Equal(ScoreBand.High, score.Band);
        Assert.Equal([37.50m, 22.50m, 5.00m], score.Parts.Select(part => part.Contribution));
        Assert.Equal([75m, 75m, 25m], score.Parts.Select(part => part.Points));
        Assert.Equal([50m, 30m, 20m], score.Parts.Select(part => part.WeightPercent));
        Assert.Equal("Value v1", score.Configuration);
    }

    [Fact]
    public void AMissingValueLeftOut_LetsTheOthersWeighMore()
    {
        var score = Score(Model(10, "Value", Revenue, Growth, Payment), Bought, NoGrowth, PaidLate);

        Assert.Equal(60.71m, score.Score); // (50 x 75 + 20 x 25) / 70
        Assert.Equal([53.57m, 0m, 7.14m], score.Parts.Select(part => part.Contribution));
        Assert.Equal([71.4286m, 0m, 28.5714m], score.Parts.Select(part => part.WeightPercent));
        Assert.Equal(MissingValuePolicy.LeaveOut, score.Parts[1].AppliedPolicy);
        Assert.Equal("KAM-VAL-004", score.Parts[1].Missing!.Reason.Code);
    }

    [Fact]
    public void AMissingValueCountedAsWorst_KeepsItsWeight()
    {
        var score = Score(Model(10, "Value", Revenue, Growth with { MissingValue = MissingValuePolicy.CountAsWorst }, Payment), Bought, NoGrowth, PaidLate);

        Assert.Equal(42.50m, score.Score); // 37.50 + 0 + 5
        Assert.Equal([50m, 30m, 20m], score.Parts.Select(part => part.WeightPercent));
    }

    [Fact]
    public void AMissingValue_MayTakeThePortfolioMedian()
    {
        var model = Model(10, "Value", Revenue, Growth with { MissingValue = MissingValuePolicy.PortfolioMedian }, Payment);
        var portfolio = new Dictionary<Measure, Distribution> { [Measure.GrowthPercent] = Distribution.Of([-20m, 4m, 20m]) };

        var score = new ScoreCalculation(model, NoOthers, portfolio).Of(Measured(Bought, NoGrowth, PaidLate));

        Assert.Equal(60.50m, score.Score); // 37.50 + 30 % of 60 + 5
        Assert.Equal(4m, score.Parts[1].MedianTaken);
        Assert.Null(score.Parts[1].Value);
    }

    [Fact]
    public void AMedianThatNobodyHas_IsLeftOut()
    {
        var score = Score(Model(10, "Value", Revenue, Growth with { MissingValue = MissingValuePolicy.PortfolioMedian }), Bought, NoGrowth);

        Assert.Equal(75m, score.Score);
        Assert.Equal(MissingValuePolicy.LeaveOut, score.Parts[1].AppliedPolicy);
    }

    [Theory]
    [InlineData(MissingValuePolicy.LeaveOut)]
    [InlineData(MissingValuePolicy.CountAsWorst)]
    [InlineData(MissingValuePolicy.PortfolioMedian)]
    public void AnAccountOfWhichNothingIsKnown_HasNoScore_WhateverThePolicy(MissingValuePolicy policy)
    {
        var model = Model(10, "Value", Growth with { MissingValue = policy });
        var portfolio = new Dictionary<Measure, Distribution> { [Measure.GrowthPercent] = Distribution.Of([5m]) };

        var score = new ScoreCalculation(model, NoOthers, portfolio).Of(Measured(NoGrowth));

        Assert.Null(score.Score);
        Assert.Null(score.Band);
        Assert.Equal("KAM-VAL-012", score.Missing!.Reason.Code);
        Assert.Equal(0m, Assert.Single(score.Parts).Contribution);
    }

    [Fact]
    public void AValueThatWeighsNothing_DoesNotMakeAnAccountScorable()
    {
        var score = Score(
            Model(10, "Value", Revenue with { Weight = 0m }, Growth with { MissingValue = MissingValuePolicy.CountAsWorst }), Bought, NoGrowth);

        Assert.Null(score.Score);
    }

    [Fact]
    public void Thirds_AddUpToTheCent()
    {
        var model = Model(10, "Value", Revenue with { Weight = 1m }, Growth with { Weight = 1m, Best = 21m, Worst = -19m }, Payment with { Weight = 1m });
        var score = Score(model, Bought, MeasuredValue.Known(Measure.GrowthPercent, 1m), PaidLate);

        Assert.Equal(50.00m, score.Score);                                                       // (75 + 50 + 25) / 3
        Assert.Equal([25.00m, 16.67m, 8.33m], score.Parts.Select(part => part.Contribution));   // 16.666… lost most
        Assert.Equal([33.3334m, 33.3333m, 33.3333m], score.Parts.Select(part => part.WeightPercent)); // a tie goes to the first id
    }

    [Fact]
    public void HalfACent_GoesUp_ThroughSeventhsToo()
    {
        var model = Model(10, "Value", [.. Enumerable.Range(1, 14).Select(id =>
            Criterion(id, "Criterion", id <= 7 ? Measure.RevenueRolling : Measure.OpenPipeline, 1m, 0m, 10_000m))]);

        var score = Score(model, MeasuredValue.Known(Measure.RevenueRolling, 1m), MeasuredValue.Known(Measure.OpenPipeline, 0m));

        Assert.Equal(0.01m, score.Score); // seven times 0.01 and seven times 0, over 14: 0.005
    }

    [Fact]
    public void Cents_DoNotDependOnReadingOrder()
    {
        ScoringCriterion[] criteria = [Revenue with { Weight = 1m }, Growth with { Weight = 1m }, Payment with { Weight = 1m }];
        var values = new[] { Bought, Grew, PaidLate };

        var forward = Score(Model(10, "Value", criteria), values);
        var backward = Score(Model(10, "Value", criteria.Reverse().ToArray()), values);

        Assert.Equal(forward.Parts.OrderBy(part => part.CriterionId), backward.Parts.OrderBy(part => part.CriterionId));
    }

    [Fact]
    public void ASubmodel_IsOpenedIntoItsParts()
    {
        var loyalty = Model(11, "Loyalty", Growth with { Weight = 3m }, Payment with { Weight = 1m }); // (3 x 75 + 25) / 4 = 62.5
        var value = Model(10, "Value", Revenue with { Weight = 1m }, OfSubmodel(5, loyalty, 1m));

        var score = new ScoreCalculation(value, Others(loyalty), NoPortfolio).Of(Measured(Bought, Grew, PaidLate));

        Assert.Equal(68.75m, score.Score); // (75 + 62.5) / 2
        Assert.Equal(["Revenue", "Growth", "Payment"], score.Parts.Select(part => part.Name));
        Assert.Equal([50m, 37.5m, 12.5m], score.Parts.Select(part => part.WeightPercent));
        Assert.Equal([37.50m, 28.13m, 3.12m], score.Parts.Select(part => part.Contribution)); // 28.125 and 3.125: the tie goes to the first id
    }

    [Fact]
    public void ACurveOverASubmodel_ScalesItsPartsAlike()
    {
        var loyalty = Model(11, "Loyalty", Growth with { Weight = 3m }, Payment with { Weight = 1m }); // 62.5
        var value = Model(10, "Value", OfSubmodel(5, loyalty, 1m) with { Worst = 50m, Best = 75m });   // 62.5 is halfway: 50

        var score = new ScoreCalculation(value, Others(loyalty), NoPortfolio).Of(Measured(Grew, PaidLate));

        Assert.Equal(50m, score.Score);
        Assert.Equal([45m, 5m], score.Parts.Select(part => part.Contribution)); // 56.25 : 6.25 = 9 : 1
    }

    [Fact]
    public void ASubmodelAtZeroWhereLessIsBetter_SharesItsPointsByWeight()
    {
        var risk = Model(11, "Risk", Growth with { Weight = 3m }, Payment with { Weight = 1m });
        var value = Model(10, "Value", OfSubmodel(5, risk, 1m) with { Worst = 100m, Best = 0m });

        var score = new ScoreCalculation(value, Others(risk), NoPortfolio).Of(Measured(
            MeasuredValue.Known(Measure.GrowthPercent, -50m), MeasuredValue.Known(Measure.PaymentDelayDays, 90m)));

        Assert.Equal(100m, score.Score);
        Assert.Equal([75m, 25m], score.Parts.Select(part => part.Contribution));
    }

    [Theory]
    [InlineData(MissingValuePolicy.LeaveOut, 75.0, 100.0)]
    [InlineData(MissingValuePolicy.CountAsWorst, 37.5, 50.0)]
    public void ASubmodelOfWhichNothingIsKnown_FollowsThePolicyOfItsCriterion(MissingValuePolicy policy, double expected, double revenueWeight)
    {
        var loyalty = Model(11, "Loyalty", Growth);
        var value = Model(10, "Value", Revenue with { Weight = 1m }, OfSubmodel(5, loyalty, 1m) with { MissingValue = policy });

        var score = new ScoreCalculation(value, Others(loyalty), NoPortfolio).Of(Measured(Bought, NoGrowth));

        Assert.Equal((decimal)expected, score.Score);
        Assert.Equal((decimal)revenueWeight, score.Parts[0].WeightPercent);
        Assert.Equal(policy, score.Parts[1].AppliedPolicy);
    }

    [Fact]
    public void AModelWithViolations_CannotScore()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new ScoreCalculation(Model(10, "Value"), NoOthers, NoPortfolio));

        Assert.Contains("KAM-VAL-030", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_AlwaysAddUpToTheScore_AndWeightsToAHundred() => Gen.Select(RandomCriterion.Array[1, 12], RandomCriterion.Array[1, 4], Gen.Int[0, 100]).Sample(
        (own, nested, submodelWeight) =>
        {
            var submodel = Model(900, "Submodel", [.. nested.Select((criterion, place) => criterion.In(500 + place))]);
            ScoringCriterion[] criteria = [.. own.Select((criterion, place) => criterion.In(1 + place)), OfSubmodel(800, submodel, submodelWeight)];
            var model = Model(1000, "Value", criteria);
            if (ScoringModelCheck.Violations(model, Others(submodel)).Count > 0) return;

            var values = own.Concat(nested).DistinctBy(criterion => criterion.Measure).Where(criterion => criterion.Raw is not null)
                .Select(criterion => MeasuredValue.Known(criterion.Measure, criterion.Raw!.Value / 100m));
            var score = new ScoreCalculation(model, Others(submodel), NoPortfolio).Of(AccountMeasures.From(values));

            Assert.Equal(score.Score ?? 0m, score.Parts.Sum(part => part.Contribution));
            Assert.Equal(score.Score is null ? 0m : 100m, score.Parts.Sum(part => part.WeightPercent));
            Assert.All(score.Parts, part => Assert.InRange(part.Contribution, 0m, 100m));
            Assert.InRange(score.Score ?? 0m, 0m, 100m);
            Assert.DoesNotContain(score.Parts, part => part.Points == 0m && part.Contribution > 0m);
        });

    [Fact]
    public void ABetterValue_NeverLowersTheScore() => Gen.Select(RandomCriterion.Array[1, 6], Gen.Int[0, 5_000]).Sample((own, more) =>
    {
        var distinct = own.DistinctBy(criterion => criterion.Measure).Where(criterion => criterion.Raw is not null).ToArray();
        var model = Model(1000, "Value", [.. distinct.Select((criterion, place) => criterion.In(1 + place))]);
        if (ScoringModelCheck.Violations(model, NoOthers).Count > 0) return;

        var calculation = new ScoreCalculation(model, NoOthers, NoPortfolio);
        var before = distinct.Select(criterion => MeasuredValue.Known(criterion.Measure, criterion.Raw!.Value / 100m)).ToArray();
        var step = model.Criteria[0].Worst < model.Criteria[0].Best ? more : -more;
        var after = before.Select((value, place) => place == 0 ? MeasuredValue.Known(value.Measure, value.Value!.Value + (step / 100m)) : value);

        Assert.True(calculation.Of(AccountMeasures.From(after)).Score >= calculation.Of(AccountMeasures.From(before)).Score);
    });

    private sealed record DrawnCriterion(Measure Measure, int Weight, int Worst, int Best, int Shape, int Policy, int? Raw)
    {
        internal ScoringCriterion In(int id) => new()
        {
            Id = Id(id),
            Name = Measure.ToString(),
            Measure = Measure,
            Weight = Weight / 7m,
            Worst = Worst,
            Best = Best,
            Curve = CurveShape.Linear + Shape,
            MissingValue = MissingValuePolicy.LeaveOut + Policy,
        };
    }

    private static readonly Gen<DrawnCriterion> RandomCriterion = Gen.Select(
        Gen.Int[0, 17], Gen.Int[0, 1000], Gen.Int[-100, 100], Gen.Int[-100, 100], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[-15_000, 15_000],
        (measure, weight, worst, best, shape, policy, raw) =>
            new DrawnCriterion(Measure.RevenueRolling + measure, weight, worst, best == worst ? best + 1 : best, shape, policy, raw % 5 == 0 ? null : raw));

    private static ValueScore Score(ScoringModel model, params MeasuredValue[] values) =>
        new ScoreCalculation(model, NoOthers, NoPortfolio).Of(Measured(values));
}
