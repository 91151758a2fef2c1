using System;
using Kam.Rules.Structure;
using Xunit;

namespace Kam.Rules.Tests.Structure;

public sealed class PortfolioLoadTests
{
    private static readonly AccountCare Large = new(Guid.NewGuid(), 200m, 1.5m), Small = new(Guid.NewGuid(), 60m, 1m);

    [Fact]
    public void Load_IsCoverageHoursTimesComplexity()
    {
        var load = new PortfolioLoad([Large, Small], 400m, 70m, 100m);

        Assert.Equal(360m, load.Hours);
        Assert.Equal(90m, load.UtilisationPercent);
        Assert.Equal(40m, load.FreeHours);
    }

    [Theory]
    [InlineData(360, LoadState.Balanced)]      // 100 %
    [InlineData(359.9, LoadState.OverLoad)]
    [InlineData(450, LoadState.Balanced)]      // 80 %
    [InlineData(450.1, LoadState.UnderLoad)]
    [InlineData(0, LoadState.OverLoad)]
    public void TheState_FollowsTheBounds_BothIncluded(double capacity, LoadState state) =>
        Assert.Equal(state, new PortfolioLoad([Large, Small], (decimal)capacity, 80m, 100m).State);

    [Fact]
    public void WithoutCapacityAndWithoutAccounts_NothingIsTooMuch()
    {
        var nothing = new PortfolioLoad([], 0m, 80m, 100m);

        Assert.Equal(LoadState.Balanced, nothing.State);
        Assert.Null(nothing.UtilisationPercent);
    }

    [Fact]
    public void WhatIf_ShowsTheLoadBeforeAnythingIsMoved()
    {
        var load = new PortfolioLoad([Large], 300m, 80m, 100m);
        var then = load.WhatIf([Small], [Large.AccountId]);

        Assert.Equal(20m, then.UtilisationPercent);
        Assert.Equal(LoadState.UnderLoad, then.State);
        Assert.Equal(100m, load.UtilisationPercent);
    }

    [Fact]
    public void BoundsTheWrongWayRoundOrCapacityBelowZero_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PortfolioLoad([], -1m, 80m, 100m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PortfolioLoad([], 1m, 101m, 100m));
    }
}
