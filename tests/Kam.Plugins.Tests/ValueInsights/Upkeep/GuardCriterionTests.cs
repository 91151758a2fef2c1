using System;
using System.Collections.Generic;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Upkeep;

public sealed class GuardCriterionTests(PackedSolution solution) : IDisposable
{
    private const string OneRequest = "Retrieve kam_scoringmodel";

    private static readonly Dictionary<string, ScoringCriterionRow> Changes = new()
    {
        ["Measure"] = new() { Measure = MeasureChoice.CasesPerYear },
        ["SubmodelId"] = new() { SubmodelId = new EntityReference(ScoringModelRow.Table, Models.Standard) },
        ["Weight"] = new() { Weight = 50.0001m },
        ["Curve"] = new() { Curve = CurveChoice.Logarithmic },
        ["Worst"] = new() { Worst = -1m },
        ["Best"] = new() { Best = 100_001m },
        ["MissingValuePolicy"] = new() { MissingValuePolicy = MissingValuePolicyChoice.CountAsWorst },
    };

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    public static TheoryData<string> Frozen => [.. Changes.Keys];

    [Theory, MemberData(nameof(Frozen))]
    public void WhatScoresStandOn_CannotChangeOnceTheModelIsInUse(string column)
    {
        var revenue = InUse();
        var before = crm.Read<ScoringCriterionRow>(revenue);

        var refusal = Crm.Refusal(() => crm.Service.Update(Change(revenue, column)));

        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(refusal));
        Assert.Equal(column, refusal.ErrorDetails["field"]);
        Assert.Equal(before.Attributes, crm.Read<ScoringCriterionRow>(revenue).Attributes);
    }

    [Theory, MemberData(nameof(Frozen))]
    public void ADraft_MayBeWeighedAnew(string column)
    {
        var criteria = Models.Simple();
        crm.Draft("Draft", criteria);

        Assert.Equal([OneRequest], crm.SentBy("GuardCriterion", () => crm.Service.Update(Change(criteria[0].Id, column))));
    }

    [Fact]
    public void NameAndReadingOrder_MayBeCorrectedAlways()
    {
        var revenue = InUse();

        var sent = crm.SentBy("GuardCriterion", () => crm.Service.Update(new ScoringCriterionRow { Id = revenue, Name = "Turnover", Sequence = 99, Weight = 50m }));

        // The weight is 50 already.
        Assert.Empty(sent);
        Assert.Equal("Turnover", crm.Read<ScoringCriterionRow>(revenue).Name);
    }

    [Fact]
    public void AModelInUse_GetsNoFurtherCriterion()
    {
        var further = Models.Criterion("Fit", MeasureChoice.StrategicFit, 10m, 1m, 5m);
        further.ScoringModelId = new EntityReference(ScoringModelRow.Table, Models.Standard);
        var before = crm.All<ScoringCriterionRow>().Count;

        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Create(further)));
        Assert.Equal(before, crm.All<ScoringCriterionRow>().Count);
    }

    [Fact]
    public void AModelInUse_LosesNoCriterion()
    {
        var revenue = InUse();

        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Delete(ScoringCriterionRow.Table, revenue)));
        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Update(
            new ScoringCriterionRow { Id = revenue, StateCode = ScoringCriterionState.Inactive, StatusCode = ScoringCriterionStatusReason.Inactive })));
        Assert.Equal(ScoringCriterionState.Active, crm.Read<ScoringCriterionRow>(revenue).StateCode);
    }

    [Fact]
    public void ARetiredModel_KeepsItsCriteria()
    {
        var revenue = InUse();
        crm.Retire(crm.Read<ScoringCriterionRow>(revenue).ScoringModelId!.Id);

        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Delete(ScoringCriterionRow.Table, revenue)));
    }

    [Fact]
    public void NoCriterion_MovesIntoOrOutOfAModelInUse()
    {
        var criteria = Models.Simple();
        var draft = crm.Draft("Draft", criteria);
        var revenue = InUse();

        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => Move(criteria[0].Id, Models.Standard)));
        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => Move(revenue, draft)));

        Assert.Equal(draft, crm.Read<ScoringCriterionRow>(criteria[0].Id).ScoringModelId!.Id);
        Assert.NotEqual(draft, crm.Read<ScoringCriterionRow>(revenue).ScoringModelId!.Id);
    }

    [Fact]
    public void BetweenDrafts_ACriterionMovesWithARequestForEach()
    {
        var criteria = Models.Simple();
        crm.Draft("First", criteria);
        var second = crm.Draft("Second");

        Assert.Equal([OneRequest, OneRequest], crm.SentBy("GuardCriterion", () => Move(criteria[0].Id, second)));
        Assert.Equal(second, crm.Read<ScoringCriterionRow>(criteria[0].Id).ScoringModelId!.Id);
    }

    [Fact]
    public void AddingAndRemoving_TakeOneRequest()
    {
        var draft = crm.Draft("Draft");
        var criterion = Models.Criterion("Fit", MeasureChoice.StrategicFit, 10m, 1m, 5m);
        criterion.ScoringModelId = new EntityReference(ScoringModelRow.Table, draft);
        Guid id = default;

        Assert.Equal([OneRequest], crm.SentBy("GuardCriterion", () => id = crm.Create(criterion)));
        Assert.Equal([OneRequest], crm.SentBy("GuardCriterion", () => crm.Service.Delete(ScoringCriterionRow.Table, id)));
    }

    [Fact]
    public void ADeletedDraft_TakesItsCriteriaAlong()
    {
        var draft = crm.Draft("Draft", Models.Simple());

        Assert.Empty(crm.SentBy("GuardCriterion", () => crm.Service.Delete(ScoringModelRow.Table, draft)));
        Assert.DoesNotContain(crm.All<ScoringCriterionRow>(), c => c.ScoringModelId!.Id == draft);
    }

    /// <summary>The criterion Revenue of a model in use.</summary>
    private Guid InUse()
    {
        var criteria = Models.Simple();
        crm.PutInUse(crm.Draft("In use", criteria));
        return criteria[0].Id;
    }

    private void Move(Guid criterion, Guid model) => crm.Service.Update(new ScoringCriterionRow { Id = criterion, ScoringModelId = new EntityReference(ScoringModelRow.Table, model) });

    private static ScoringCriterionRow Change(Guid criterion, string column) => new() { Id = criterion, Attributes = [.. Changes[column].Attributes] };
}
