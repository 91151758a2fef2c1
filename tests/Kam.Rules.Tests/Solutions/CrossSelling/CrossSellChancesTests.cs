using System;
using System.Linq;
using CsCheck;
using Kam.Rules.Solutions.CrossSelling;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace Kam.Rules.Tests.Solutions.CrossSelling;

public sealed class CrossSellChancesTests
{
    private static readonly Guid SegmentA = Id(900), SegmentB = Id(901);
    private static readonly DateTime Today = new(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc);
    private static readonly ChanceModel Unfitted = new([]);

    private static readonly Gen<PurchaseMatrix> Matrices = Gen.Int[0, 63].Array[2, 12].Select(rows => Matrix(rows, place => place % 2 == 0 ? SegmentA : SegmentB));

    [Fact]
    public void Penetration_IsTheShareOfPeers_DrawnTowardsThePortfolio()
    {
        // Ten accounts, three peers in A of which two buy; of all nine others five buy. (2 + 5 x 5/9) / (3 + 5).
        var matrix = Matrix([0b01, 0b10, 0b10, 0b01, 0b10, 0b10, 0b10, 0b01, 0b01, 0b01], place => place < 4 ? SegmentA : SegmentB);

        Assert.Equal((2d + (5d * 5d / 9d)) / 8d, new PeerPenetration(matrix, 5d).Of(0, 1), 1e-12);
        Assert.Equal(2d / 3d, new PeerPenetration(matrix, 0d).Of(0, 1), 1e-12);
        Assert.Equal(5d / 9d, new PeerPenetration(matrix, 5d).Popularity(0, 1), 1e-12);
    }

    [Fact]
    public void Adoption_IsTheShareThatTookItUpLately_AmongThoseWithout()
    {
        // Family 3 is new: of four peers in A two took it up; of ten accounts in all four did. Family 0 is old: nobody without it took it up.
        var matrix = Matrix([0b1001, 0b1000, 0b0001, 0, 0b1001, 0b1000, 0, 0, 0, 0], place => place < 4 ? SegmentA : SegmentB);

        Assert.Equal((2d + (5d * 0.4)) / 9d, new PeerAdoption(matrix, 5d, 182).Of(0, matrix.Column(Id(503))), 1e-12);
        Assert.Equal(0d, new PeerAdoption(matrix, 5d, 182).Of(1, matrix.Column(Id(500))), 1e-12);
        Assert.True(new PeerAdoption(matrix, 5d, 500).Of(1, matrix.Column(Id(500))) > 0d);
    }

    [Fact]
    public void OverTwoSpans_TheChanceIsThatOfEitherOne()
    {
        var model = new ChanceModel(Drawn(seed: 5, 1_000));
        var input = new ChanceInput(0.4, 0.3, 2, 0.1, 60);
        var once = model.Probability(input);

        Assert.Equal(1d - ((1d - once) * (1d - once)), model.Probability(input, 2d), 1e-12);
    }

