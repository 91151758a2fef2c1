using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Upkeep;

public sealed class GuardModelTests(PackedSolution solution) : IDisposable
{
    private static readonly Dictionary<string, ScoringModelRow> Changes = new()
    {
        ["Version"] = new() { Version = 7 },
        ["RevenueSource"] = new() { RevenueSource = RevenueSourceChoice.Invoices },
        ["MinimumCostCoveragePercent"] = new() { MinimumCostCoveragePercent = 94.99m },
        ["HourlyRate"] = new() { HourlyRate = new Money(121m) },
        ["HorizonMonths"] = new() { HorizonMonths = 35 },
        ["DiscountRatePercent"] = new() { DiscountRatePercent = 8.5m },
        ["MinimumCustomers"] = new() { MinimumCustomers = 99 },
        ["BandPercent"] = new() { BandPercent = 90m },
        ["TopFrom"] = new() { TopFrom = 81m },
        ["HighFrom"] = new() { HighFrom = 61m },
        ["MediumFrom"] = new() { MediumFrom = 41m },
        ["PreviousVersionId"] = new() { PreviousVersionId = new EntityReference(ScoringModelRow.Table, Models.Standard) },
    };

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    public static TheoryData<string> Frozen => [.. Changes.Keys];

    [Theory, MemberData(nameof(Frozen))]
    public void WhatScoresStandOn_CannotChangeOnceAModelIsInUse(string column)
    {
        var before = crm.Read<ScoringModelRow>(Models.Standard);

        var refusal = Crm.Refusal(() => crm.Service.Update(Change(Models.Standard, column)));

        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(refusal));
        Assert.Equal(column, refusal.ErrorDetails["field"]);
        Assert.Contains("Create version 2 and change it there.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before.Attributes, crm.Read<ScoringModelRow>(Models.Standard).Attributes);
    }

    [Theory, MemberData(nameof(Frozen))]
    public void ADraft_MayChangeInEveryWay(string column)
    {
        var draft = crm.Draft("Draft", Models.Simple());

        Assert.Empty(crm.SentBy("GuardModel", () => crm.Service.Update(Change(draft, column))));
    }

    [Fact]
    public void EveryFrozenColumnThatChanges_IsNamedAtOnce()
    {
        var refusal = Crm.Refusal(() => crm.Service.Update(new ScoringModelRow { Id = Models.Standard, Name = "Mine", TopFrom = 90m, HorizonMonths = 36, DiscountRatePercent = 5m }));

        // The horizon is 36 months already: sending it again is no change.
        Assert.Equal(["KAM-VAL-048", "KAM-VAL-048"], Crm.CodesOf(refusal));
        Assert.Equal(["DiscountRatePercent", "TopFrom"], new[] { refusal.ErrorDetails["field"], refusal.ErrorDetails["field2"] });
        Assert.Equal("Standard", crm.Read<ScoringModelRow>(Models.Standard).Name);
    }

    [Fact]
    public void TheSameValueAgain_AndANewNameAreNoChange()
    {
        crm.Service.Update(new ScoringModelRow { Id = Models.Standard, Name = "Our standard", TopFrom = 80.00m, HourlyRate = new Money(120.00m), RevenueSource = RevenueSourceChoice.Orders });

        Assert.Equal("Our standard", crm.Read<ScoringModelRow>(Models.Standard).Name);
    }

