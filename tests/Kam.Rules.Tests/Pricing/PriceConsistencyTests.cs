using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Kam.Rules.Pricing;
using Xunit;

namespace Kam.Rules.Tests.Pricing;

public sealed class PriceConsistencyTests
{
    private static readonly VolumeBand[] Bands = [new(1m, 2m), new(100m, 0m)];

    private static readonly Gen<PricePoint> Points =
        from product in Gen.Int[0, 2]
        from rank in Gen.Byte[1, 5]
        from quantity in Gen.Int[-5, 250]
        from cents in Gen.Int[900, 1_100]
        from line in Gen.Int[0, 1_000_000]
        select new PricePoint(line, product, rank, quantity, cents / 100m);

    [Fact]
    public void ALowerSegmentThatPaysLess_IsFoundWithWhatIsAtStake()
    {
        // An A account pays 10.00 for 50, a C account 9.50 for 60 and another 9.00 for 5.
        var check = new PriceConsistency([Of(1, 2, 50m, 10m), Of(2, 4, 60m, 9.5m), Of(3, 4, 5m, 9m)], Bands);

        var exposed = Assert.Single(check.Exposed());
        Assert.Equal(1, exposed.Line.Line);
        Assert.Equal(2, exposed.ContradictionCount);
        Assert.Equal(3, exposed.LowestPrice.Line);
        Assert.Equal(50m, exposed.AmountAtStake);                                              // 1.00 x 50
        Assert.Equal([50m, 25m], check.Pairs().Select(pair => pair.AmountAtStake));
        Assert.Equal(2, check.PairCount);
    }

    [Theory]
    [InlineData(9.80, 0)]    // 2 % lower is tolerated in the band from 1
    [InlineData(9.79, 1)]
    public void WithinTheTolerance_NothingContradicts(double lowerSegment, int pairs) =>
        Assert.Equal(pairs, new PriceConsistency([Of(1, 1, 10m, 10m), Of(2, 3, 10m, (decimal)lowerSegment)], Bands).PairCount);

    [Theory]
    [InlineData(99.9999, 1)]
    [InlineData(100, 0)]
    public void OnlyComparableVolumes_AreCompared(double quantity, int pairs) =>
        Assert.Equal(pairs, new PriceConsistency([Of(1, 1, 10m, 10m), Of(2, 3, (decimal)quantity, 5m)], Bands).PairCount);

    [Fact]
    public void AHigherOrEqualSegmentThatPaysLess_IsNoContradiction()
    {
        Assert.Equal(0, new PriceConsistency([Of(1, 3, 10m, 10m), Of(2, 3, 10m, 5m), Of(3, 1, 10m, 4m)], Bands).PairCount);
        Assert.Empty(new PriceConsistency([], Bands).Pairs());
    }

    [Fact]
    public void ReturnsAndVolumesBelowTheFirstBand_TakeNoPart() =>
        Assert.Equal(0, new PriceConsistency([Of(1, 1, 10m, 10m), Of(2, 3, -10m, 5m), Of(3, 3, 0.5m, 5m)], Bands).PairCount);

    [Fact]
    public void EveryPair_IsFoundOnce_AsComparingAllWithAllFindsThem() =>
        Points.Array[0, 60].Sample(points =>
        {
            var expected = AllWithAll(points).Order().ToArray();
            var check = new PriceConsistency(points.ToArray(), Bands);
            var found = check.Pairs().Select(pair => (pair.Disadvantaged.Line, pair.Favoured.Line, pair.AmountAtStake)).Order().ToArray();
            Assert.Equal(expected, found);
            Assert.Equal(expected.Length, check.PairCount);
            Assert.Equal(
                expected.GroupBy(pair => pair.Item1).Where(_ => points.Select(point => point.Line).Distinct().Count() == points.Length).Sum(line => line.Max(pair => pair.Item3)),
                points.Select(point => point.Line).Distinct().Count() == points.Length ? check.Exposed().Sum(line => line.AmountAtStake) : 0m);
        });

    [Fact]
    public void BandsThatMakeNoSense_AreRefusedAllAtOnce()
    {
        VolumeBand[] wrong = [new(0m, 100m), new(5m, 1m), new(5m, -1m)];

        Assert.Equal(["KAM-PRC-050", "KAM-PRC-051", "KAM-PRC-052", "KAM-PRC-052"], PriceConsistency.Violations(wrong).Select(violation => violation.Reason.Code));
        Assert.Equal(["KAM-PRC-053"], PriceConsistency.Violations([]).Select(violation => violation.Reason.Code));
        Assert.Throws<ArgumentException>(() => new PriceConsistency([], wrong));
    }

    private static IEnumerable<(int, int, decimal)> AllWithAll(PricePoint[] points) =>
        from high in points
        from low in points
        let band = BandOf(high)
        where band is not null && band == BandOf(low) && high.Product == low.Product && low.SegmentRank > high.SegmentRank
            && low.PocketPrice < high.PocketPrice * (100m - band.TolerancePercent) / 100m
        select (high.Line, low.Line, (high.PocketPrice - low.PocketPrice) * high.Quantity);

    private static VolumeBand? BandOf(PricePoint point) => Bands.LastOrDefault(band => band.From <= point.Quantity);

    private static PricePoint Of(int line, byte rank, decimal quantity, decimal price) => new(line, 7, rank, quantity, price);

    [Fact]
    public void GatheredByCustomers_NothingIsLostOrAdded() =>
        Points.Array[0, 60].Sample(points =>
        {
            // Line n belongs to customer n mod 7 of its segment, so that a customer has one segment.
            var numbered = points.Select((point, line) => new PricePoint(line, point.Product, point.SegmentRank, point.Quantity, point.PocketPrice)).ToArray();
            var accountOf = numbered.Select(point => (point.SegmentRank * 10) + (point.Line % 7)).ToArray();
            var pairs = new PriceConsistency([.. numbered], Bands).Pairs().ToList();
            var expected = pairs
                .GroupBy(pair => (pair.Disadvantaged.Product, Account: accountOf[pair.Disadvantaged.Line], Other: accountOf[pair.Favoured.Line], From: pair.Disadvantaged.Quantity >= 100m ? 100m : 1m))
                .ToDictionary(same => same.Key, same => same.ToList());

            var found = new PriceConsistency([.. numbered], Bands).ByAccount(accountOf).ToList();

            Assert.Equal(expected.Count, found.Count);
            foreach (var one in found)
            {
                var own = expected[(one.Product, one.Account, one.OtherAccount, one.FromQuantity)];
                Assert.Equal(own.Count, one.PairCount);
                var perLine = own.GroupBy(pair => pair.Disadvantaged.Line).ToList();
                Assert.Equal(perLine.Sum(line => line.Max(pair => pair.AmountAtStake)), one.AmountAtStake);
                Assert.Equal(perLine.Sum(line => line.First().Disadvantaged.Quantity), one.Quantity);
                Assert.Equal(own.Min(pair => pair.Favoured.PocketPrice), one.LowestPrice.PocketPrice);
                Assert.Equal(own.Max(pair => pair.Disadvantaged.PocketPrice), one.Dearest.PocketPrice);
            }
        });
}
