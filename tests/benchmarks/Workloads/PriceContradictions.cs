using System;
using System.Linq;
using Kam.Benchmarks.Harness;
using Kam.Rules.Pricing;

namespace Kam.Benchmarks.Workloads;

/// <summary>Searches millions of lines for lower segments that pay less, against merely sorting the same lines.</summary>
internal sealed class PriceContradictions(int[] sizes, int runs)
{
    private const int Seed = 20260415;
    private const int LinesOfAProduct = 2_000;

    private static readonly VolumeBand[] bands = [new(1m, 5m), new(10m, 4m), new(100m, 3m), new(1_000m, 2m)];

    public void Run()
    {
        var table = new MarkdownTable($"Price contradictions, median of {runs}", "lines", "find s", "processor s", "sort s", "find / sort", "ns per line", "MB allocated", "peak MB", "lines exposed", "pairs");
        foreach (var size in sizes) Row(table, size);
    }

    private void Row(MarkdownTable table, int size)
    {
        var lines = Lines(size);
        using var memory = new MemoryWatch();
        var sort = Trial.Of(runs, lines.ToArray, copy => { Array.Sort(copy, PricePoint.ByProductAndPrice); return copy; }, (_, sorted) => Answer.MustBe(true, PricePoint.ByProductAndPrice(sorted[0], sorted[^1]) <= 0, "sorted"));
        var exposed = 0;
        var pairs = 0L;
        var atStake = 0m;
        var find = Trial.Of(
            runs,
            lines.ToArray,
            copy =>
            {
                (exposed, pairs, atStake) = (0, 0L, 0m);
                foreach (var line in new PriceConsistency(copy, bands).Exposed())
                {
                    exposed++;
                    pairs += line.ContradictionCount;
                    atStake += line.AmountAtStake;
                }

                return pairs;
            },
            (_, found) => Answer.MustBe(true, found >= exposed && atStake > 0m, "every exposed line has a pair and an amount"));
        if (size <= 20_000) Answer.MustBe(AllWithAll(lines), pairs, "pairs as comparing all with all finds them");
        table.Row(
            size, find.Milliseconds / 1e3, find.ProcessorMilliseconds / 1e3, sort.Milliseconds / 1e3, find.ProcessorMilliseconds / sort.ProcessorMilliseconds, find.Milliseconds * 1e6 / size,
            find.AllocatedBytes / 1e6, memory.Peak / 1e6, exposed, pairs);
    }

    // Prices fall with volume and with the segment, and scatter: so most lines are consistent and some are not.
    private static PricePoint[] Lines(int count)
    {
        var dice = new Random(Seed);
        var lines = new PricePoint[count];
        for (var line = 0; line < count; line++)
        {
            var product = line / LinesOfAProduct;
            var rank = (byte)(1 + dice.Next(5));
            var quantity = Math.Round((decimal)Math.Pow(10d, dice.NextDouble() * 4d), 2);
            var price = (50m + (product % 977)) * (0.80m + (0.04m * rank)) * (decimal)(1d + (0.16d * (dice.NextDouble() - 0.5d)));
            lines[line] = new PricePoint(line, product, rank, quantity, Math.Round(price, 4));
        }

        dice.Shuffle(lines);
        return lines;
    }

    private static long AllWithAll(PricePoint[] lines) => lines.GroupBy(line => line.Product).Sum(product =>
    {
        var same = product.Select(line => (Line: line, Band: bands.LastOrDefault(band => band.From <= line.Quantity))).ToArray();
        return same.Sum(high => same.LongCount(low =>
            low.Band is not null && low.Band == high.Band && low.Line.SegmentRank > high.Line.SegmentRank && low.Line.PocketPrice < high.Line.PocketPrice * (100m - low.Band.TolerancePercent) / 100m));
    });
}
