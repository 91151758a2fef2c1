using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Structure;

/// <summary>How criteria become one index from 0 to 100, and how far an account may drift before it changes its segment.</summary>
/// <param name="Segments">In any order.</param>
/// <param name="ScoreWeight">Weight of the value score, zero or more.</param>
/// <param name="PotentialWeight">Weight of the potential.</param>
/// <param name="WillingnessWeight">Weight of the willingness to partner.</param>
/// <param name="PotentialForAll">Yearly potential that is worth 100 points, base currency, above zero. Points grow with the order of magnitude: log(1 + potential) / log(1 + this).</param>
/// <param name="Hysteresis">Points by which the index must pass a bound before the account moves; less than half of the narrowest segment.</param>
public sealed record SegmentationPolicy(
    IReadOnlyList<Segment> Segments,
    decimal ScoreWeight,
    decimal PotentialWeight,
    decimal WillingnessWeight,
    decimal PotentialForAll,
    decimal Hysteresis)
{
    private const decimal HighestWillingness = 5m;

    /// <summary>
    /// Weighted mean of what is known, 0 to 100, two decimals: score as it is, potential by its magnitude, willingness 1 to 5 as 0 to 100. Null when nothing with a weight is known.
    /// </summary>
    public decimal? Index(SegmentCriteria criteria)
    {
        var points = 0m;
        var weights = 0m;
        Add(criteria.ValueScore, ScoreWeight);
        Add(criteria.Potential is { } potential ? PotentialPoints(potential) : null, PotentialWeight);
        Add((criteria.Willingness - 1m) / (HighestWillingness - 1m) * 100m, WillingnessWeight);
        return weights == 0m ? null : Decimals.Two(points / weights);

        void Add(decimal? value, decimal weight)
        {
            if (value is not { } known) return;
            points += known * weight;
            weights += weight;
        }
    }

    /// <summary>Everything wrong with the policy at once.</summary>
    public IReadOnlyList<Violation> Violations()
    {
        var byIndex = Segments.OrderByDescending(segment => segment.EntryIndex).ToArray();
        var widths = byIndex.Select((segment, place) => (place == 0 ? 100m : byIndex[place - 1].EntryIndex) - segment.EntryIndex).ToArray();
        return
        [
            .. When(ScoreWeight < 0m, StructureReasons.WeightBelowZero, nameof(ScoreWeight), ScoreWeight),
            .. When(PotentialWeight < 0m, StructureReasons.WeightBelowZero, nameof(PotentialWeight), PotentialWeight),
            .. When(WillingnessWeight < 0m, StructureReasons.WeightBelowZero, nameof(WillingnessWeight), WillingnessWeight),
            .. When(ScoreWeight + PotentialWeight + WillingnessWeight == 0m, StructureReasons.WeightsSumToZero, nameof(ScoreWeight), 0m),
            .. When(PotentialForAll <= 0m, StructureReasons.PotentialNotAboveZero, nameof(PotentialForAll), PotentialForAll),
            .. When(Segments.Count == 0 || byIndex[byIndex.Length - 1].EntryIndex != 0m, StructureReasons.NoSegmentFromZero, nameof(Segment.EntryIndex), Segments.Count == 0 ? 0m : byIndex[byIndex.Length - 1].EntryIndex),
            .. Segments.Where(segment => segment.EntryIndex is < 0m or >= 100m).Select(segment => Of(StructureReasons.EntryOutOfRange, nameof(Segment.EntryIndex), segment.EntryIndex, segment.Name)),
            .. Segments.Where(segment => segment.MinimumWillingness is < 1 or > 5).Select(segment => Of(StructureReasons.WillingnessOutOfRange, nameof(Segment.MinimumWillingness), segment.MinimumWillingness, segment.Name)),
            .. byIndex.Where((segment, place) => place > 0 && segment.Rank <= byIndex[place - 1].Rank).Select(segment => Of(StructureReasons.RanksNotInOrder, nameof(Segment.Rank), segment.Rank, segment.Name)),
            .. When(Hysteresis < 0m || widths.Any(width => Hysteresis * 2m >= width), StructureReasons.HysteresisTooWide, nameof(Hysteresis), Hysteresis),
        ];
    }

    private decimal PotentialPoints(decimal potential)
    {
        if (potential <= 0m) return 0m;
        if (potential >= PotentialForAll) return 100m;
        return Math.Min(100m, (decimal)(Math.Log(1d + (double)potential) / Math.Log(1d + (double)PotentialForAll) * 100d));
    }

    private static Violation[] When(bool isWrong, Reason reason, string field, decimal value) =>
        isWrong ? [Violation.OfNumber(reason, field, value)] : [];

    private static Violation Of(Reason reason, string field, decimal value, string segment) =>
        Violation.Of(reason, field, value.ToString(CultureInfo.InvariantCulture), Argument.Number(value), Argument.Text(segment));
}
