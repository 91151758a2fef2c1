using System;
using Kam.Tables;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Insights;

public sealed class GuardInsightUseTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void ADraft_CannotBeUsed()
    {
        var draft = crm.Create(crm.Complete());

        var refusal = Crm.Refusal(() => crm.Use(draft, OutcomeOfTheInsightChoice.Open));

        Assert.Equal(["KAM-VAL-066"], Crm.CodesOf(refusal));
        Assert.Contains("Standstill costs", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(crm.All<InsightUseRow>());
        Assert.Null(crm.Read<CustomerInsightRow>(draft).UseCount);
    }

    [Fact]
    public void ADisprovedInsight_CannotBeUsed()
    {
        var insight = crm.ReadyInsight();
        crm.Service.Update(new CustomerInsightRow { Id = insight, StateCode = CustomerInsightState.Inactive, StatusCode = CustomerInsightStatusReason.Disproved });

        Assert.Equal(["KAM-VAL-066"], Crm.CodesOf(() => crm.Use(insight, OutcomeOfTheInsightChoice.Open)));
    }

    [Fact]
    public void TheLastValidDay_IsTheLastOnWhichItMayBeUsed()
    {
        var insight = crm.ReadyInsight();

        crm.Use(insight, OutcomeOfTheInsightChoice.Open, Crm.Day(2026, 4, 30));
        Assert.Equal(["KAM-VAL-064"], Crm.CodesOf(() => crm.Use(insight, OutcomeOfTheInsightChoice.Open, Crm.Day(2026, 5, 1))));

        Assert.Equal(Crm.Day(2026, 4, 30), Assert.Single(crm.All<InsightUseRow>()).UsedOn);
    }

    [Fact]
    public void Guarding_TakesOneRequest()
    {
        var insight = crm.ReadyInsight();

        Assert.Equal(["Retrieve kam_customerinsight"], crm.SentBy("GuardInsightUse", () => crm.Use(insight, OutcomeOfTheInsightChoice.Open)));
    }
}
