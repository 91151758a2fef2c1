using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Insights;

public sealed class CountInsightUseTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void TwoHitsInThreeUses_AreTwoThirdsSomewhereBetweenAFifthAndNineTenths()
    {
        var insight = crm.ReadyInsight();

        crm.Use(insight, OutcomeOfTheInsightChoice.Opportunity);
        crm.Use(insight, OutcomeOfTheInsightChoice.Won);
        crm.Use(insight, OutcomeOfTheInsightChoice.NoResult);

        // Wilson with z = 1.96, p = 2/3, n = 3: (p + z²/6 ± z·√(p(1−p)/3 + z²/36)) / (1 + z²/3) = (1.3069 ± 0.8333) / 2.2805.
        AssertRate(insight, uses: 3, hits: 2, percent: 66.67m, low: 20.77m, high: 93.85m);
    }

    [Fact]
    public void AnOpenOutcome_CountsAsAUseButInNeitherHitsNorMisses()
    {
        var insight = crm.ReadyInsight();

        crm.Use(insight, OutcomeOfTheInsightChoice.Open);
        AssertRate(insight, uses: 1, hits: 0, percent: null, low: null, high: null);

        crm.Use(insight, OutcomeOfTheInsightChoice.Won);
        // (1 + 1.9207 ± 1.9207) / 4.8415.
        AssertRate(insight, uses: 2, hits: 1, percent: 100m, low: 20.65m, high: 100m);
    }

    [Fact]
    public void AnOutcomeThatBecomesKnown_CountsFromThenOn()
    {
        var insight = crm.ReadyInsight();
        crm.Use(insight, OutcomeOfTheInsightChoice.Won);
        crm.Use(insight, OutcomeOfTheInsightChoice.Won);
        crm.Use(insight, OutcomeOfTheInsightChoice.NoResult);
        var open = crm.Use(insight, OutcomeOfTheInsightChoice.Open);

        crm.Service.Update(new InsightUseRow { Id = open, Outcome = OutcomeOfTheInsightChoice.NoResult });

        // Two of four: (0.5 + 0.4802 ± 0.6861) / 1.9604.
        AssertRate(insight, uses: 4, hits: 2, percent: 50m, low: 15.00m, high: 85.00m);
    }

    [Fact]
    public void AUseTakenBack_NoLongerCounts()
    {
        var insight = crm.ReadyInsight();
        var won = crm.Use(insight, OutcomeOfTheInsightChoice.Won);

        crm.Service.Delete(InsightUseRow.Table, won);

        AssertRate(insight, uses: 0, hits: 0, percent: null, low: null, high: null);
    }

    [Fact]
    public void AUseNotedAtTheWrongInsight_MovesWithItsCount()
    {
        var wrong = crm.ReadyInsight();
        var right = crm.ReadyInsight();
        var use = crm.Use(wrong, OutcomeOfTheInsightChoice.NoResult);

        crm.Service.Update(new InsightUseRow { Id = use, CustomerInsightId = new EntityReference(CustomerInsightRow.Table, right) });

        AssertRate(wrong, uses: 0, hits: 0, percent: null, low: null, high: null);
        // None of one: (0 + 1.9207 ± 1.9207) / 4.8415.
        AssertRate(right, uses: 1, hits: 0, percent: 0m, low: 0m, high: 79.35m);
    }

    [Fact]
    public void AReactionWithoutAResult_DoesNotCount()
    {
        var insight = crm.ReadyInsight();
        var use = crm.Use(insight, OutcomeOfTheInsightChoice.NoResult);

        Assert.Empty(crm.SentBy("CountInsightUse", () => crm.Service.Update(new InsightUseRow { Id = use, Reaction = ReactionToTheInsightChoice.Convinced })));
        AssertRate(insight, uses: 1, hits: 0, percent: 0m, low: 0m, high: 79.35m);
    }

    [Fact]
    public void ADeletedInsight_TakesItsUsesAlong()
    {
        var insight = crm.ReadyInsight();
        crm.Use(insight, OutcomeOfTheInsightChoice.Won);

        Assert.Empty(crm.SentBy("CountInsightUse", () => crm.Service.Delete(CustomerInsightRow.Table, insight)));
        Assert.Empty(crm.All<InsightUseRow>());
    }

    [Fact]
    public void Counting_TakesTwoRequestsForEachInsight()
    {
        var insight = crm.ReadyInsight();
        var other = crm.ReadyInsight();
        Guid use = default;
        string[] once = ["RetrieveMultiple kam_insightuse", "Update kam_customerinsight"];

        Assert.Equal(once, crm.SentBy("CountInsightUse", () => use = crm.Use(insight, OutcomeOfTheInsightChoice.Open)));
        Assert.Equal(once, crm.SentBy("CountInsightUse", () => crm.Service.Update(new InsightUseRow { Id = use, Outcome = OutcomeOfTheInsightChoice.Won })));
        Assert.Equal([.. once, .. once], crm.SentBy("CountInsightUse", () => crm.Service.Update(new InsightUseRow { Id = use, CustomerInsightId = new EntityReference(CustomerInsightRow.Table, other) })));
        Assert.Equal(once, crm.SentBy("CountInsightUse", () => crm.Service.Delete(InsightUseRow.Table, use)));
    }

    private void AssertRate(Guid insight, int uses, int hits, decimal? percent, decimal? low, decimal? high)
    {
        var stored = crm.Read<CustomerInsightRow>(insight);
        Assert.Equal((uses, hits, percent, low, high), (stored.UseCount, stored.HitCount, stored.HitRatePercent, stored.HitRateLowPercent, stored.HitRateHighPercent));
    }
}
