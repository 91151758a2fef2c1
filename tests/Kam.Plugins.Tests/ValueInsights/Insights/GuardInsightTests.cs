using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Insights;

public sealed class GuardInsightTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AnInsightWithEverything_BecomesReadyForUse()
    {
        var id = crm.Create(crm.Complete());

        crm.Service.Update(new CustomerInsightRow { Id = id, StatusCode = CustomerInsightStatusReason.ReadyForUse });

        Assert.Equal(CustomerInsightStatusReason.ReadyForUse, crm.Read<CustomerInsightRow>(id).StatusCode);
    }

    [Fact]
    public void EverythingThatIsMissing_IsSaidAtOnceAndNothingIsSaved()
    {
        var insight = new CustomerInsightRow
        {
            Name = "Standstill costs",
            AccountId = new EntityReference(AccountRow.Table, crm.Account("Meier AG")),
            Evidence = "   ",
            AmountAtStake = new Money(0m),
            ValidUntil = Crm.Today,
            StatusCode = CustomerInsightStatusReason.ReadyForUse,
        };

        Assert.Equal(["KAM-VAL-062", "KAM-VAL-060", "KAM-VAL-061", "KAM-VAL-064"], Crm.CodesOf(() => crm.Create(insight)));
        Assert.Empty(crm.All<CustomerInsightRow>());
    }

    [Fact]
    public void ARefusedUpdate_LeavesEveryColumnAsItWas()
    {
        var incomplete = crm.Complete();
        incomplete.Evidence = null;
        var id = crm.Create(incomplete);

        Assert.Equal(["KAM-VAL-060"], Crm.CodesOf(() => crm.Service.Update(
            new CustomerInsightRow { Id = id, Name = "New name", AmountAtStake = new Money(5m), StatusCode = CustomerInsightStatusReason.ReadyForUse })));

        var stored = crm.Read<CustomerInsightRow>(id);
        Assert.Equal("Standstill costs", stored.Name);
        Assert.Equal(120_000m, stored.AmountAtStake!.Value);
        Assert.Equal(CustomerInsightStatusReason.Draft, stored.StatusCode);
    }

    [Fact]
    public void AReadyInsight_CannotLoseItsEvidence()
    {
        var id = crm.ReadyInsight();

        Assert.Equal(["KAM-VAL-060"], Crm.CodesOf(() => crm.Service.Update(new CustomerInsightRow { Id = id, Evidence = null })));
        Assert.Equal("Fault log of line 3, January to March 2026", crm.Read<CustomerInsightRow>(id).Evidence);
    }

    [Fact]
    public void ADraft_MayBeIncomplete()
    {
        var id = crm.Create(new CustomerInsightRow { Name = "Idea", AccountId = new EntityReference(AccountRow.Table, crm.Account("Meier AG")) });

        Assert.Equal(CustomerInsightStatusReason.Draft, crm.Read<CustomerInsightRow>(id).StatusCode);
    }

    [Theory, InlineData(0, false), InlineData(1, true)]
    public void ReadyForUse_NeedsALastValidDayAfterToday(int daysFromToday, bool isReady)
    {
        var insight = crm.Complete(CustomerInsightStatusReason.ReadyForUse);
        insight.ValidUntil = Crm.Today.AddDays(daysFromToday);

        if (isReady) crm.Create(insight);
        else Assert.Equal(["KAM-VAL-064"], Crm.CodesOf(() => crm.Create(insight)));

        Assert.Equal(isReady ? 1 : 0, crm.All<CustomerInsightRow>().Count);
    }

    [Fact]
    public void AnInsightWhoseTimeIsOver_MayBeTakenOutOfUse()
    {
        var id = crm.ReadyInsight();
        crm.Clock.Advance(TimeSpan.FromDays(60));

        crm.Service.Update(new CustomerInsightRow { Id = id, StateCode = CustomerInsightState.Inactive, StatusCode = CustomerInsightStatusReason.Disproved });

        Assert.Equal(CustomerInsightStatusReason.Disproved, crm.Read<CustomerInsightRow>(id).StatusCode);
    }

    public static TheoryData<int, string> Languages => new()
    {
        { 1033, "The insight has no hypothesis. Write what you assume about the customer’s business. (KAM-VAL-062)\nThe insight has no evidence." },
        { 1031, "Der Erkenntnis fehlt die Hypothese. Schreiben Sie, was Sie über das Geschäft des Kunden annehmen. (KAM-VAL-062)\nDer Erkenntnis fehlt der Beleg." },
        { 1036, "L’insight n’a pas d’hypothèse. Écrivez ce que vous supposez de l’activité du client. (KAM-VAL-062)\nL’insight n’a pas de preuve." },
        { 1040, "L’insight non ha un’ipotesi. Scrivete che cosa ipotizzate sull’attività del cliente. (KAM-VAL-062)\nL’insight non ha una prova." },
    };

    [Theory, MemberData(nameof(Languages))]
    public void ARefusal_IsInTheLanguageOfWhoAsks(int language, string sentences)
    {
        crm.Speak(language);
        var insight = crm.Complete(CustomerInsightStatusReason.ReadyForUse);
        insight.Hypothesis = insight.Evidence = null;

        Assert.StartsWith(sentences, Crm.Refusal(() => crm.Create(insight)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANewInsight_IsValidFor180DaysUnlessItSaysOtherwise()
    {
        var silent = crm.Complete();
        silent.ValidUntil = null;

        Assert.Equal(Crm.Day(2026, 9, 27), crm.Read<CustomerInsightRow>(crm.Create(silent)).ValidUntil);
        Assert.Equal(Crm.Day(2026, 4, 30), crm.Read<CustomerInsightRow>(crm.Create(crm.Complete())).ValidUntil);
    }

    [Fact]
    public void HowLongANewInsightIsValid_IsForTheEnvironmentToSay()
    {
        crm.Set("kam_InsightValidityDays", "30");
        var silent = crm.Complete();
        silent.ValidUntil = null;

        Assert.Equal(Crm.Day(2026, 4, 30), crm.Read<CustomerInsightRow>(crm.Create(silent)).ValidUntil);
    }

    [Theory, InlineData("0"), InlineData("3651"), InlineData("half a year")]
    public void AValidityThatIsNoNumberOfDays_IsNamedAndNothingIsSaved(string value)
    {
        crm.Set("kam_InsightValidityDays", value);
        var silent = crm.Complete();
        silent.ValidUntil = null;

        var refusal = Crm.Refusal(() => crm.Create(silent));

        Assert.Equal(["KAM-GEN-004"], Crm.CodesOf(refusal));
        Assert.Contains("kam_InsightValidityDays", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(crm.All<CustomerInsightRow>());
    }

    [Fact]
    public void Guarding_AsksForTheValidityOfANewInsightOnly()
    {
        var silent = crm.Complete();
        silent.ValidUntil = null;
        Guid id = default;

        Assert.Equal(["RetrieveMultiple environmentvariabledefinition"], crm.SentBy("GuardInsight", () => id = crm.Create(silent)));
        Assert.Empty(crm.SentBy("GuardInsight", () => crm.Create(crm.Complete())));
        Assert.Empty(crm.SentBy("GuardInsight", () => crm.Service.Update(new CustomerInsightRow { Id = id, StatusCode = CustomerInsightStatusReason.ReadyForUse })));
    }
}