    [Fact]
    public void APurchaseAfterTheDayTheMatrixStandsFor_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new PurchaseMatrix([new PeerAccount(Id(1), null)], [new FamilyPurchase(Id(1), Id(2), null, 1m, Today, Today.AddDays(1))], Today));

    [Fact]
    public void Similarity_IsTheClosedForm() =>
        Matrices.Sample(matrix =>
        {
            // Where nobody bought anything there is nothing to compare, and no matrix of that size.
            if (matrix.Families.Count == 0) return;
            var x = Matrix<double>.Build.Dense(matrix.Accounts.Count, matrix.Families.Count, (row, column) => matrix.Bought(row, column) ? 1d : 0d);
            var p = ((x.Transpose() * x) + (2d * Matrix<double>.Build.DenseIdentity(matrix.Families.Count))).Inverse();
            var b = Matrix<double>.Build.Dense(p.RowCount, p.ColumnCount, (row, column) => row == column ? 0d : -p[row, column] / p[column, column]);
            var scores = x * b;
            var similarity = new ItemSimilarity(matrix, 2d);
            for (var row = 0; row < matrix.Accounts.Count; row++)
            {
                for (var column = 0; column < matrix.Families.Count; column++) Assert.Equal(scores[row, column], similarity.Score(row, column), 1e-9);
            }
        });

    [Fact]
    public void WhatIsBought_HasNoChance_EverythingElseHas() =>
        Matrices.Sample(matrix =>
        {
            var chances = new CrossSellChances(matrix, CrossSellSettings.Shipped);
            for (var row = 0; row < matrix.Accounts.Count; row++)
            {
                var of = chances.Of(matrix.Accounts[row].Id, Unfitted, 1d);
                Assert.Equal(
                    Enumerable.Range(0, matrix.Families.Count).Where(family => !matrix.Bought(row, family)).Select(family => matrix.Families[family]).Order(),
                    of.Select(chance => chance.FamilyId).Order());
                Assert.All(of, chance => Assert.InRange(chance.Probability, 0m, 1m));
                Assert.All(of, chance => Assert.True(chance.Evidence.Both <= chance.Evidence.Peers));
            }
        });

    [Fact]
    public void TheReason_NamesThePeersFigures()
    {
        // Account 0 buys family 0. Of its nine peers that buy family 0 as well, seven buy family 1.
        var matrix = Matrix([0b01, .. Enumerable.Repeat(0b11, 7), 0b01, 0b01, 0b100], _ => SegmentA);
        var chance = new CrossSellChances(matrix, CrossSellSettings.Shipped).Of(matrix.Accounts[0].Id, Unfitted, 1d).Single(one => one.FamilyId == matrix.Families[1]);
        var texts = new Texts("solutions", 1033);

        Assert.Equal(new PeerEvidence(matrix.Families[0], 9, 7), chance.Evidence);
        Assert.Equal("7 of 9 peers in segment A that buy Bikes also buy Helmets.", texts.Say(chance.Evidence.Sentence("A", "Bikes", "Helmets")));
        Assert.Equal(10m, chance.TypicalMargin);
        Assert.Equal(Math.Round(chance.Probability * 10m, 2), chance.ExpectedMargin);
    }

    [Fact]
    public void WithFewFirstPurchases_ThePenetrationStandsAloneAndSaysSo()
    {
        var few = Enumerable.Range(0, 100).Select(place => new ChanceExample(new ChanceInput(0.3, 0.2, 2, 0.1, 10), place < 9)).ToArray();
        var model = new ChanceModel(few);

        Assert.Equal("KAM-SOL-040", model.WhyNotFitted!.Code);
        Assert.Equal(0.3, model.Probability(new ChanceInput(0.3, 0.9, 5, 0.1, 10)));
        Assert.Null(new ChanceModel([.. few, new ChanceExample(new ChanceInput(0.3, 0.2, 2, 0.1, 10), true)]).WhyNotFitted);
    }

    [Theory, InlineData(0.0), InlineData(0.25), InlineData(1.0)]
    public void AShareOfTheModel_IsBlendedWithThePenetration(double share)
    {
        var examples = Drawn(seed: 5, 1_000);
        var input = new ChanceInput(0.3, 0.9, 5, 0.1, 10);
        var fitted = new ChanceModel(examples).Probability(input, 2d);

        Assert.NotEqual(input.Penetration, fitted, 0.01);
        Assert.Equal((share * fitted) + ((1d - share) * 0.3), new ChanceModel(examples, share: share).Probability(input, 2d), 1e-12);
    }

    [Fact]
    public void HowManyFirstPurchasesAreEnough_IsSaidByTheHouse()
    {
        var examples = Enumerable.Range(0, 100).Select(place => new ChanceExample(new ChanceInput(0.3, 0.2, 2, 0.1, 10), place < 9)).ToArray();
        Assert.Null(new ChanceModel(examples, fewest: 9).WhyNotFitted);
        Assert.NotNull(new ChanceModel(examples, fewest: 10).WhyNotFitted);
        // Of those that did not buy as many are needed.
        Assert.NotNull(new ChanceModel(examples, fewest: 92).WhyNotFitted);
    }

    [Fact]
    public void AFittedModel_SaysOnAverageWhatHappened()
    {
        var examples = Drawn(seed: 5, 4_000);
        var model = new ChanceModel(examples);

        Assert.Null(model.WhyNotFitted);
        Assert.Equal(examples.Count(example => example.Bought), examples.Sum(example => model.Probability(example.Input)), 0.01);

        // On pairs it has not seen it is nearer to what happens than the penetration alone, and about as near as the chances they were drawn with.
        var fresh = Drawn(seed: 6, 4_000);
        Assert.True(model.Brier(fresh) < Unfitted.Brier(fresh));
        Assert.InRange(model.Brier(fresh)!.Value - fresh.Average(example => Math.Pow(Truth(example.Input) - (example.Bought ? 1d : 0d), 2d)), -0.002, 0.002);
    }

    [Fact]
    public void MorePenetration_NeverLowersAFittedChance()
    {
        var model = new ChanceModel(Drawn(seed: 5, 4_000));
        Gen.Select(Gen.Double[0d, 1d], Gen.Double[0d, 1d], Gen.Double[0d, 1d], Gen.Int[0, 9]).Sample((share, more, similarity, families) =>
            model.Probability(new ChanceInput(Math.Min(1d, share + more), similarity, families, share, 20)) >= model.Probability(new ChanceInput(share, similarity, families, share, 20)) - 1e-12);
    }

    [Fact]
    public void TheWhitespace_ShowsEachPairOnce()
    {
        var matrix = Matrix([0b01, 0b10, 0b11], _ => SegmentA);
        var chances = new CrossSellChances(matrix, CrossSellSettings.Shipped);
        var whitespace = new WhitespaceMatrix(matrix, [Id(777)], matrix.Accounts.SelectMany(account => chances.Of(account.Id, Unfitted, 1d)));

        Assert.Equal(9, whitespace.Cells.Count);
        Assert.Equal(4, whitespace.Cells.Count(cell => cell.Revenue == 100m && cell.Chance is null && cell.State is WhitespaceState.Bought or WhitespaceState.Lapsed));
        Assert.Equal(2, whitespace.Cells.Count(cell => cell.Revenue is null && cell.Chance is not null && cell.State == WhitespaceState.Chance));
        Assert.Equal(3, whitespace.Cells.Count(cell => cell.FamilyId == Id(777) && cell.State == WhitespaceState.Gap));
        Assert.Equal(whitespace.Cells.Sum(cell => cell.Chance?.ExpectedMargin ?? 0m), whitespace.ExpectedMargin);
    }

    [Theory]
    [InlineData(364, WhitespaceState.Bought)]
    [InlineData(365, WhitespaceState.Lapsed)]
    public void WhatWasLastBoughtAYearAgo_HasLapsed(int daysAgo, WhitespaceState expected)
    {
        var matrix = new PurchaseMatrix([new PeerAccount(Id(1), null)], [new FamilyPurchase(Id(1), Id(2), null, 0m, Today.AddDays(-daysAgo), Today.AddDays(-daysAgo))], Today);

        Assert.Equal(expected, Assert.Single(new WhitespaceMatrix(matrix, [], []).Cells).State);
    }

    [Fact]
    public void AnUnknownAccount_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new CrossSellChances(Matrix([1, 2], _ => SegmentA), CrossSellSettings.Shipped).Of(Id(12345), Unfitted, 1d));

    private static double Truth(ChanceInput input) => 1d / (1d + Math.Exp(-(-3d + (0.8 * Math.Log(input.Penetration / (1d - input.Penetration))) + (2d * input.Similarity) + (0.5 * Math.Log(1d + input.FamiliesBought)))));

    private static ChanceExample[] Drawn(int seed, int count)
    {
        var dice = new Random(seed);
        return Enumerable.Range(0, count).Select(_ =>
        {
            var input = new ChanceInput(0.02 + (0.9 * dice.NextDouble()), dice.NextDouble(), dice.Next(8), 0.02 + (0.3 * dice.NextDouble()), dice.Next(300));
            return new ChanceExample(input, dice.NextDouble() < Truth(input));
        }).ToArray();
    }

    // Each number is an account; its bits are the families it bought, 100 of revenue and 10 of margin each.
    private static PurchaseMatrix Matrix(int[] rows, Func<int, Guid> segment) => new(
        rows.Select((_, place) => new PeerAccount(Id(place + 1), segment(place))),
        rows.SelectMany((bits, place) => Enumerable.Range(0, 6).Where(family => (bits >> family & 1) == 1).Select(family => new FamilyPurchase(Id(place + 1), Id(500 + family), 10m, 100m, FirstOn(family), Today))),
        Today);

    // Families 0 to 2 are old, 3 to 5 were taken up within the last half year.
    private static DateTime FirstOn(int family) => Today.AddDays(family < 3 ? -400 : -30);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
