using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>What is known of an account and a family that it has not bought.</summary>
/// <param name="Penetration">Smoothed share of peers that buy the family, 0 to 1.</param>
/// <param name="Similarity">How much the account's purchases speak for it.</param>
/// <param name="FamiliesBought">How many families the account buys already.</param>
public sealed record ChanceInput(double Penetration, double Similarity, int FamiliesBought);

/// <summary>The same a year ago, and whether the account has bought the family since.</summary>
/// <param name="Input">As of then.</param>
/// <param name="Bought">Since then.</param>
public sealed record ChanceExample(ChanceInput Input, bool Bought);

/// <summary>How likely an account buys a family for the first time within a year.</summary>
/// <remarks>
/// Logistic regression on penetration (as log odds), similarity and breadth of purchases, fitted to what happened in the year before by Newton's method with a small ridge; so the probabilities are calibrated on the
/// past: over the examples they add up to what was bought. With too few purchases among the examples there is nothing to fit; then the chance is the smoothed penetration, and
/// <see cref="WhyNotFitted"/> says why.
/// </remarks>
/// <model stage="3 Solutions">Cross-sell chance per account and product family: probability … calibrated (Brier score)</model>
public sealed class ChanceModel
{
    /// <summary>Fewer purchases, or fewer pairs without one, than this are not fitted.</summary>
    public const int FewestOfEach = 10;

    private const double Ridge = 1e-3;
    private const double SmallestShare = 1e-4;
    private const int Terms = 4;
    private const int MostSteps = 100;
    private const double CloseEnough = 1e-10;

    private readonly double[]? weights;

    /// <param name="examples">Pairs of the year before, in any order.</param>
    public ChanceModel(IReadOnlyCollection<ChanceExample> examples)
    {
        var bought = examples.Count(example => example.Bought);
        if (bought < FewestOfEach || examples.Count - bought < FewestOfEach) WhyNotFitted = SolutionsReasons.TooFewFirstPurchases;
        else weights = Fit(examples);
    }

    /// <summary>Why penetration stands alone; null when the model is fitted.</summary>
    public Reason? WhyNotFitted { get; }

    /// <summary>The chance within a year, 0 to 1.</summary>
    public double Probability(ChanceInput input) => weights is null ? input.Penetration : Logistic(weights, Row(input));

    /// <summary>Mean squared distance between what was said and what happened, 0 (best) to 1: Brier, Monthly Weather Review 78, 1950. Null without examples.</summary>
    public double? Brier(IReadOnlyCollection<ChanceExample> examples) =>
        examples.Count == 0 ? null : examples.Average(example => Math.Pow(Probability(example.Input) - (example.Bought ? 1d : 0d), 2d));

    private static double[] Fit(IReadOnlyCollection<ChanceExample> examples)
    {
        var rows = examples.Select(example => Row(example.Input)).ToArray();
        var labels = examples.Select(example => example.Bought ? 1d : 0d).ToArray();
        var weights = new double[Terms];
        for (var step = 0; step < MostSteps; step++)
        {
            var gradient = weights.Select((weight, term) => term == 0 ? 0d : -Ridge * weight).ToArray();
            var curvature = Enumerable.Range(0, Terms).Select(term => Enumerable.Range(0, Terms).Select(other => term == other && term > 0 ? Ridge : 0d).ToArray()).ToArray();
            for (var place = 0; place < rows.Length; place++)
            {
                var probability = Logistic(weights, rows[place]);
                var certainty = Math.Max(1e-12, probability * (1d - probability));
                for (var term = 0; term < Terms; term++)
                {
                    gradient[term] += rows[place][term] * (labels[place] - probability);
                    for (var other = 0; other < Terms; other++) curvature[term][other] += certainty * rows[place][term] * rows[place][other];
                }
            }

            var change = Solve(curvature, gradient);
            var length = Math.Sqrt(change.Sum(part => part * part));

            // A long step is cut: Newton's method overshoots where the curve is flat.
            var share = length > 2d ? 2d / length : 1d;
            for (var term = 0; term < Terms; term++) weights[term] += share * change[term];
            if (length < CloseEnough) break;
        }

        return weights;
    }

    private static double[] Row(ChanceInput input)
    {
        var share = Math.Min(1d - SmallestShare, Math.Max(SmallestShare, input.Penetration));
        return [1d, Math.Log(share / (1d - share)), input.Similarity, Math.Log(1d + input.FamiliesBought)];
    }

    private static double Logistic(double[] weights, double[] row)
    {
        var sum = 0d;
        for (var term = 0; term < Terms; term++) sum += weights[term] * row[term];
        return 1d / (1d + Math.Exp(-sum));
    }

    // Symmetric and positive definite: elimination without pivoting.
    private static double[] Solve(double[][] matrix, double[] right)
    {
        for (var pivot = 0; pivot < Terms; pivot++)
        {
            for (var row = pivot + 1; row < Terms; row++)
            {
                var factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (var column = pivot; column < Terms; column++) matrix[row][column] -= factor * matrix[pivot][column];
                right[row] -= factor * right[pivot];
            }
        }

        var solution = new double[Terms];
        for (var row = Terms - 1; row >= 0; row--)
        {
            var sum = right[row];
            for (var column = row + 1; column < Terms; column++) sum -= matrix[row][column] * solution[column];
            solution[row] = sum / matrix[row][row];
        }

        return solution;
    }
}
