using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights;

public sealed class ScoringModelGuardTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AModelInUse_KeepsWhatScoresStandOnAndSaysAllOfItAtOnce()
    {
        Assert.Equal(["KAM-VAL-048", "KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Update(new ScoringModelRow { Id = Models.Standard, TopFrom = 90m, MinimumCostCoveragePercent = 50m })));

        var model = crm.Read<ScoringModelRow>(Models.Standard);
        Assert.Equal(80m, model.TopFrom);
        Assert.Equal(95m, model.MinimumCostCoveragePercent);
    }

    [Fact]
    public void AModelInUse_MayBeRenamedAndSavedUnchanged()
    {
        crm.Service.Update(new ScoringModelRow { Id = Models.Standard, Name = "House standard", TopFrom = 80m });

        Assert.Equal("House standard", crm.Read<ScoringModelRow>(Models.Standard).Name);
    }

    [Fact]
    public void CriteriaOfAModelInUse_AreNeitherWeighedNorAddedNorTakenAway()
    {
        var criterion = crm.All<ScoringCriterionRow>(ScoringCriterionRow.Column.ScoringModelId, Models.Standard)[0];
        var another = Models.Criterion("Another", MeasureChoice.OrdersPerYear, 1m, 0m, 10m);
        another.ScoringModelId = new EntityReference(ScoringModelRow.Table, Models.Standard);

        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Update(new ScoringCriterionRow { Id = criterion.Id, Weight = 99m })));
        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Create(another)));
        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Delete(ScoringCriterionRow.Table, criterion.Id)));
        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Update(new ScoringCriterionRow { Id = criterion.Id, StateCode = ScoringCriterionState.Inactive })));

        Assert.Equal(criterion.Weight, crm.Read<ScoringCriterionRow>(criterion.Id).Weight);
        Assert.Equal(10, crm.All<ScoringCriterionRow>(ScoringCriterionRow.Column.ScoringModelId, Models.Standard).Count);
    }

    [Fact]
    public void ACriterion_TakesOneRequestToGuard()
    {
        var criterion = crm.All<ScoringCriterionRow>(ScoringCriterionRow.Column.ScoringModelId, Models.Standard)[0];

        Assert.Single(crm.FromPlugins(() => Crm.CodesOf(() => crm.Service.Update(new ScoringCriterionRow { Id = criterion.Id, Weight = 99m }))), r => r.MessageName == "Retrieve" && r.Table == ScoringModelRow.Table);
    }

    [Fact]
    public void ACriterion_CannotBeMovedOutOfAModelInUse()
    {
        var criterion = crm.All<ScoringCriterionRow>(ScoringCriterionRow.Column.ScoringModelId, Models.Standard)[0];
        var draft = crm.Draft("Draft", Models.Simple());

        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Update(new ScoringCriterionRow { Id = criterion.Id, ScoringModelId = new EntityReference(ScoringModelRow.Table, draft) })));
        Assert.Equal(Models.Standard, crm.Read<ScoringCriterionRow>(criterion.Id).ScoringModelId!.Id);
    }

    [Fact]
    public void ADraft_MayBeChangedFreely()
    {
        var criteria = Models.Simple();
        var draft = crm.Draft("Draft", criteria);

        crm.Service.Update(new ScoringModelRow { Id = draft, TopFrom = 90m });
        crm.Service.Update(new ScoringCriterionRow { Id = criteria[0].Id, Weight = 7m });
        crm.Service.Delete(ScoringCriterionRow.Table, criteria[1].Id);

        Assert.Equal(90m, crm.Read<ScoringModelRow>(draft).TopFrom);
        Assert.Equal(7m, crm.Read<ScoringCriterionRow>(criteria[0].Id).Weight);
    }

    [Fact]
    public void TheNextVersionInUse_RetiresTheOneBefore()
    {
        var next = crm.Draft("Standard", Models.Simple());
        crm.Service.Update(new ScoringModelRow { Id = next, Version = 2, PreviousVersionId = new EntityReference(ScoringModelRow.Table, Models.Standard) });

        crm.PutInUse(next);

        Assert.Equal(ScoringModelStatusReason.Retired, crm.Read<ScoringModelRow>(Models.Standard).StatusCode);
        Assert.Equal(ScoringModelStatusReason.InUse, crm.Read<ScoringModelRow>(next).StatusCode);
        Assert.Equal(PackedSolution.Now.UtcDateTime, crm.Read<ScoringModelRow>(next).ActivatedOn);
    }

    [Fact]
    public void AModelThatWasInUse_NeverBecomesADraftAgain()
    {
        Assert.Equal(["KAM-VAL-048"], Crm.CodesOf(() => crm.Service.Update(new ScoringModelRow { Id = Models.Standard, StatusCode = ScoringModelStatusReason.Draft })));
        Assert.Equal(ScoringModelStatusReason.InUse, crm.Read<ScoringModelRow>(Models.Standard).StatusCode);
    }

    [Fact]
    public void WeightsThatSumToZero_CannotBePutInUse()
    {
        var draft = crm.Draft("Zero", Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 0m, 0m, 100m), Models.Criterion("Growth", MeasureChoice.RevenueGrowthPercent, 0m, 0m, 100m));

        Assert.Equal(["KAM-VAL-033"], Crm.CodesOf(() => crm.PutInUse(draft)));
        Assert.Equal(ScoringModelStatusReason.Draft, crm.Read<ScoringModelRow>(draft).StatusCode);
    }

    [Fact]
    public void EverythingWrongWithAModel_IsSaidAtOnce()
    {
        var draft = crm.Draft("Wrong", Models.Criterion("Flat", MeasureChoice.RevenueRolling12Months, 1m, 5m, 5m), Models.Criterion("Empty", null, 1m, 0m, 1m));
        crm.Service.Update(new ScoringModelRow { Id = draft, MediumFrom = 70m });

        Assert.Equal(["KAM-VAL-034", "KAM-VAL-035", "KAM-VAL-043"], Crm.CodesOf(() => crm.PutInUse(draft)).Order());
        Assert.Null(crm.Read<ScoringModelRow>(draft).ActivatedOn);
    }

    [Fact]
    public void ModelsThatReferToEachOtherInACircle_CannotBePutInUseAndTheOldOneStays()
    {
        var one = crm.Draft("One");
        var two = crm.Draft("Two", Submodel("One", one));
        var back = Submodel("Two", two);
        back.ScoringModelId = new EntityReference(ScoringModelRow.Table, one);
        crm.Create(back);
        crm.Service.Update(new ScoringModelRow { Id = one, PreviousVersionId = new EntityReference(ScoringModelRow.Table, Models.Standard) });

        Assert.Contains("KAM-VAL-038", Crm.CodesOf(() => crm.PutInUse(one)));

        Assert.Equal(ScoringModelStatusReason.Draft, crm.Read<ScoringModelRow>(one).StatusCode);
        Assert.Equal(ScoringModelStatusReason.InUse, crm.Read<ScoringModelRow>(Models.Standard).StatusCode);
    }

    [Fact]
    public void ASubmodelThatMayStillChange_KeepsItsModelOutOfUse()
    {
        var part = crm.Draft("Part", Models.Simple());
        var whole = crm.Draft("Whole", Submodel("Part", part));

        Assert.Equal(["KAM-VAL-047"], Crm.CodesOf(() => crm.PutInUse(whole)));
    }

    [Fact]
    public void AModelWithASubmodelInUse_Scores()
    {
        crm.Retire(Models.Standard);
        var part = crm.Draft("Part", Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 1m, 0m, 1_000m));
        crm.PutInUse(part);
        crm.PutInUse(crm.Draft("Whole", Submodel("Part", part), Models.Criterion("Fit", MeasureChoice.StrategicFit, 3m, 1m, 5m)));
        var account = crm.Account("Meier AG");
        crm.Service.Update(new AccountRow { Id = account, StrategicFit = 3 });
        crm.Order(account, Crm.Day(2026, 1, 5), 400m);

        // A quarter of 40 and three quarters of 50.
        Assert.Equal(47.50m, crm.Call("kam_ScoreAccount", ("AccountId", account))["Score"]);
    }

    [Fact]
    public void TwoModelsInUse_AreRefusedWhenSomebodyScores()
    {
        crm.PutInUse(crm.Draft("Second", Models.Simple()));

        Assert.Equal(["KAM-VAL-050"], Crm.CodesOf(() => crm.Call("kam_ScoreAccount", ("AccountId", crm.Account("Meier AG")))));
    }

    private static ScoringCriterionRow Submodel(string name, Guid model)
    {
        var criterion = Models.Criterion(name, null, 1m, 0m, 100m);
        criterion.SubmodelId = new EntityReference(ScoringModelRow.Table, model);
        return criterion;
    }
}
