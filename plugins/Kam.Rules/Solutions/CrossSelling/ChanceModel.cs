using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>What is known of an account and a family that it has not bought.</summary>
/// <param name="Penetration">Smoothed share of peers that buy the family, 0 to 1.</param>
/// <param name="Similarity">How much the account's purchases speak for it.</param>
/// <param name="FamiliesBought">How many families the account buys already.</param>
/// <param name="Adoption">Smoothed share of peers without the family that took it up lately, 0 to 1.</param>
/// <param name="DaysSinceLastPurchase">Since the account bought anything; null when it never has.</param>
public sealed record ChanceInput(double Penetration, double Similarity, int FamiliesBought, double Adoption, int? DaysSinceLastPurchase);

/// <summary>The same some time ago, and whether the account has bought the family since.</summary>
/// <param name="Input">As of then.</param>
/// <param name="Bought">Since then.</param>
public sealed record ChanceExample(ChanceInput Input, bool Bought);

/// <summary>How likely an account buys a family for the first time.</summary>
/// <remarks>
/// Logistic regression on penetration and adoption (as log odds), similarity, breadth and recency of purchases, fitted by Newton's method with a ridge to what happened since an earlier day; so the probabilities are calibrated on the
/// past: over the examples they add up to what was bought. With too few purchases among the examples there is nothing to fit; then the chance is the smoothed penetration, and
/// <see cref="WhyNotFitted"/> says why.
/// </remarks>
/// <model stage="3 Solutions">Cross-sell chance per account and product family: probability … calibrated (Brier score)</model>
public sealed class ChanceModel
{
    /// <summary>Fewer purchases, or fewer pairs without one, than this are not fitted, unless said otherwise.</summary>
    public const int FewestOfEach = 10;

    private const double DaysOfAMonth = 365.25 / 12d;
    // In units of each term's own spread, for some thousands of examples.
    private const double Ridge = 20d;
    private const double SmallestShare = 1e-4;
    private const int Terms = 6;
    private const int DaysWhenNever = 3_650;
    private const int MostSteps = 100;
    private const double CloseEnough = 1e-10;

    // Penetration, similarity and adoption, by their places in a row.
    private static readonly int[] NeverAgainst = [1, 2, 4];

    private readonly double[]? weights;
    private readonly double share;

    /// <param name="examples">Pairs that were open on an earlier day, in any order. The time since then is the span of the chances; half a year is recent enough to hold and long enough to count.</param>
    /// <param name="fewest">Of purchases and of pairs without one, to be fitted.</param>
    /// <param name="share">Of the fitted model in a chance, 0 to 1; the rest is the smoothed penetration.</param>
    public ChanceModel(IReadOnlyCollection<ChanceExample> examples, int fewest = FewestOfEach, double share = 1d)
    {
        this.share = share;
        var bought = examples.Count(example => example.Bought);
        if (bought < fewest || examples.Count - bought < fewest) WhyNotFitted = SolutionsReasons.TooFewFirstPurchases;
        else weights = Fit(examples);
    }

    /// <summary>Why penetration stands alone; null when the model is fitted.</summary>
    public Reason? WhyNotFitted { get; }

    /// <summary>The chance, 0 to 1.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="spans">How many spans of the examples lie ahead: 2 for a year when they cover half of one. Each span is taken to bring the same chance again.</param>
    public double Probability(ChanceInput input, double spans = 1d) => weights is null
        ? input.Penetration
        : (share * (1d - Math.Pow(1d - Logistic(weights, Row(input)), spans))) + ((1d - share) * input.Penetration);

    /// <summary>Mean squared distance between what was said and what happened, 0 (best) to 1: Brier, Monthly Weather Review 78, 1950. Null without examples.</summary>
    public double? Brier(IReadOnlyCollection<ChanceExample> examples) =>
        examples.Count == 0 ? null : examples.Average(example => Math.Pow(Probability(example.Input) - (example.Bought ? 1d : 0d), 2d));

    // What must not speak against a purchase by its nature is left out when the past makes it seem so: then it was chance or a twin of another term.
    private static double[] Fit(IReadOnlyCollection<ChanceExample> examples)
    {
        var rows = examples.Select(example => Row(example.Input)).ToArray();
        var labels = examples.Select(example => example.Bought ? 1d : 0d).ToArray();
        var ridge = rows[0].Select((_, term) => term == 0 ? 0d : Ridge * Variance(rows, term)).ToArray();
        var isIn = rows[0].Select(_ => true).ToArray();
        while (true)
        {
            var weights = Maximum(rows, labels, ridge, isIn);
            var worst = NeverAgainst.Where(term => isIn[term] && weights[term] < 0d).OrderBy(term => weights[term]).Select(term => (int?)term).FirstOrDefault();
            if (worst is not { } term) return weights;
            isIn[term] = false;
        }
    }

    private static double[] Maximum(double[][] rows, double[] labels, double[] ridge, bool[] isIn)
    {
        var weights = new double[Terms];
        for (var step = 0; step < MostSteps; step++)
        {
            var gradient = weights.Select((weight, term) => -ridge[term] * weight).ToArray();
            var curvature = new double[Terms, Terms];
            for (var term = 0; term < Terms; term++) curvature[term, term] = ridge[term];
            for (var place = 0; place < rows.Length; place++)
            {
                var probability = Logistic(weights, rows[place]);
                var certainty = Math.Max(1e-12, probability * (1d - probability));
                for (var term = 0; term < Terms; term++)
                {
                    gradient[term] += rows[place][term] * (labels[place] - probability);
                    for (var other = 0; other < Terms; other++) curvature[term, other] += certainty * rows[place][term] * rows[place][other];
                }
            }

            // A term that is left out, or the same for all, stays at zero.
            for (var term = 0; term < Terms; term++)
            {
                if (isIn[term] && curvature[term, term] > 0d) continue;
                gradient[term] = 0d;
                for (var other = 0; other < Terms; other++) curvature[term, other] = curvature[other, term] = term == other ? 1d : 0d;
            }

            // Flat to within rounding: there is no better step.
            if (PositiveDefinite.Factor(curvature) is not { } factor) break;
            var change = factor.Solve(gradient);
            var length = Math.Sqrt(change.Sum(part => part * part));

            // A long step is cut: Newton's method overshoots where the curve is flat.
            var share = length > 2d ? 2d / length : 1d;
            for (var term = 0; term < Terms; term++) weights[term] += share * change[term];
            if (length < CloseEnough) break;
        }

        return weights;
    }

    // At least a little, so that a term that never varies has a place in the matrix.
    private static double Variance(double[][] rows, int term)
    {
        var mean = rows.Average(row => row[term]);
        return Math.Max(1e-6, rows.Average(row => (row[term] - mean) * (row[term] - mean)));
    }

    private static double[] Row(ChanceInput input) =>
        [
            1d,
            LogOdds(input.Penetration),
            input.Similarity,
            Math.Log(1d + input.FamiliesBought),
            LogOdds(input.Adoption),
            Math.Log(1d + ((input.DaysSinceLastPurchase ?? DaysWhenNever) / DaysOfAMonth)),
        ];

    private static double LogOdds(double share)
    {
        var inside = Math.Min(1d - SmallestShare, Math.Max(SmallestShare, share));
        return Math.Log(inside / (1d - inside));
    }

    private static double Logistic(double[] weights, double[] row)
    {
        var sum = 0d;
        for (var term = 0; term < Terms; term++) sum += weights[term] * row[term];
        return 1d / (1d + Math.Exp(-sum));
    }
}
