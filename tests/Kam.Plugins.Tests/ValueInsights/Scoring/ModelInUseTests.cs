using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Scoring;

public sealed class ModelInUseTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

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
