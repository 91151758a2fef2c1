using System;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Xunit;

namespace Kam.Plugins.Tests.Solutions.Chances;

public sealed class ChanceSettingsTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Theory]
    [InlineData("kam_PeerStrength", "-1"), InlineData("kam_PeerStrength", "1001")]
    [InlineData("kam_SimilarityRegularisation", "0"), InlineData("kam_SimilarityRegularisation", "100001")]
    [InlineData("kam_FewestPeers", "0"), InlineData("kam_FewestPeers", "1001")]
    [InlineData("kam_LeastConfidencePercent", "-1"), InlineData("kam_LeastConfidencePercent", "101")]
    [InlineData("kam_LearningDays", "29"), InlineData("kam_LearningDays", "731")]
    [InlineData("kam_FewestFirstPurchases", "1"), InlineData("kam_FewestFirstPurchases", "100001")]
    [InlineData("kam_ChanceHorizonDays", "29"), InlineData("kam_ChanceHorizonDays", "1096")]
    [InlineData("kam_ChanceModelPercent", "-1"), InlineData("kam_ChanceModelPercent", "101")]
    [InlineData("kam_ChancesPerAccount", "51"), InlineData("kam_PeerStrength", "a few")]
    public void AFigureOutOfItsRange_IsRefusedByItsName_AndNothingIsStored(string name, string value)
    {
        var market = Market.OfBikes(crm, out _);
        crm.Set(name, value);

        var refusal = Crm.Refusal(() => market.Refresh());

        Assert.Equal(["KAM-GEN-004"], Crm.CodesOf(refusal));
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(value, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(crm.All<CrossSellChanceRow>());
    }

    [Theory]
    [InlineData("kam_PeerStrength", 0, 1000)]
    [InlineData("kam_SimilarityRegularisation", 1, 100000)]
    [InlineData("kam_FewestPeers", 1, 1000)]
    [InlineData("kam_LeastConfidencePercent", 0, 100)]
    [InlineData("kam_LearningDays", 30, 730)]
    [InlineData("kam_FewestFirstPurchases", 2, 100000)]
    [InlineData("kam_ChanceHorizonDays", 30, 1095)]
    [InlineData("kam_ChanceModelPercent", 0, 100)]
    public void ItsBounds_AreTaken_AndStandInTheConfigurationOfEachChance(string name, int from, int to)
    {
        var market = Market.OfBikes(crm, out var accounts);
        foreach (var value in new[] { from, to })
        {
            crm.Set(name, $"{value}");
            market.Refresh();
            Assert.Contains($"{value}", market.Chance(accounts[0], "Helmets")!.ConfigurationVersion, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WithoutSmoothing_TheChanceIsTheShareOfPeers()
    {
        // Of the other ten accounts seven buy helmets, and all are peers: the smoothing towards the portfolio changes nothing.
        var market = Market.OfBikes(crm, out var accounts);
        crm.Set("kam_PeerStrength", "0");
        market.Refresh();
        Assert.Equal(0.7m, market.Chance(accounts[0], "Helmets")!.Probability);

        // Three peers in the segment, of which two buy: 2 of 2 others; with five imaginary peers of the portfolio (7 of 10) it is (2 + 5 x 0.7) / 7.
        market.SegmentA([accounts[0], accounts[1], accounts[2]]);
        market.Refresh();
        Assert.Equal(1m, market.Chance(accounts[0], "Helmets")!.Probability);
        crm.Set("kam_PeerStrength", "5");
        market.Refresh();
        Assert.Equal(0.7857m, market.Chance(accounts[0], "Helmets")!.Probability);
    }

    [Theory, InlineData("kam_LeastConfidencePercent", "77", true), InlineData("kam_LeastConfidencePercent", "78", false), InlineData("kam_FewestPeers", "9", true), InlineData("kam_FewestPeers", "10", false)]
    public void AReason_NamesWhatIsBoughtWhenSupportAndConfidenceAreEnough(string name, string value, bool isNamed)
    {
        // 7 of 9 that buy bikes: a support of 9, a confidence of 77.8 percent.
        var market = Market.OfBikes(crm, out var accounts);
        crm.Set(name, value);
        market.Refresh();
        Assert.Equal(isNamed, market.Chance(accounts[0], "Helmets")!.BoughtFamilyId?.Id == market.Family("Bikes"));
    }
}
