using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

public sealed class EscalatePriceExceptionsTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void WhatIsNotDecidedInTime_GoesOneLevelUp_AndStaysAtTheTop()
    {
        var desk = new ApprovalDesk(crm);
        var service = new Member(crm, "KAM Service");
        var id = desk.Ask(desk.Quoted().Id);

        crm.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, service.Call("kam_EscalatePriceExceptions")["EscalatedCount"]); // the last day still counts
        crm.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, service.Call("kam_EscalatePriceExceptions")["EscalatedCount"]);
        Assert.Equal(desk.Shop.Management, crm.Read<PriceExceptionRow>(id).ApprovalLevelId!.Id);
        Assert.Equal(["KAM-PRC-032"], Crm.CodesOf(() => ApprovalDesk.Decide(desk.Beat, id)));

        crm.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(0, service.Call("kam_EscalatePriceExceptions")["EscalatedCount"]);
        Assert.Equal(desk.Shop.Management, crm.Read<PriceExceptionRow>(id).ApprovalLevelId!.Id);
        Assert.Equal([ExceptionEventChoice.Requested, ExceptionEventChoice.Escalated, ExceptionEventChoice.Escalated], desk.History(id));
        service.Call("kam_EscalatePriceExceptions");
        Assert.Equal(3, desk.History(id).Count);
        ApprovalDesk.Decide(desk.Carla, id);
    }

    [Fact]
    public void WhatIsNoLongerValid_Expires_OpenOrApproved()
    {
        var desk = new ApprovalDesk(crm);
        var (open, signed) = (desk.Quoted(), desk.Quoted());
        var (waiting, approved) = (desk.Ask(open.Id, Crm.Today.AddDays(2)), desk.Approved(signed.Id, Crm.Today.AddDays(2)));

        crm.Clock.Advance(TimeSpan.FromDays(3));
        var answer = crm.Call("kam_EscalatePriceExceptions");

        Assert.Equal(2, answer["ExpiredCount"]);
        Assert.True((bool)answer["IsComplete"]);
        Assert.Equal(PriceExceptionStatusReason.Expired, desk.Status(waiting));
        Assert.Equal(PriceExceptionStatusReason.Expired, desk.Status(approved));
        Assert.Equal(PriceStatusChoice.NeedsApproval, crm.Read<QuoteLineRow>(signed.Id).PriceStatus);
        Assert.Equal(["KAM-PRC-044"], Crm.CodesOf(() => desk.Activate(signed.QuoteId!.Id)));
    }

    [Fact]
    public void MoreThanOnePage_TakesMoreThanOneCall()
    {
        var desk = new ApprovalDesk(crm);
        var quote = desk.Quoted().QuoteId!.Id;
        foreach (var _ in Enumerable.Range(0, 101)) desk.Ask(desk.Added(quote, 82m), Crm.Today);
        crm.Clock.Advance(TimeSpan.FromDays(1));

        var first = crm.Call("kam_EscalatePriceExceptions");
        var second = crm.Call("kam_EscalatePriceExceptions", ("Cursor", first["NextCursor"]));

        Assert.Equal(100, first["ExpiredCount"]);
        Assert.False((bool)first["IsComplete"]);
        Assert.Equal(1, second["ExpiredCount"]);
        Assert.True((bool)second["IsComplete"]);
        Assert.Equal(101, crm.All<PriceExceptionRow>(PriceExceptionRow.Column.StatusCode, (int)PriceExceptionStatusReason.Expired).Count);
    }

    [Fact]
    public void OnlyTheServiceMayRunIt()
    {
        var desk = new ApprovalDesk(crm);

        Assert.ThrowsAny<Exception>(() => desk.Anna.Call("kam_EscalatePriceExceptions"));
        Assert.ThrowsAny<Exception>(() => desk.Carla.Call("kam_EscalatePriceExceptions"));
    }
}
