using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights;

public sealed class ExpireInsightsTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AnInsightOnItsLastDay_StaysReady_AndTheDayAfterItFallsOut()
    {
        var insight = Ready(validUntil: Crm.Today.AddDays(1));
        crm.Clock.Advance(TimeSpan.FromDays(1));

        var onItsLastDay = Expire();
        var stored = crm.Read<CustomerInsightRow>(insight);
        Assert.Equal(0, onItsLastDay["ExpiredCount"]);
        Assert.Equal(CustomerInsightStatusReason.ReadyForUse, stored.StatusCode);

        crm.Clock.Advance(TimeSpan.FromDays(1));
        var theDayAfter = Expire();
        stored = crm.Read<CustomerInsightRow>(insight);
        Assert.Equal(1, theDayAfter["ExpiredCount"]);
        Assert.Equal(CustomerInsightState.Inactive, stored.StateCode);
        Assert.Equal(CustomerInsightStatusReason.Expired, stored.StatusCode);
    }

    [Fact]
    public void ADraftWhoseTimeIsOver_ExpiresToo()
    {
        var draft = Draft(validUntil: Crm.Today.AddDays(-1));

        Assert.Equal(1, Expire()["ExpiredCount"]);
        Assert.Equal(CustomerInsightStatusReason.Expired, crm.Read<CustomerInsightRow>(draft).StatusCode);
    }

    [Fact]
    public void ADisprovedInsight_StaysDisproved()
    {
        var disproved = Draft(validUntil: Crm.Today.AddDays(-1));
        crm.Service.Update(new CustomerInsightRow { Id = disproved, StateCode = CustomerInsightState.Inactive, StatusCode = CustomerInsightStatusReason.Disproved });

        Assert.Equal(0, Expire()["ExpiredCount"]);
        Assert.Equal(CustomerInsightStatusReason.Disproved, crm.Read<CustomerInsightRow>(disproved).StatusCode);
    }

    [Fact]
    public void AnEarlierDay_ExpiresWhatWasOverThen()
    {
        var before = Draft(validUntil: Crm.Today.AddDays(-11));
        var after = Draft(validUntil: Crm.Today.AddDays(-10));

        Assert.Equal(1, Expire(("AsOf", Crm.Today.AddDays(-10)))["ExpiredCount"]);
        Assert.Equal(CustomerInsightStatusReason.Expired, crm.Read<CustomerInsightRow>(before).StatusCode);
        Assert.Equal(CustomerInsightStatusReason.Draft, crm.Read<CustomerInsightRow>(after).StatusCode);
    }

    [Fact]
    public void TwoHundredAndOneInsights_TakeTwoCalls_AndAThirdFindsNothing()
    {
        var account = crm.Account("Rochat Industrie SA");
        for (var number = 0; number < 201; number++) Draft(Crm.Today.AddDays(-1), account);

        var first = Expire();
        Assert.Equal(200, first["ExpiredCount"]);
        Assert.Equal(false, first["IsComplete"]);
        // The run goes on for its own day, even when midnight passes in between.
        Assert.Equal("2026-03-31", first["NextCursor"]);
        crm.Clock.Advance(TimeSpan.FromDays(1));

        var second = Expire(("Cursor", first["NextCursor"]));
        Assert.Equal(1, second["ExpiredCount"]);
        Assert.Equal(true, second["IsComplete"]);
        Assert.Equal("", second["NextCursor"]);
        Assert.All(crm.All<CustomerInsightRow>(), insight => Assert.Equal(CustomerInsightStatusReason.Expired, insight.StatusCode));
        Assert.Equal(0, Expire()["ExpiredCount"]);
    }

    [Fact]
    public void ACallForTwoHundred_SendsOneRequestForEachAndOneMore()
    {
        var account = crm.Account("Rochat Industrie SA");
        for (var number = 0; number < 200; number++) Draft(Crm.Today.AddDays(-1), account);

        Assert.Equal(201, crm.FromPlugins(() => Expire()).Count);
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-04-01")]
    [InlineData("31.03.2026")]
    public void ACursorThatIsNoPastDay_IsRefusedAndNothingExpires(string cursor)
    {
        var insight = Draft(validUntil: Crm.Today.AddDays(-1));

        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => Expire(("Cursor", cursor))));
        Assert.Equal(CustomerInsightStatusReason.Draft, crm.Read<CustomerInsightRow>(insight).StatusCode);
    }

    [Fact]
    public void ACursorOfAnotherDayThanAsOf_IsRefused() =>
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => Expire(("AsOf", Crm.Today), ("Cursor", "2026-03-30"))));

    [Fact]
    public void ADayToCome_IsRefused() => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => Expire(("AsOf", Crm.Today.AddDays(1)))));

    private OrganizationResponse Expire(params (string Name, object Value)[] parameters) => crm.Call("kam_ExpireInsights", parameters);

    private Guid Draft(DateTime validUntil, Guid? account = null) => crm.Create(new CustomerInsightRow
    {
        Name = "Changeovers cost two shifts a week",
        AccountId = new EntityReference(AccountRow.Table, account ?? crm.Account("Rochat Industrie SA")),
        ValidUntil = validUntil,
    });

    private Guid Ready(DateTime validUntil)
    {
        var insight = Draft(validUntil);
        crm.Service.Update(new CustomerInsightRow
        {
            Id = insight,
            Hypothesis = "Changeovers cost them two shifts a week.",
            Evidence = "Shift protocols of March",
            AmountAtStake = new Money(180_000m),
            StatusCode = CustomerInsightStatusReason.ReadyForUse,
        });
        return insight;
    }
}
