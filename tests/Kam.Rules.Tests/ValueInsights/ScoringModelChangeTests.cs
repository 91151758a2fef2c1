using System.Linq;
using Kam.Rules.ValueInsights;
using Xunit;
using static Kam.Rules.Tests.ValueInsights.Models;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class ScoringModelChangeTests
{
    private static readonly ScoringCriterion Revenue = Criterion(1, "Revenue", Measure.RevenueRolling, 60m, 0m, 200_000m);
    private static readonly ScoringModel InUse = Model(10, "Value", Revenue) with { Version = 2, Status = ScoringModelStatus.InUse };

    [Theory]
    [InlineData(ScoringModelStatus.Draft, false)]
    [InlineData(ScoringModelStatus.InUse, true)]
    [InlineData(ScoringModelStatus.Retired, true)]
    public void Weights_AreFrozenOnceScoresMayStandOnThem(ScoringModelStatus status, bool isFrozen) =>
        Assert.Equal(isFrozen ? ["Weight"] : [], Fields(InUse with { Status = status }, "Weight"));

    [Theory]
    [InlineData(ScoringModelStatus.Draft, ScoringModelStatus.InUse, true)]
    [InlineData(ScoringModelStatus.InUse, ScoringModelStatus.Retired, true)]
    [InlineData(ScoringModelStatus.InUse, ScoringModelStatus.Draft, false)]
    [InlineData(ScoringModelStatus.Retired, ScoringModelStatus.Draft, false)]
    public void AModelThatWasInUse_NeverBecomesADraftAgain(ScoringModelStatus from, ScoringModelStatus to, bool isAllowed) =>
        Assert.Equal(isAllowed, ScoringModelChange.WhyNotStatus(InUse with { Status = from }, to).Count == 0);

    [Fact]
    public void WhatNoScoreDependsOn_MayBeCorrected() => Assert.Empty(Fields(InUse, "Name", "Sequence"));

    [Fact]
    public void EachFrozenField_IsRefusedOnce_WithTheNumberOfTheNextVersion()
    {
        var violations = ScoringModelChange.Violations(InUse, ["Weight", "Name", "TopFrom", "Weight", ScoringModelChange.Criteria], [1, 2, 5]);

        Assert.Equal(["Weight", "TopFrom", "Criteria"], violations.Select(violation => violation.Field));
        Assert.Equal("Value, version 2, has been in use: Weight can no longer be changed, because stored scores stand on it.", Texts.English.Say(violations[0].Sentence));
        Assert.Equal("Create version 6 and change it there.", Texts.English.Say(violations[0].WayOut));
    }

    [Fact]
    public void EveryFieldThatAScoreUses_IsFrozen()
    {
        var used = typeof(ScoringCriterion).GetProperties().Select(property => property.Name)
            .Except(["Id", "Name", "NameKey", "MissingValue"]).Append("MissingValuePolicy");

        Assert.Empty(used.Except(ScoringModelChange.FrozenCriterionFields));
        Assert.Contains(nameof(ScoringModel.MinimumCostCoveragePercent), ScoringModelChange.FrozenModelFields);
        Assert.Contains(nameof(ScoringModel.HourlyRate), ScoringModelChange.FrozenModelFields);
    }

    [Theory]
    [InlineData(new int[0], 1)]
    [InlineData(new[] { 1 }, 2)]
    [InlineData(new[] { 4, 1, 2 }, 5)]
    public void TheNextVersion_IsOneAboveTheHighest(int[] existing, int next) => Assert.Equal(next, ScoringModelChange.NextVersion(existing));

    [Fact]
    public void TheNextDraft_StartsFromTheSameCriteriaUnderNewIds()
    {
        var id = 500;
        var draft = ScoringModelChange.NextDraft(InUse, [1, 2], () => Id(id++));

        Assert.Equal([3, (int)ScoringModelStatus.Draft], [draft.Version, (int)draft.Status]);
        Assert.Equal(Revenue with { Id = draft.Criteria[0].Id }, draft.Criteria[0]);
        Assert.Equal(2, new[] { draft.Id, draft.Criteria[0].Id }.Except([InUse.Id, Revenue.Id]).Count());
    }

    [Fact]
    public void AModelThatStandsOnADraft_IsNotPutInUse()
    {
        var loyalty = Model(11, "Loyalty", Revenue);
        var value = Model(10, "Value", OfSubmodel(5, loyalty, 1m));

        Assert.Equal(["KAM-VAL-047"], ScoringModelChange.WhyNotActivated(value, Others(loyalty)).Select(violation => violation.Reason.Code));
        Assert.Empty(ScoringModelChange.WhyNotActivated(value, Others(loyalty with { Status = ScoringModelStatus.InUse })));
        Assert.Equal(["KAM-VAL-030"], ScoringModelChange.WhyNotActivated(Model(10, "Empty"), NoOthers).Select(violation => violation.Reason.Code));
    }

    private static string[] Fields(ScoringModel model, params string[] changed) =>
        ScoringModelChange.Violations(model, changed, []).Select(violation => violation.Field).ToArray();
}
