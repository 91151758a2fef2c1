using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Bonus;

/// <summary>What a bonus plan, its parts and its statements do not allow, whichever way one tries.</summary>
public sealed class BonusGuardTests : IDisposable
{
    private readonly Crm crm;
    private readonly Member manager;

    public BonusGuardTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        manager = new Member(crm, "KAM");
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void APlanWithViolations_IsRefusedWithAllOfThem()
    {
        var refused = Crm.CodesOf(() => crm.Create(new BonusPlanRow
        {
            Name = "Wrong",
            PeriodFrom = BonusPlans.Until,
            PeriodUntil = BonusPlans.From,
            PlannedRevenue = new Money(0m),
            StandardMarginPercent = 0m,
            MarginFallLimitPercent = 101m,
            MaximumPay = new Money(-1m),
        }));

        Assert.Equal(["KAM-PRC-065", "KAM-PRC-066", "KAM-PRC-067", "KAM-PRC-078", "KAM-PRC-080"], refused.Order());
    }

    [Fact]
    public void APlanWithoutComponent_IsNotPutInForce() =>
        Assert.Equal(["KAM-PRC-081"], Crm.CodesOf(() => crm.PutInForce(crm.Draft())));

    [Fact]
    public void AComponentWithViolations_IsRefusedWithAllOfThem()
    {
        var plan = crm.Draft();

        Assert.Equal(["KAM-PRC-060", "KAM-PRC-061", "KAM-PRC-062"], Crm.CodesOf(() => crm.Component(plan, BonusDriverChoice.Margin, -1m, 5m, 5m, 5m)));
    }

    [Fact]
    public void APlanWithStatements_KeepsItsTermsAndItsComponents()
    {
        var plan = crm.OnMargin(manager);
        var component = Assert.Single(crm.All<BonusComponentRow>(BonusComponentRow.Column.BonusPlanId, plan)).Id;
        crm.Service.Update(new BonusComponentRow { Id = component, TargetPay = new Money(3_650m), Cap = 80_000m });
        crm.Call("kam_StateBonus", ("BonusPlanId", plan), ("UserId", manager.Id));

        Assert.Equal(["KAM-PRC-075"], Crm.CodesOf(() => crm.Service.Update(new BonusPlanRow { Id = plan, PlannedRevenue = new Money(1m) })));
        Assert.Equal(["KAM-PRC-075"], Crm.CodesOf(() => crm.Service.Update(new BonusPlanRow { Id = plan, PeriodUntil = BonusPlans.Until.AddDays(-1) })));
        Assert.Equal(["KAM-PRC-075"], Crm.CodesOf(() => crm.Service.Update(new BonusComponentRow { Id = component, Cap = 90_000m })));
        Assert.Equal(["KAM-PRC-075"], Crm.CodesOf(() => crm.Service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([new BonusComponentRow { Id = component, Threshold = 1m }]) { EntityName = BonusComponentRow.Table },
        })));
        Assert.Equal(["KAM-PRC-075"], Crm.CodesOf(() => crm.Component(plan, BonusDriverChoice.Revenue, 1m, 1m, 2m, 3m)));
        Assert.Equal(["KAM-PRC-075"], Crm.CodesOf(() => crm.Service.Delete(BonusComponentRow.Table, component)));
        crm.Service.Update(new BonusPlanRow { Id = plan, Name = "Plan of 2026", PlannedRevenue = new Money(365_000m) });
        crm.Service.Update(new BonusPlanRow { Id = plan, StateCode = BonusPlanState.Inactive, StatusCode = BonusPlanStatusReason.Retired });
    }

    [Fact]
    public void AStatement_IsNeitherEnteredNorChangedNorDeleted()
    {
        var plan = crm.OnMargin(manager);
        var statement = (Guid)crm.Call("kam_StateBonus", ("BonusPlanId", plan), ("UserId", manager.Id))["BonusStatementId"];
        var part = Assert.Single(crm.All<BonusPartRow>()).Id;

        Assert.Equal(["KAM-PRC-077"], Crm.CodesOf(() => crm.Create(new BonusStatementRow
        {
            Name = "By hand",
            BonusPlanId = new EntityReference(BonusPlanRow.Table, plan),
            KeyAccountManagerId = new EntityReference(UserRow.Table, manager.Id),
            Sequence = 9,
            PeriodFrom = BonusPlans.From,
            PeriodUntil = Crm.Today,
            Pay = new Money(1_000m),
        })));
        Assert.Equal(["KAM-PRC-076"], Crm.CodesOf(() => crm.Service.Update(new BonusStatementRow { Id = statement, Pay = new Money(1m) })));
        Assert.Equal(["KAM-PRC-076"], Crm.CodesOf(() => crm.Service.Update(new BonusPartRow { Id = part, Pay = new Money(1m) })));
        Assert.Equal(["KAM-PRC-076"], Crm.CodesOf(() => crm.Service.Delete(BonusStatementRow.Table, statement)));
        Assert.Equal(["KAM-PRC-076"], Crm.CodesOf(() => crm.Service.Delete(BonusPartRow.Table, part)));
        Assert.ThrowsAny<Exception>(() => crm.Service.Delete(BonusPlanRow.Table, plan));
    }

    [Fact]
    public void AParticipant_HasADayInThePlan_AndOnePlanAtATime()
    {
        var plan = crm.OnMargin(manager);
        var next = crm.Draft("Next");

        Assert.Equal(["KAM-PRC-082"], Crm.CodesOf(() => crm.Cover(next, manager)));
        Assert.Equal(["KAM-PRC-079"], Crm.CodesOf(() => crm.Cover(next, new Member(crm, "KAM Lead"), leaveOn: Crm.Day(2025, 12, 31))));
        Assert.Equal(manager.Id, Assert.Single(crm.All<BonusParticipantRow>(BonusParticipantRow.Column.BonusPlanId, plan)).OwnerId!.Id);
    }
}
