using System;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>The shape in which a raw value becomes points. The numbers are the values of the choice kam_curve.</summary>
public enum CurveShape
{
    /// <summary>Evenly from worst to best.</summary>
    Linear = 781340000,

    /// <summary>Evenly in the order of magnitude: from 10,000 to 100,000 counts as much as from 100,000 to 1,000,000.</summary>
    Logarithmic,

    /// <summary>By the rank within the portfolio.</summary>
    Percentile,
}

/// <summary>Maps a raw value to 0 (worst) to 100 (best) points, never against its direction.</summary>
/// <remarks>
/// Values beyond worst or best get 0 or 100. Worst above best means that less is better. Percentile uses only that direction and
/// the portfolio; when all accounts measure the same, each gets 50. The logarithm is taken symmetrically around zero,
/// sign(x) · ln(1 + |x|), so that zero and losses have their place too. Points have two decimals, halves go up.
/// </remarks>
/// <model stage="1 Value Insights">each criterion maps its raw value through a curve</model>
public sealed class ScoringCurve
{
    private readonly CurveShape shape;
    private readonly decimal worst, best;

    /// <exception cref="ArgumentException">Worst equals best: the curve would have no direction.</exception>
    public ScoringCurve(CurveShape shape, decimal worst, decimal best)
    {
        if (worst == best) throw new ArgumentException("Worst and best differ.", nameof(best));
        this.shape = shape;
        this.worst = worst;
        this.best = best;
    }

    /// <summary>Points for a value, 0 to 100, two decimals.</summary>
    /// <param name="value">The measured value.</param>
    /// <param name="portfolio">Spread of the measure over the portfolio; only the percentile looks at it.</param>
    public decimal Points(decimal value, Distribution portfolio) => Decimals.Two(shape switch
    {
        CurveShape.Linear => Linear(value),
        CurveShape.Logarithmic => Logarithmic(value),
        CurveShape.Percentile => worst < best ? portfolio.MidRank(value) : 100m - portfolio.MidRank(value),
        _ => throw new InvalidOperationException($"Unknown curve {shape}."),
    });

    private decimal Linear(decimal value) =>
        IsBeyondWorst(value) ? 0m : IsBeyondBest(value) ? 100m : (value - worst) / (best - worst) * 100m;

    private decimal Logarithmic(decimal value)
    {
        if (IsBeyondWorst(value)) return 0m;
        if (IsBeyondBest(value)) return 100m;
        var from = Magnitude(worst);
        var to = Magnitude(best);

        // Two different bounds may be too close for a double to tell apart; then the straight line is the same thing.
        return from == to ? Linear(value) : Clamp((decimal)((Magnitude(value) - from) / (to - from) * 100d));
    }

    private bool IsBeyondWorst(decimal value) => worst < best ? value <= worst : value >= worst;

    private bool IsBeyondBest(decimal value) => worst < best ? value >= best : value <= best;

    private static double Magnitude(decimal value) => Math.Sign(value) * Math.Log(1d + Math.Abs((double)value));

    private static decimal Clamp(decimal points) => Math.Max(0m, Math.Min(100m, points));
}
