using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Workflow;

public sealed class ValueInsightsActivityTests : IDisposable
{
    private readonly Crm crm;
    private readonly WorkflowRun run;

    public ValueInsightsActivityTests(PackedSolution solution)
    {
        crm = new(solution);
        run = new(solution, crm);
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void ScoringAnAccount_HandsScoreBandAndSnapshotOn()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 100m, 0m, 100_000m));
        var account = Buyer(60_000m);

        var outputs = run.Of("ScoreAccount", ("Account", Reference(account)));

        Assert.Equal(60.00m, outputs["Score"]);
        Assert.Equal(true, outputs["IsScored"]);
        Assert.Equal(true, outputs["IsNew"]);
        Assert.Equal((int)ScoreBandChoice.High, ((OptionSetValue)outputs["Band"]).Value);
        Assert.StartsWith("Score 60.00 of 100", (string)outputs["Explanation"], StringComparison.Ordinal);
        var snapshot = crm.Read<ValueScoreRow>(((EntityReference)outputs["ValueScore"]).Id);
        Assert.Equal(Crm.Today, snapshot.AsOf);
        Assert.Equal(ScoreScopeChoice.Account, snapshot.Scope);
    }

    [Fact]
    public void ScoringAGroupOnAnEarlierDay_PassesScopeAndDayOn()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 100m, 0m, 100_000m));
        var head = Buyer(60_000m);
        crm.Account("Tochter AG", head);

        var outputs = run.Of("ScoreAccount", ("Account", Reference(head)), ("AsOf", Crm.Day(2026, 3, 1)), ("Scope", new OptionSetValue((int)ScoreScopeChoice.Group)));

        var snapshot = crm.Read<ValueScoreRow>(((EntityReference)outputs["ValueScore"]).Id);
        Assert.Equal(Crm.Day(2026, 3, 1), snapshot.AsOf);
        Assert.Equal(ScoreScopeChoice.Group, snapshot.Scope);
    }

    [Fact]
    public void AnAccountNothingIsKnownOf_IsNotScored()
    {
        crm.ScoreBy(Models.Criterion("Fit", MeasureChoice.StrategicFit, 100m, 1m, 5m));

        var outputs = run.Of("ScoreAccount", ("Account", Reference(crm.Account("Neu AG"))));

        Assert.Equal(false, outputs["IsScored"]);
        Assert.Equal(0m, outputs["Score"]);
        Assert.Null(outputs["Band"]);
    }

    [Fact]
    public void WhatTheCustomApiRefuses_EndsTheWorkflowWithTheSameReason()
    {
        var account = Buyer(60_000m);

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => run.Of("ScoreAccount", ("Account", Reference(account)), ("AsOf", Crm.Today.AddDays(1))));

        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(refused.Detail));
    }

    [Fact]
    public void ScoringThePortfolioPageByPage_EndsWithEveryAccountScored()
    {
        crm.ScoreBy(Models.Criterion("Revenue", MeasureChoice.RevenueRolling12Months, 100m, 0m, 100_000m));
        Buyer(60_000m);
        Buyer(30_000m);

        var scored = 0;
        var cursor = "";
        IDictionary<string, object> outputs;
        do
        {
            outputs = run.Of("ScorePortfolio", ("Cursor", cursor), ("PageSize", 1));
            scored += (int)outputs["ScoredCount"];
            cursor = (string)outputs["NextCursor"];
            Assert.Equal(cursor.Length == 0, outputs["IsComplete"]);
        }
        while (cursor.Length > 0);

        Assert.Equal(2, scored);
        Assert.Equal(0, outputs["UnscoredCount"]);
        Assert.Equal(Crm.Today, crm.Read<ScoringRunRow>(((EntityReference)outputs["ScoringRun"]).Id).AsOf);

        var analysis = run.Of("AnalyzePortfolio");
        // Two accounts with shares of two thirds and one third: (66.67² + 33.33²) = 5,555.56 of 10,000.
        Assert.Equal(5555.56m, Math.Round((decimal)analysis["HerfindahlIndex"], 2));
        Assert.Equal(0m, analysis["KeyAccountSharePercent"]);
        Assert.NotEqual("", analysis["Analysis"]);
    }

    [Fact]
    public void FittingAnEmptyCustomerBase_SaysWhyThereIsNoModel()
    {
        var outputs = run.Of("FitValueModel");

        Assert.Equal(true, outputs["IsComplete"]);
        Assert.Equal(false, outputs["IsUsable"]);
        Assert.Equal(0, outputs["CustomerCount"]);
        Assert.NotEqual("", outputs["Refusal"]);
        Assert.Equal(Crm.Today, crm.Read<ValueModelFitRow>(((EntityReference)outputs["ValueModelFit"]).Id).AsOf);
    }

    [Fact]
    public void AnOfferWorthMoreThanItsAlternative_HandsItsFiguresOn()
    {
        var proposition = Proposition(price: 115m);

        var outputs = run.Of("ValueToCustomer", ("ValueProposition", new EntityReference(ValuePropositionRow.Table, proposition)));

        // Alternative 100, 30 better: worth 130. At 115 we charge 15 of the 30, and the customer keeps 15.
        Assert.Equal(130m, ((Money)outputs["EconomicValue"]).Value);
        Assert.Equal(30m, ((Money)outputs["DifferentiationValue"]).Value);
        Assert.Equal(15m, ((Money)outputs["CustomerSurplus"]).Value);
        Assert.Equal(50.00m, outputs["CapturedPercent"]);
        Assert.Equal(true, outputs["IsCapturedKnown"]);
        Assert.NotEqual("", outputs["Sheet"]);
    }

    [Fact]
    public void AnOfferWithoutPrice_HasNoCapturedShare()
    {
        var outputs = run.Of("ValueToCustomer", ("ValueProposition", new EntityReference(ValuePropositionRow.Table, Proposition(price: null))));

        Assert.Null(outputs["CustomerSurplus"]);
        Assert.Equal(false, outputs["IsCapturedKnown"]);
    }

    [Fact]
    public void ExpiringInsights_CountsThem()
    {
        crm.Create(new CustomerInsightRow { Name = "Old", AccountId = Reference(crm.Account("Rochat Industrie SA")), ValidUntil = Crm.Today.AddDays(-1) });

        var outputs = run.Of("ExpireInsights");

        Assert.Equal(1, outputs["ExpiredCount"]);
        Assert.Equal(true, outputs["IsComplete"]);
    }

    [Fact]
    public void EveryStep_IsRegisteredForTheDesignerUnderItsGroup()
    {
        var registered = crm.Service.RetrieveMultiple(new QueryExpression("plugintype") { ColumnSet = new ColumnSet("typename", "workflowactivitygroupname") }).Entities
            .Where(type => type.GetAttributeValue<string>("typename").StartsWith("Kam.Workflow.", StringComparison.Ordinal)).ToList();

        Assert.Equal(14, registered.Count);
        Assert.All(registered, type => Assert.Equal("Key Account Management", type.GetAttributeValue<string>("workflowactivitygroupname")));
    }

    private static EntityReference Reference(Guid account) => new(AccountRow.Table, account);

    private Guid Buyer(decimal revenue)
    {
        var account = crm.Account("Rochat Industrie SA");
        crm.Order(account, Crm.Day(2026, 2, 2), revenue, cost: revenue / 2);
        return account;
    }

    private Guid Proposition(decimal? price)
    {
        var proposition = crm.Create(new ValuePropositionRow
        {
            Name = "Sensors with service",
            AccountId = Reference(crm.Account("Rochat Industrie SA")),
            ReferenceValue = new Money(100m),
            Price = price is { } known ? new Money(known) : null,
        });
        crm.Create(new ValueDifferentiationRow
        {
            Name = "Fewer stops",
            ValuePropositionId = new EntityReference(ValuePropositionRow.Table, proposition),
            Direction = DirectionOfDifferentiationChoice.Positive,
            Amount = new Money(30m),
        });
        return proposition;
    }
}
