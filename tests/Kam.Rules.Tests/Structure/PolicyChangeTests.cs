using System.Linq;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Xunit;

namespace Kam.Rules.Tests.Structure;

public sealed class PolicyChangeTests
{
    [Fact]
    public void EachFieldThatStays_IsNamedOnceWithItsPolicy()
    {
        var violations = PolicyChange.Violations("Standard", ["ScoreWeight", "HysteresisPoints", "ScoreWeight"]);
        Assert.Equal(["ScoreWeight", "HysteresisPoints"], violations.Select(violation => violation.Field));
        Assert.All(violations, violation => Assert.Equal("KAM-STR-009", violation.Reason.Code));
        Assert.All(violations, violation => Assert.Equal(Argument.Text("Standard"), violation.Arguments[1]));
    }

    [Fact]
    public void NothingChanged_IsFine() => Assert.Empty(PolicyChange.Violations("Standard", []));

    [Fact]
    public void WhatDecidesWhoIsInASegment_IsFrozen_AndWhatItIsWorthIsNot()
    {
        Assert.Subset(PolicyChange.FrozenSegmentFields.ToHashSet(), new[] { "EntryIndex", "Rank", "MinimumWillingness", "CoverageHours" }.ToHashSet());
        Assert.DoesNotContain("MaximumDiscountPercent", PolicyChange.FrozenSegmentFields);
        Assert.DoesNotContain("PriceModelId", PolicyChange.FrozenSegmentFields);
    }

    [Theory, InlineData(80, 80, true), InlineData(80, 105, true), InlineData(80.01, 80, false)]
    public void BoundsOfTheLoad_MayMeetButNotCross(decimal lower, decimal upper, bool isFine) =>
        Assert.Equal(isFine ? [] : ["KAM-STR-011"], PolicyChange.LoadBoundViolations(lower, upper).Select(violation => violation.Reason.Code));
}