    [Fact]
    public void ARetiredModel_StaysAsItWas()
    {
        crm.Retire(Models.Standard);

        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Update(Change(Models.Standard, "TopFrom"))));
    }

    [Fact]
    public void AModelThatWasInUse_NeverBecomesADraftAgain()
    {
        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Update(new ScoringModelRow { Id = Models.Standard, StatusCode = ScoringModelStatusReason.Draft })));
        crm.Retire(Models.Standard);

        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Update(
            new ScoringModelRow { Id = Models.Standard, StateCode = ScoringModelState.Active, StatusCode = ScoringModelStatusReason.Draft })));
        // Without a status reason the platform takes the default one of the state, and that is Draft.
        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Update(new ScoringModelRow { Id = Models.Standard, StateCode = ScoringModelState.Active })));
        Assert.Equal(ScoringModelStatusReason.Retired, crm.Read<ScoringModelRow>(Models.Standard).StatusCode);
    }

    [Fact]
    public void ARetiredModel_MayBePutInUseAgain()
    {
        crm.Retire(Models.Standard);

        crm.Service.Update(new ScoringModelRow { Id = Models.Standard, StateCode = ScoringModelState.Active, StatusCode = ScoringModelStatusReason.InUse });

        Assert.Equal(ScoringModelStatusReason.InUse, crm.Read<ScoringModelRow>(Models.Standard).StatusCode);
    }

    [Fact]
    public void WeightsThatAddUpToZero_CannotBePutInUse()
    {
        var draft = crm.Draft("Weightless", Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 0m, 0m, 1m), Models.Criterion("Fit", MeasureChoice.StrategicFit, 0m, 1m, 5m));

        Assert.Equal(["KAM-VAL-033"], Crm.CodesOf(() => crm.PutInUse(draft)));
        AssertStillDraft(draft);
    }

    [Fact]
    public void AModelWithoutCriteria_CannotBePutInUse()
    {
        var draft = crm.Draft("Empty");

        Assert.Equal(["KAM-VAL-030"], Crm.CodesOf(() => crm.PutInUse(draft)));
        AssertStillDraft(draft);
    }

    [Fact]
    public void AModelCreatedInUse_IsRefused_SinceItHasNoCriterionYet()
    {
        var model = new ScoringModelRow { Id = Guid.NewGuid(), Name = "Born in use", StatusCode = ScoringModelStatusReason.InUse, TopFrom = 80m, HighFrom = 60m, MediumFrom = 40m };

        Assert.Equal(["KAM-VAL-030"], Crm.CodesOf(Crm.Refusal(() => crm.Service.Create(model))));
        Assert.Empty(crm.Service.RetrieveMultiple(new QueryExpression(ScoringModelRow.Table) { Criteria = { Conditions = { new(ScoringModelRow.Column.Name, ConditionOperator.Equal, "Born in use") } } }).Entities);
    }

    [Fact]
    public void ACriterionTakenOutOfUse_DoesNotWeigh()
    {
        var criteria = Models.Simple();
        var draft = crm.Draft("Draft", criteria);
        foreach (var criterion in criteria) crm.Service.Update(new ScoringCriterionRow { Id = criterion.Id, StateCode = ScoringCriterionState.Inactive, StatusCode = ScoringCriterionStatusReason.Inactive });

        Assert.Equal(["KAM-VAL-030"], Crm.CodesOf(() => crm.PutInUse(draft)));
    }

    [Fact]
    public void EverythingWrongWithAModel_IsSaidAtOnceAndNothingIsSaved()
    {
        var draft = crm.Draft("Draft",
            Models.Criterion("Both ends alike", MeasureChoice.StrategicFit, 0m, 3m, 3m),
            Models.Criterion("Nothing to measure", null, 0m, 0m, 1m));

        // Bands that come with the same save count too.
        Assert.Equal(["KAM-VAL-043", "KAM-VAL-034", "KAM-VAL-035", "KAM-VAL-033"], Crm.CodesOf(() => crm.Service.Update(
            new ScoringModelRow { Id = draft, Name = "Ready", TopFrom = 60m, HighFrom = 60m, StatusCode = ScoringModelStatusReason.InUse })));
        AssertStillDraft(draft);
        Assert.Equal(80m, crm.Read<ScoringModelRow>(draft).TopFrom);
    }

    [Fact]
    public void ModelsThatNameEachOther_CannotBePutInUse()
    {
        var first = crm.Draft("First", Models.Simple());
        var second = crm.Draft("Second", Submodel("The first", first));
        crm.Create(Submodel("The second", second, of: first));

        var refusal = Crm.Refusal(() => crm.PutInUse(first));

        Assert.Equal(["KAM-VAL-038", "KAM-VAL-047"], Crm.CodesOf(refusal));
        Assert.Contains("First → Second → First", refusal.Message, StringComparison.Ordinal);
        AssertStillDraft(first);
    }

    [Fact]
    public void AModelThatNamesItself_CannotBePutInUse()
    {
        var draft = crm.Draft("Self", Models.Simple());
        crm.Create(Submodel("Itself", draft, of: draft));

        Assert.Equal(["KAM-VAL-038"], Crm.CodesOf(() => crm.PutInUse(draft)));
    }

    [Fact]
    public void ASubmodel_IsPutInUseFirst()
    {
        var part = crm.Draft("Part", Models.Simple());
        var whole = crm.Draft("Whole", Submodel("Part", part));

        Assert.Equal(["KAM-VAL-047"], Crm.CodesOf(() => crm.PutInUse(whole)));
        crm.PutInUse(part);
        crm.PutInUse(whole);

        Assert.Equal(ScoringModelStatusReason.InUse, crm.Read<ScoringModelRow>(whole).StatusCode);
    }

    [Fact]
    public void ASubmodelOfAModelInUse_CannotBeDeleted()
    {
        var part = crm.Draft("Part", Models.Simple());
        crm.PutInUse(part);
        crm.PutInUse(crm.Draft("Whole", Submodel("Part", part)));

        Crm.Refusal(() => crm.Service.Delete(ScoringModelRow.Table, part));

        Assert.Equal("Part", crm.Read<ScoringModelRow>(part).Name);
        Assert.Equal(part, crm.All<ScoringCriterionRow>(ScoringCriterionRow.Column.Name, "Part").Single().SubmodelId!.Id);
    }

    [Fact]
    public void TheNextVersion_RetiresTheOneBefore()
    {
        var next = NextVersion(Models.Simple());

        crm.PutInUse(next);

        var stored = crm.Read<ScoringModelRow>(next);
        Assert.Equal(ScoringModelStatusReason.InUse, stored.StatusCode);
        Assert.Equal(PackedSolution.Now.UtcDateTime, stored.ActivatedOn);
        var before = crm.Read<ScoringModelRow>(Models.Standard);
        Assert.Equal((ScoringModelState.Inactive, ScoringModelStatusReason.Retired), (before.StateCode, before.StatusCode));
    }

    [Fact]
    public void ANextVersionThatIsRefused_LeavesTheOneBeforeInUse()
    {
        var next = NextVersion(Models.Criterion("Weightless", MeasureChoice.StrategicFit, 0m, 1m, 5m));

        Assert.Equal(["KAM-VAL-033"], Crm.CodesOf(() => crm.PutInUse(next)));

        Assert.Equal(ScoringModelStatusReason.InUse, crm.Read<ScoringModelRow>(Models.Standard).StatusCode);
        AssertStillDraft(next);
    }

    [Fact]
    public void PuttingInUse_TakesTwoRequestsAndAThirdToRetireTheVersionBefore()
    {
        var other = crm.Draft("Other", Models.Simple());
        var next = NextVersion(Models.Simple());

        Assert.Equal(["RetrieveMultiple kam_scoringmodel", "RetrieveMultiple kam_scoringcriterion"], crm.SentBy("GuardModel", () => crm.PutInUse(other)));
        Assert.Equal(["RetrieveMultiple kam_scoringmodel", "RetrieveMultiple kam_scoringcriterion", "Update kam_scoringmodel"], crm.SentBy("GuardModel", () => crm.PutInUse(next)));
    }

    private static ScoringModelRow Change(Guid model, string column) => new() { Id = model, Attributes = [.. Changes[column].Attributes] };

    private static ScoringCriterionRow Submodel(string name, Guid submodel, Guid? of = null)
    {
        var criterion = Models.Criterion(name, null, 1m, 0m, 100m);
        criterion.SubmodelId = new EntityReference(ScoringModelRow.Table, submodel);
        if (of is { } model) criterion.ScoringModelId = new EntityReference(ScoringModelRow.Table, model);
        return criterion;
    }

    private Guid NextVersion(params ScoringCriterionRow[] criteria)
    {
        var next = crm.Draft("Standard", criteria);
        crm.Service.Update(new ScoringModelRow { Id = next, Version = 2, PreviousVersionId = new EntityReference(ScoringModelRow.Table, Models.Standard) });
        return next;
    }

    private void AssertStillDraft(Guid model)
    {
        var stored = crm.Read<ScoringModelRow>(model);
        Assert.Equal(ScoringModelStatusReason.Draft, stored.StatusCode);
        Assert.Null(stored.ActivatedOn);
        Assert.NotEqual("Ready", stored.Name);
    }
}
