using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>A key account manager asks, a lead signs: an account of 20 points becomes a B for a year.</summary>
public sealed class SegmentOverrideTests : IDisposable
{
    private const int PrivilegeDenied = unchecked((int)0x80040220);
    private readonly Crm crm;
    private readonly Member manager, lead;
    private readonly Guid account;

    public SegmentOverrideTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        manager = new Member(crm, "KAM");
        lead = new Member(crm, "KAM Lead");
        account = manager.Given(AccountRow.Table, crm.Scored("Meier AG", 20m));
        crm.Segmented(account);
    }

    public void Dispose() => crm.Dispose();

    private SegmentOverrideRow Wanted(DateTime? until = null, string reason = "Opens the market in Ticino") => new()
    {
        AccountId = new EntityReference(AccountRow.Table, account),
        SegmentId = crm.Segment("B").ToEntityReference(),
        Reason = reason,
        ExpiresOn = until ?? Crm.Today.AddDays(365),
    };

    private static SegmentOverrideRow Decided(Guid id, SegmentOverrideStatusReason status) => new()
    {
        Id = id,
        StateCode = status is SegmentOverrideStatusReason.Approved ? SegmentOverrideState.Active : SegmentOverrideState.Inactive,
        StatusCode = status,
    };

    [Fact]
    public void ASignedOverride_MovesTheAccountAtOnce_WithReasonSignatureAndLastDayInTheHistory()
    {
        var id = manager.Service.Create(Wanted());
        Assert.Equal("D", crm.SegmentOf(account));

        lead.Service.Update(Decided(id, SegmentOverrideStatusReason.Approved));

        Assert.Equal("B", crm.SegmentOf(account));
        Assert.Equal(40m, crm.Read<AccountRow>(account).CareHours);
        Assert.Equal(20m, crm.Read<AccountRow>(account).SegmentIndex);
        var row = crm.History(account)[^1];
        Assert.Equal(CauseOfTheAssignmentChoice.Override, row.Cause);
        Assert.Equal("Opens the market in Ticino", row.Reason);
        Assert.Equal(lead.Id, row.ApprovedById!.Id);
        Assert.Equal(Crm.Today.AddDays(365), row.ExpiresOn);
        var decided = crm.Read<SegmentOverrideRow>(id);
        Assert.Equal(manager.Id, decided.RequestedById!.Id);
        Assert.Equal(lead.Id, decided.ApprovedById!.Id);
        Assert.Equal("Meier AG: B", decided.Name);
    }

    [Fact]
    public void WhileItHolds_FiguresDoNotMoveTheAccount()
    {
        lead.Service.Update(Decided(manager.Service.Create(Wanted()), SegmentOverrideStatusReason.Approved));
        crm.Value(account, 90m);
        Assert.Equal("B", crm.Segmented(account));
        Assert.Equal(0, crm.SegmentAll().Sum(call => (int)call["ChangedCount"]));
    }

    [Fact]
    public void NobodySignsHisOwn()
    {
        var id = lead.Service.Create(Wanted());
        Assert.Equal(["KAM-STR-024"], Crm.CodesOf(() => lead.Service.Update(Decided(id, SegmentOverrideStatusReason.Approved))));
        Assert.Equal("D", crm.SegmentOf(account));
    }

    [Fact]
    public void WhoSigns_IsWhoIsSignedIn_WhateverWasSent()
    {
        var wanted = Wanted();
        wanted.RequestedById = new EntityReference(UserRow.Table, lead.Id);
        wanted.ApprovedById = new EntityReference(UserRow.Table, lead.Id);
        wanted.StatusCode = SegmentOverrideStatusReason.Approved;
        var id = crm.Create(wanted);
        var row = crm.Read<SegmentOverrideRow>(id);
        Assert.Equal(SegmentOverrideStatusReason.Requested, row.StatusCode);
        Assert.Null(row.ApprovedById);
        Assert.Equal(crm.Organisation.AdministratorId, row.RequestedById!.Id);
        Assert.Equal(["KAM-STR-025"], Crm.CodesOf(() => crm.Service.Update(new SegmentOverrideRow { Id = id, RequestedById = new EntityReference(UserRow.Table, manager.Id) })));
    }

    [Fact]
    public void AKeyAccountManager_AsksButDoesNotSign()
    {
        var id = lead.Service.Create(Wanted());
        manager.Given(SegmentOverrideRow.Table, id);
        Assert.Equal(PrivilegeDenied, Crm.Refusal(() => manager.Service.Update(Decided(id, SegmentOverrideStatusReason.Approved))).ErrorCode);
    }

    [Fact]
    public void EverythingMissing_IsSaidAtOnce()
    {
        var codes = Crm.CodesOf(() => manager.Service.Create(Wanted(until: Crm.Today.AddDays(366), reason: " ")));
        Assert.Equal(["KAM-STR-020", "KAM-STR-023"], codes);
        Assert.Equal(["KAM-STR-022"], Crm.CodesOf(() => manager.Service.Create(Wanted(until: Crm.Today.AddDays(-1)))));
    }

    [Fact]
    public void AfterItsLastDay_TheFiguresDecideAgain()
    {
        var id = manager.Service.Create(Wanted(until: Crm.Today.AddDays(10)));
        lead.Service.Update(Decided(id, SegmentOverrideStatusReason.Approved));
        crm.Clock.Advance(TimeSpan.FromDays(10));
        crm.SegmentAll();
        Assert.Equal("B", crm.SegmentOf(account));

        crm.Clock.Advance(TimeSpan.FromDays(1));
        crm.SegmentAll();

        Assert.Equal("D", crm.SegmentOf(account));
        Assert.Equal(CauseOfTheAssignmentChoice.OverrideEnded, crm.History(account)[^1].Cause);
        Assert.Equal(SegmentOverrideStatusReason.Ended, crm.Read<SegmentOverrideRow>(id).StatusCode);
    }

    [Fact]
    public void AnOverrideThatIsEnded_PutsTheAccountBack()
    {
        var id = manager.Service.Create(Wanted());
        lead.Service.Update(Decided(id, SegmentOverrideStatusReason.Approved));
        lead.Service.Update(Decided(id, SegmentOverrideStatusReason.Ended));
        Assert.Equal("D", crm.SegmentOf(account));
        Assert.Equal(CauseOfTheAssignmentChoice.OverrideEnded, crm.History(account)[^1].Cause);
    }

    [Fact]
    public void WhatWasSigned_StaysAsItWasSigned()
    {
        var id = manager.Service.Create(Wanted());
        lead.Service.Update(Decided(id, SegmentOverrideStatusReason.Approved));
        Assert.Equal(["KAM-STR-025"], Crm.CodesOf(() => lead.Service.Update(new SegmentOverrideRow { Id = id, ExpiresOn = Crm.Today.AddDays(900) })));
        Assert.Equal(["KAM-STR-025"], Crm.CodesOf(() => lead.Service.Update(new SegmentOverrideRow { Id = id, SegmentId = crm.Segment("A").ToEntityReference() })));
        lead.Service.Update(Decided(id, SegmentOverrideStatusReason.Ended));
        Assert.Equal(["KAM-STR-025"], Crm.CodesOf(() => lead.Service.Update(Decided(id, SegmentOverrideStatusReason.Approved))));
    }

    [Fact]
    public void ARejectedOverride_MovesNothing()
    {
        var id = manager.Service.Create(Wanted());
        lead.Service.Update(Decided(id, SegmentOverrideStatusReason.Rejected));
        Assert.Equal("D", crm.Segmented(account));
    }
}
