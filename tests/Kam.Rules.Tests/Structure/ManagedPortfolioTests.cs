using System;
using Kam.Rules.Structure;
using Xunit;

namespace Kam.Rules.Tests.Structure;

public sealed class ManagedPortfolioTests
{
    private const int German = 1031, French = 1036;
    private static readonly Guid Bern = new("00000000-0000-0000-0000-0000000000b1"), Ticino = new("00000000-0000-0000-0000-0000000000b2"), Basel = new("00000000-0000-0000-0000-0000000000b3");

    // Ten accounts at most, German, Bern and Ticino.
    private static readonly ManagedPortfolio Portfolio = new(Guid.NewGuid(), 480m, 10, [German], [Bern, Ticino]);

    private static PortfolioMember Account(int? language = null, Guid? territory = null, bool isKept = false) => new(Guid.NewGuid(), Guid.NewGuid(), 120m, 12m, language, territory, isKept);

    [Fact]
    public void EverythingThatSpeaksAgainstAHandover_IsSaidAtOnce() => Assert.Equal(
        [HandoverObstacle.Kept, HandoverObstacle.Language, HandoverObstacle.Territory, HandoverObstacle.Full],
        Portfolio.ObstaclesTo(Account(French, Basel, isKept: true), accounts: 10));

    [Fact]
    public void WhatFits_HasNoObstacle()
    {
        Assert.Empty(Portfolio.ObstaclesTo(Account(German, Bern), accounts: 9));
        Assert.Empty(Portfolio.ObstaclesTo(Account(German, Ticino)));
        // Anywhere and in any language.
        Assert.Empty(Portfolio.ObstaclesTo(Account()));
    }

    [Fact]
    public void WithoutLanguagesAndTerritories_AManagerTakesAll() =>
        Assert.Empty(new ManagedPortfolio(Guid.NewGuid(), 480m, 10, [], []).ObstaclesTo(Account(French, Basel)));

    [Theory, InlineData(9, false), InlineData(10, true), InlineData(11, true)]
    public void AFullPortfolio_TakesNoMore(int accounts, bool isFull) => Assert.Equal(isFull, Portfolio.ObstaclesTo(Account(), accounts).Count == 1);
}
