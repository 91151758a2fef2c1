using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>
/// Nobody in a lower segment pays less than somebody in a higher one for the same product at comparable volume. Finds every line for which that does not hold, and every pair.
/// </summary>
/// <remarks>
/// Lines are sorted once by product, band and price; then one pass suffices, because the lines that may contradict another are exactly those before it that are cheaper by more
/// than the tolerance. Time n log n for the lines plus one step for each pair that is asked for; memory 32 bytes a line. Lines without units, returns and lines below the first band
/// take no part.
/// </remarks>
/// <model stage="5 Pricing">for the same product and comparable volume nobody in a lower segment gets a better pocket price; all contradicting pairs are found, with the amount at stake</model>
public sealed class PriceConsistency
{
    private readonly VolumeBand[] bands;
    private readonly long[] from;
    private readonly PricePoint[] points;
    private readonly int lowestRank;

    /// <param name="points">The lines. The array is put into another order.</param>
    /// <param name="bands">In any order.</param>
    /// <exception cref="ArgumentException">The bands have violations.</exception>
    public PriceConsistency(PricePoint[] points, IEnumerable<VolumeBand> bands)
    {
        this.bands = bands.OrderBy(band => band.From).ToArray();
        if (Violations(this.bands).Count > 0) throw new ArgumentException("The volume bands are not valid.", nameof(bands));
        from = this.bands.Select(band => new PricePoint(0, 0, 0, band.From, 0m).Units).ToArray();
        this.points = points;
        lowestRank = points.Length == 0 ? 0 : points.Max(point => point.SegmentRank);
        Array.Sort(points, Compare);
    }

    /// <summary>Number of contradicting pairs.</summary>
    public long PairCount => Exposed().Sum(line => line.ContradictionCount);

    /// <summary>Everything wrong with bands at once.</summary>
    public static IReadOnlyList<Violation> Violations(IReadOnlyCollection<VolumeBand> bands) =>
    [
        .. bands.Where(band => band.From <= 0m).Select(band => Violation.OfNumber(PricingReasons.BandNotAboveZero, nameof(VolumeBand.From), band.From)),
        .. bands.GroupBy(band => band.From).Where(same => same.Count() > 1).Select(same => Violation.OfNumber(PricingReasons.BandTwice, nameof(VolumeBand.From), same.Key)),
        .. bands.Where(band => band.TolerancePercent is < 0m or >= 100m).Select(band => Violation.OfNumber(PricingReasons.ToleranceOutOfRange, nameof(VolumeBand.TolerancePercent), band.TolerancePercent)),
        .. bands.Count == 0 ? [Violation.Of(PricingReasons.NoVolumeBand, nameof(bands), "")] : Array.Empty<Violation>(),
    ];

    /// <summary>Every line of a higher segment that pays more than a line of a lower one, with the dearest such difference. By product, band and price.</summary>
    public IEnumerable<ExposedLine> Exposed()
    {
        foreach (var group in Groups())
        {
            foreach (var at in group.Walk(points))
            {
                var cheapest = -1;
                var count = 0L;
                for (var rank = points[at].SegmentRank + 1; rank < group.Cheaper.Length; rank++)
                {
                    var cheaper = group.Cheaper[rank];
                    if (cheaper is null || cheaper.Count == 0) continue;
                    count += cheaper.Count;
                    if (cheapest < 0 || cheaper[0] < cheapest) cheapest = cheaper[0];
                }

                if (count > 0) yield return new ExposedLine(points[at], points[cheapest], count, AtStake(points[at], points[cheapest]));
            }
        }
    }

    /// <summary>Every contradicting pair, one at a time: there may be as many as the square of the lines.</summary>
    public IEnumerable<PriceContradiction> Pairs()
    {
        foreach (var group in Groups())
        {
            foreach (var at in group.Walk(points))
            {
                for (var rank = points[at].SegmentRank + 1; rank < group.Cheaper.Length; rank++)
                {
                    foreach (var cheaper in group.Cheaper[rank] ?? [])
                        yield return new PriceContradiction(points[cheaper], points[at], AtStake(points[at], points[cheaper]));
                }
            }
        }
    }

    /// <summary>The pairs gathered by customers: at most one for each two customers, product and band, so that there is something to store where pairs of lines are too many.</summary>
    /// <param name="accountOf">The customer of each line, by number of the line.</param>
    public IEnumerable<AccountContradiction> ByAccount(IReadOnlyList<int> accountOf) => Groups().SelectMany(group => new ContradictingAccounts(group, points, accountOf).Found());

    private static decimal AtStake(PricePoint disadvantaged, PricePoint favoured) => (disadvantaged.PocketPrice - favoured.PocketPrice) * disadvantaged.Quantity;

    private IEnumerable<ComparableLines> Groups()
    {
        var start = 0;
        while (start < points.Length)
        {
            var band = BandOf(points[start]);
            var end = start + 1;
            while (end < points.Length && points[end].Product == points[start].Product && BandOf(points[end]) == band) end++;
            if (band >= 0 && end - start > 1) yield return new ComparableLines(start, end, lowestRank, bands[band]);
            start = end;
        }
    }

    private int BandOf(PricePoint point)
    {
        var place = Array.BinarySearch(from, point.Units);
        return place >= 0 ? place : ~place - 1;
    }

    private int Compare(PricePoint left, PricePoint right)
    {
        var order = left.Product.CompareTo(right.Product);
        if (order == 0) order = BandOf(left).CompareTo(BandOf(right));
        if (order == 0) order = left.Price.CompareTo(right.Price);
        return order != 0 ? order : left.Line.CompareTo(right.Line);
    }
}
