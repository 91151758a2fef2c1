using System;
using System.Linq;
using CsCheck;
using Kam.Rules.Structure;
using Xunit;

namespace Kam.Rules.Tests.Structure;

public sealed class SegmentationTests
{
    private static readonly Segment Key = Of("Key", 1, 80m, willingness: 3);
    private static readonly Segment A = Of("A", 2, 60m);
    private static readonly Segment B = Of("B", 3, 40m);
    private static readonly Segment C = Of("C", 4, 20m);
    private static readonly Segment D = Of("D", 5, 0m);

    private static readonly SegmentationPolicy Policy = new([C, A, Key, D, B], ScoreWeight: 2m, PotentialWeight: 1m, WillingnessWeight: 1m, PotentialForAll: 999_999m, Hysteresis: 3m);
    private static readonly SegmentationPolicy ByScore = Policy with { PotentialWeight = 0m, WillingnessWeight = 0m };

    [Theory]
    [InlineData(70.0, 999, 3, 60)]        // (2 x 70 + 50 + 50) / 4: log(1,000) is half of log(1,000,000)
    [InlineData(70.0, null, 3, 63.33)]    // what is unknown is left out: (140 + 50) / 3
    [InlineData(null, null, 5, 100)]
    [InlineData(null, -5, null, 0)]
    public void TheIndex_IsTheWeightedMeanOfWhatIsKnown(double? score, int? potential, int? willingness, double index) =>
        Assert.Equal((decimal)index, Policy.Index(new SegmentCriteria((decimal?)score, potential, willingness)));

    public static TheoryData<string?, double, string> Moves => new()
    {
        { null, 60, "A" },          // a new account goes where its index says
        { null, 59.99, "B" },
        { "B", 62.99, "B" },        // up only when the bound is passed by 3
        { "B", 63, "A" },
        { "A", 57, "A" },           // down only below 60 - 3
        { "A", 56.99, "B" },
        { "D", 99, "Key" },         // far away it moves at once
        { "Key", 3, "D" },
        { "Key", 77, "Key" },
        { "D", 22.99, "D" },
    };

    [Theory, MemberData(nameof(Moves))]
    public void AnAccount_StaysUntilTheBoundIsClearlyPassed(string? current, double score, string expected)
    {
        var found = new Segmentation(ByScore).Assign(new SegmentCriteria((decimal)score, null, null), Id(current));

        Assert.Equal(expected, found.Segment!.Name);
        Assert.Equal(current == expected && ByIndex((decimal)score) != expected, found.IsHeld);
    }

    [Fact]
    public void AnUnwillingCustomer_IsNoKeyAccountWhateverTheFigures()
    {
        var segmentation = new Segmentation(ByScore);

        Assert.Equal("A", segmentation.Assign(new SegmentCriteria(95m, null, 2), Key.Id).Segment!.Name);
        Assert.Equal("Key", segmentation.Assign(new SegmentCriteria(95m, null, 3), null).Segment!.Name);
        Assert.Equal("Key", segmentation.Assign(new SegmentCriteria(95m, null, null), null).Segment!.Name);
    }

    [Fact]
    public void NothingKnown_ChangesNothing()
    {
        var segmentation = new Segmentation(ByScore);

        Assert.Equal("B", segmentation.Assign(new SegmentCriteria(null, 5m, 5), B.Id).Segment!.Name);
        Assert.Null(segmentation.Assign(new SegmentCriteria(null, 5m, 5), null).Segment);
        Assert.Null(segmentation.Assign(new SegmentCriteria(null, 5m, 5), Guid.NewGuid()).Segment);
    }

    [Fact]
    public void TheExplanation_NamesInputsRuleAndWhatHolds()
    {
        var texts = new Texts("structure", 1033);
        var found = new Segmentation(Policy).Assign(new SegmentCriteria(75m, 999m, 5), Key.Id);

        Assert.Equal(
            [
                "Segment index 75.00: A, which begins at 60.", "Value score 75, weight 2.", "Potential 999 a year, weight 1.", "Willingness to partner 5 of 5, weight 1.",
            ],
            texts.Say(found.Why));
        Assert.Contains("It stays Key: the index has not passed the bound by more than 3 points.", texts.Say(new Segmentation(ByScore).Assign(new SegmentCriteria(78m, null, null), Key.Id).Why));
        Assert.Contains("By its figures it would be Key, which asks for a willingness of 3.", texts.Say(new Segmentation(ByScore).Assign(new SegmentCriteria(85m, null, 1), null).Why));
    }

