using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights;

public sealed class NextVersionTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void TheFirstModel_IsVersionOneAndHasNoCriteria()
    {
        var model = crm.Create(new ScoringModelRow { Name = "Own", RevenueSource = RevenueSourceChoice.Orders });

        Assert.Equal(1, crm.Read<ScoringModelRow>(model).Version);
        Assert.Empty(Criteria(model));
    }

    [Fact]
    public void TheNextVersion_BeginsAsADraftWithTermsAndCriteriaOfTheOneBefore()
    {
        var next = Next(new ScoringModelRow { Name = "Standard" });

        var before = crm.Read<ScoringModelRow>(Models.Standard);
        var model = crm.Read<ScoringModelRow>(next);
        Assert.Equal(ScoringModelStatusReason.Draft, model.StatusCode);
        Assert.Equal(2, model.Version);
        Assert.Equal((before.RevenueSource, before.TopFrom, before.HorizonMonths, before.HourlyRate!.Value), (model.RevenueSource, model.TopFrom, model.HorizonMonths, model.HourlyRate!.Value));
        Assert.Equal(10, Criteria(next).Count);
        Assert.Equal(Criteria(Models.Standard), Criteria(next));
    }

    [Fact]
    public void WhatIsEnteredForTheNextVersion_Stays()
    {
        var model = crm.Read<ScoringModelRow>(Next(new ScoringModelRow { Name = "Standard", Version = 7, TopFrom = 85m, HourlyRate = new Money(150m) }));

        Assert.Equal((7, 85m, 150m), (model.Version, model.TopFrom, model.HourlyRate!.Value));
    }

    [Fact]
    public void TheNextVersion_CanBeWeighedDifferentlyAndPutInUse_WhichRetiresTheOneBefore()
    {
        var next = Next(new ScoringModelRow { Name = "Standard" });
        var revenue = crm.All<ScoringCriterionRow>(ScoringCriterionRow.Column.ScoringModelId, next).Single(criterion => criterion.Name == "Revenue");
        crm.Service.Update(new ScoringCriterionRow { Id = revenue.Id, Weight = 30m });

        crm.PutInUse(next);

        Assert.Equal(ScoringModelStatusReason.InUse, crm.Read<ScoringModelRow>(next).StatusCode);
        Assert.Equal(ScoringModelStatusReason.Retired, crm.Read<ScoringModelRow>(Models.Standard).StatusCode);
        Assert.Equal(20m, crm.All<ScoringCriterionRow>(ScoringCriterionRow.Column.ScoringModelId, Models.Standard).Single(criterion => criterion.Name == "Revenue").Weight);
    }

    private Guid Next(ScoringModelRow model)
    {
        model.PreviousVersionId = new EntityReference(ScoringModelRow.Table, Models.Standard);
        return crm.Create(model);
    }

    private System.Collections.Generic.List<string> Criteria(Guid model) => crm.All<ScoringCriterionRow>(ScoringCriterionRow.Column.ScoringModelId, model).OrderBy(criterion => criterion.Sequence)
        .Select(c => $"{c.Sequence} {c.Name}: {c.Measure} {c.Weight} {c.Curve} {c.Worst}-{c.Best} {c.MissingValuePolicy}").ToList();
}
