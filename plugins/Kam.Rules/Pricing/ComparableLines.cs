using System.Collections.Generic;

namespace Kam.Rules.Pricing;

/// <summary>Lines of one product and one band, cheapest first, walked from the cheapest to the dearest.</summary>
internal sealed class ComparableLines
{
    private readonly int start, end;
    private readonly decimal kept;

    /// <param name="start">Place of the first line.</param>
    /// <param name="end">Place after the last line.</param>
    /// <param name="lowestRank">The largest rank that any line has.</param>
    /// <param name="band">Their band.</param>
    internal ComparableLines(int start, int end, int lowestRank, VolumeBand band)
    {
        this.start = start;
        this.end = end;
        From = band.From;
        Cheaper = new List<int>?[lowestRank + 1];
        kept = (100m - band.TolerancePercent) / 100m;
    }

    /// <summary>Where the band begins.</summary>
    internal decimal From { get; }

    /// <summary>By segment rank: the lines that are cheaper than the present one by more than the tolerance, cheapest first; null for a rank without any.</summary>
    internal List<int>?[] Cheaper { get; }

    /// <summary>Goes from line to line; at each, <see cref="Cheaper"/> is what it is compared with.</summary>
    internal IEnumerable<int> Walk(PricePoint[] points)
    {
        var next = start;
        for (var at = start; at < end; at++)
        {
            var bound = points[at].Price * kept;
            for (; next < at && points[next].Price < bound; next++) (Cheaper[points[next].SegmentRank] ??= []).Add(next);
            yield return at;
        }
    }
}