    [Fact]
    public void OnePercentOfNoise_MovesAlmostNobody()
    {
        var segmentation = new Segmentation(ByScore);
        var dice = new Random(3);
        var moved = Enumerable.Range(0, 10_000).Count(_ =>
        {
            var score = (decimal)dice.NextDouble() * 100m;
            var before = segmentation.Assign(new SegmentCriteria(score, null, null), null).Segment!;
            var noisy = Math.Min(100m, score * (1m + (((decimal)dice.NextDouble() - 0.5m) / 50m)));
            return segmentation.Assign(new SegmentCriteria(noisy, null, null), before.Id).Segment != before;
        });

        Assert.Equal(0, moved); // 1 % of at most 100 points is less than the hysteresis of 3
    }

    [Fact]
    public void TwoEqualAccounts_AreNeverMoreThanOneSegmentApart() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[-20, 20]).Sample((hundredths, one, other, nearly) =>
        {
            var segmentation = new Segmentation(ByScore);
            var near = Math.Max(0, Math.Min(10_000, hundredths + nearly));
            var first = segmentation.Assign(new SegmentCriteria(hundredths / 100m, null, null), ByRank(one).Id).Segment!;
            var second = segmentation.Assign(new SegmentCriteria(near / 100m, null, null), ByRank(other).Id).Segment!;
            return Math.Abs(first.Rank - second.Rank) <= 1;
        });

    [Fact]
    public void MoreValue_NeverMeansALowerSegment() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 2_000_000], Gen.Int[0, 500_000], Gen.Int[1, 5], Gen.Int[0, 5]).Sample((score, more, potential, further, willingness, from) =>
        {
            var segmentation = new Segmentation(Policy);
            Guid? current = from == 5 ? null : ByRank(from).Id;
            var less = segmentation.Assign(new SegmentCriteria(score, potential, willingness), current).Segment!;
            return segmentation.Assign(new SegmentCriteria(Math.Min(100, score + more), potential + further, willingness), current).Segment!.Rank <= less.Rank;
        });

    [Fact]
    public void APolicyThatMakesNoSense_IsRefusedWithEverythingWrong()
    {
        var wrong = new SegmentationPolicy([Of("X", 1, 10m, 6), Of("Y", 1, 5m)], -1m, 0.5m, 0.5m, 0m, 3m);

        Assert.Equal(
            ["KAM-STR-001", "KAM-STR-002", "KAM-STR-003", "KAM-STR-004", "KAM-STR-006", "KAM-STR-007", "KAM-STR-008"],
            wrong.Violations().Select(violation => violation.Reason.Code));
        Assert.Throws<ArgumentException>(() => new Segmentation(wrong));
        Assert.Equal(["KAM-STR-008"], (Policy with { Hysteresis = 10m }).Violations().Select(violation => violation.Reason.Code));
        Assert.Empty((Policy with { Hysteresis = 9.99m }).Violations());
        Assert.Contains("KAM-STR-005", (Policy with { Segments = [D, Of("Z", 1, 100m)] }).Violations().Select(violation => violation.Reason.Code));
    }

    private static string ByIndex(decimal index) => new Segmentation(ByScore).Assign(new SegmentCriteria(index, null, null), null).Segment!.Name;

    private static Segment ByRank(int place) => Policy.Segments.OrderBy(segment => segment.Rank).ElementAt(place);

    private static Guid? Id(string? name) => name is null ? null : Policy.Segments.Single(segment => segment.Name == name).Id;

    private static Segment Of(string name, int rank, decimal entry, int willingness = 1) =>
        new(new Guid(rank, 0, 0, new byte[8]), name, rank, entry, willingness);
}
