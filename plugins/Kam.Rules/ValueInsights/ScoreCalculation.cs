using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>Scores accounts with one model against one portfolio. Checked once, then asked for each account.</summary>
/// <remarks>
/// Score = weighted mean of the criteria's points, two decimals, halves go up; contributions get their cents by the largest
/// remainder. An account of which nothing at all is known has no score, whatever the policies say: assuming is not measuring. A
/// curve over a submodel's score scales the contributions of the submodel's criteria alike.
/// </remarks>
/// <model stage="1 Value Insights">Score 0–100: … weighted mean over criteria; a missing value follows the criterion's policy</model>
public sealed class ScoreCalculation
{
    private readonly ScoringModel model;
    private readonly IReadOnlyDictionary<Guid, ScoringModel> others;
    private readonly IReadOnlyDictionary<Measure, Distribution> portfolio;

    /// <param name="model">The model.</param>
    /// <param name="others">Models by id, for submodels.</param>
    /// <param name="portfolio">Spread of each measure; a measure that is not in it has an empty one.</param>
    /// <exception cref="ArgumentException">The model has violations: ask <see cref="ScoringModelCheck"/> first.</exception>
    public ScoreCalculation(
        ScoringModel model, IReadOnlyDictionary<Guid, ScoringModel> others, IReadOnlyDictionary<Measure, Distribution> portfolio)
    {
        var violations = ScoringModelCheck.Violations(model, others);
        if (violations.Count > 0)
        {
            throw new ArgumentException("The scoring model cannot score: " + string.Join(", ", violations.Select(violation => violation.Reason.Code)), nameof(model));
        }

        this.model = model;
        this.others = others;
        this.portfolio = portfolio;
    }

    /// <summary>The score of one account or group.</summary>
    public ValueScore Of(AccountMeasures measures)
    {
        var branch = BranchOf(model, measures);
        if (branch.Points is not { } points || !branch.IsMeasured)
        {
            return new ValueScore
            {
                Missing = Violation.Of(ValueInsightsReasons.NotMeasurable, "", ""),
                Parts = branch.LeftOut().Leaves.Select(leaf => leaf.Part).ToArray(),
                Configuration = model.Configuration,
            };
        }

        var exact = branch.Leaves.Select(leaf => WithoutNoise(leaf.Contribution)).ToArray();
        var score = Decimals.Two(WithoutNoise(points));
        return new ValueScore
        {
            Score = score,
            Band = model.Bands.BandOf(score),
            Parts = Weighed(branch.Leaves, exact, score),
            Configuration = model.Configuration,
        };
    }

    private static ScorePart[] Weighed(IReadOnlyList<ScoreBranch.Leaf> leaves, decimal[] exact, decimal score)
    {
        var ties = leaves.Select(leaf => leaf.Part.CriterionId).ToArray();
        var contributions = LargestRemainder.Round(exact, score, 0.01m, ties);
        var weights = LargestRemainder.Round(leaves.Select(leaf => WithoutNoise(leaf.Share * 100m)).ToArray(), 100m, 0.0001m, ties);
        return leaves.Select((leaf, place) => leaf.Part with { Contribution = contributions[place], WeightPercent = weights[place] }).ToArray();
    }

    private ScoreBranch BranchOf(ScoringModel scored, AccountMeasures measures) => ScoreBranch.Mean(scored.Criteria
        .Select(criterion => new ScoreBranch.WeightedBranch(BranchOf(criterion, measures), criterion.Weight))
        .ToArray());

    private ScoreBranch BranchOf(ScoringCriterion criterion, AccountMeasures measures)
    {
        if (criterion.SubmodelId is not { } submodelId) return ScoreBranch.OfLeaf(PartOf(criterion, measures[criterion.Measure!.Value]));

        var submodel = BranchOf(others[submodelId], measures);
        if (submodel.Points is { } points && submodel.IsMeasured)
        {
            return submodel.WithPoints(CurveOf(criterion).Points(Decimals.Two(WithoutNoise(points)), Distribution.Empty));
        }

        return criterion.MissingValue == MissingValuePolicy.CountAsWorst ? submodel.AsWorst() : submodel.LeftOut();
    }

    private ScorePart PartOf(ScoringCriterion criterion, MeasuredValue measured)
    {
        var spread = portfolio.TryGetValue(measured.Measure, out var known) ? known : Distribution.Empty;
        var part = new ScorePart { CriterionId = criterion.Id, Name = criterion.Name, NameKey = criterion.NameKey, Measure = measured.Measure, Value = measured.Value, Missing = measured.Missing };
        if (measured.Value is { } value) return part with { Points = CurveOf(criterion).Points(value, spread) };
        if (criterion.MissingValue == MissingValuePolicy.CountAsWorst) return part with { AppliedPolicy = MissingValuePolicy.CountAsWorst };
        return criterion.MissingValue == MissingValuePolicy.PortfolioMedian && spread.Median is { } median
            ? part with { AppliedPolicy = MissingValuePolicy.PortfolioMedian, MedianTaken = Decimals.Four(median), Points = CurveOf(criterion).Points(median, spread) }
            : part with { AppliedPolicy = MissingValuePolicy.LeaveOut };
    }

    private static ScoringCurve CurveOf(ScoringCriterion criterion) => new(criterion.Curve, criterion.Worst, criterion.Best);

    // Thirds and sevenths leave a trace in the 28th digit, which must not decide about a half cent.
    private static decimal WithoutNoise(decimal value) => Math.Round(value, 12, MidpointRounding.AwayFromZero);
}
