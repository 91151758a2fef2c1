using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights;

public sealed class InsightTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AnInsightWithoutProof_IsNotReadyAndEverythingMissingIsSaidAtOnce()
    {
        var insight = Draft();

        Assert.Equal(["KAM-VAL-060", "KAM-VAL-061", "KAM-VAL-062"], Crm.CodesOf(() => MakeReady(insight)).Order());
        Assert.Equal(CustomerInsightStatusReason.Draft, crm.Read<CustomerInsightRow>(insight).StatusCode);
    }

    [Fact]
    public void ANewInsight_IsValidForHalfAYear()
    {
        Guid insight = default;
        var sent = crm.FromPlugins(() => insight = Draft());

        Assert.Equal(Crm.Today.AddDays(180), crm.Read<CustomerInsightRow>(insight).ValidUntil);
        Assert.Single(sent);
    }

    [Fact]
    public void AProvenInsight_BecomesReadyWithoutARequest()
    {
        var insight = Proven();

        Assert.Empty(crm.FromPlugins(() => MakeReady(insight)));
        Assert.Equal(CustomerInsightStatusReason.ReadyForUse, crm.Read<CustomerInsightRow>(insight).StatusCode);
    }

    [Fact]
    public void AReadyInsight_KeepsItsEvidence()
    {
        var insight = Ready();

        Assert.Equal(["KAM-VAL-060"], Crm.CodesOf(() => crm.Service.Update(new CustomerInsightRow { Id = insight, Evidence = " " })));
        Assert.Equal("Meter readings", crm.Read<CustomerInsightRow>(insight).Evidence);
    }

    [Fact]
    public void AnInsightThatIsNotReady_CannotBeUsed()
    {
        var insight = Proven();

        Assert.Equal(["KAM-VAL-066"], Crm.CodesOf(() => Use(insight, OutcomeOfTheInsightChoice.Open)));
        Assert.Empty(crm.All<InsightUseRow>());
    }

    [Fact]
    public void AnExpiredInsight_CannotBeUsed()
    {
        var insight = Ready();
        crm.Clock.Advance(TimeSpan.FromDays(181));

        Assert.Equal(["KAM-VAL-064"], Crm.CodesOf(() => Use(insight, OutcomeOfTheInsightChoice.Open)));
        Assert.Empty(crm.All<InsightUseRow>());
    }

    [Fact]
    public void TheHitRate_CountsClosedUsesWithItsWilsonInterval()
    {
        var insight = Ready();
        Use(insight, OutcomeOfTheInsightChoice.Won);
        Use(insight, OutcomeOfTheInsightChoice.Opportunity);
        Use(insight, OutcomeOfTheInsightChoice.NoResult);
        Use(insight, OutcomeOfTheInsightChoice.Open);

        var row = crm.Read<CustomerInsightRow>(insight);
        Assert.Equal(4, row.UseCount);
        Assert.Equal(2, row.HitCount);
        Assert.Equal(66.67m, row.HitRatePercent);
        // Wilson's interval of 2 in 3 at 95 %, from the tables: 0.2077 to 0.9385.
        Assert.Equal(20.77m, row.HitRateLowPercent);
        Assert.Equal(93.85m, row.HitRateHighPercent);
    }

    [Fact]
    public void AChangedAndATakenBackUse_ChangeTheHitRate()
    {
        var insight = Ready();
        var use = Use(insight, OutcomeOfTheInsightChoice.Open);
        Assert.Null(crm.Read<CustomerInsightRow>(insight).HitRatePercent);

        var sent = crm.FromPlugins(() => crm.Service.Update(new InsightUseRow { Id = use, Outcome = OutcomeOfTheInsightChoice.Won }));
        Assert.Equal(["RetrieveMultiple", "Update"], sent.Where(r => r.Depth == 2).Select(r => r.MessageName));
        Assert.Equal(100.00m, crm.Read<CustomerInsightRow>(insight).HitRatePercent);

        crm.Service.Delete(InsightUseRow.Table, use);
        Assert.Equal(0, crm.Read<CustomerInsightRow>(insight).UseCount);
        Assert.Null(crm.Read<CustomerInsightRow>(insight).HitRatePercent);
    }

    [Fact]
    public void ADeletedInsight_TakesItsUsesAlong()
    {
        var insight = Ready();
        Use(insight, OutcomeOfTheInsightChoice.Won);

        crm.Service.Delete(CustomerInsightRow.Table, insight);

        Assert.Empty(crm.All<InsightUseRow>());
    }

    private Guid Draft() => crm.Create(new CustomerInsightRow { Name = "Energy cost", AccountId = new EntityReference(AccountRow.Table, crm.Account("Meier AG")) });

    private Guid Proven()
    {
        var insight = Draft();
        crm.Service.Update(new CustomerInsightRow { Id = insight, Hypothesis = "Compressors idle at night", Evidence = "Meter readings", AmountAtStake = new Money(40_000m) });
        return insight;
    }

    private Guid Ready()
    {
        var insight = Proven();
        MakeReady(insight);
        return insight;
    }

    private void MakeReady(Guid insight) => crm.Service.Update(new CustomerInsightRow { Id = insight, StatusCode = CustomerInsightStatusReason.ReadyForUse });

    private Guid Use(Guid insight, OutcomeOfTheInsightChoice outcome) => crm.Create(new InsightUseRow
    {
        Name = "Meeting", CustomerInsightId = new EntityReference(CustomerInsightRow.Table, insight), UsedOn = crm.Clock.GetUtcNow().UtcDateTime.Date, Outcome = outcome,
    });
}
