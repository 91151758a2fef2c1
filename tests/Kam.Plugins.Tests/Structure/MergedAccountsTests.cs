using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Tests.Solutions.Chances;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>Muster AG, an A in West, takes in Muster A.G., a C in East.</summary>
public sealed class MergedAccountsTests : IDisposable
{
    private readonly Crm crm;
    private readonly EntityReference west, east;
    private readonly Guid kept, gone;

    public MergedAccountsTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        (west, east) = (crm.Portfolio("West", 300m), crm.Portfolio("East", 300m));
        kept = crm.Scored("Muster AG", 80m, west);
        gone = crm.Scored("Muster A.G.", 40m, east);
        crm.SegmentAll();
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void TheKeptAccount_StaysInItsSegment_AndTakesTheHistoryOfTheOther()
    {
        Merge();

        Assert.Equal("A", crm.SegmentOf(kept));
        Assert.Equal(120m, crm.Read<AccountRow>(kept).CareHours);
        Assert.Equal(["Muster A.G.: C", "Muster AG: A"], crm.History(kept).Select(row => row.Name).Order());
        Assert.Empty(crm.History(gone));
        // Nothing decides anew about an account that is gone, not even when it is activated again.
        crm.Service.Update(new AccountRow { Id = gone, StateCode = AccountState.Active, StatusCode = AccountStatusReason.Active });
        Assert.Equal(1, crm.SegmentAll().Sum(call => (int)call["AccountCount"]));
    }

    [Fact]
    public void ThePortfolioOfTheOther_IsRelieved_AndItsOpenProposalOutdated()
    {
        foreach (var stays in crm.Fill(east, 4, 80m)) crm.Service.Update(new AccountRow { Id = stays, IsKeptWithManager = true });
        var proposal = (Guid)new Member(crm, "KAM Lead").Call("kam_ProposePortfolio", ("MostMoves", 10))["PortfolioProposalId"];
        Assert.Equal([gone], crm.All<PortfolioMoveRow>(PortfolioMoveRow.Column.PortfolioProposalId, proposal).Select(move => move.AccountId!.Id));
        var hours = crm.Read<AccountRow>(gone).CareHours!.Value;

        Merge();

        Assert.Equal(PortfolioProposalStatusReason.Outdated, crm.Read<PortfolioProposalRow>(proposal).StatusCode);
        var load = crm.Read<PortfolioRow>(east.Id);
        Assert.Equal((480m, 4), (load.LoadHours!.Value, load.AccountCount!.Value));
        Assert.Equal(12m, hours);
        Assert.Equal(120m, crm.Read<PortfolioRow>(west.Id).LoadHours);
    }

    [Fact]
    public void WhatWasSignedForTheOther_Ends_AndWhatIsOnlyRequestedGoesAlong()
    {
        var asker = new Member(crm, "KAM", "KAM Lead");
        var signed = Override(asker, "B");
        crm.Service.Update(new SegmentOverrideRow { Id = signed, StatusCode = SegmentOverrideStatusReason.Approved });
        Assert.Equal("B", crm.SegmentOf(gone));
        var requested = Override(asker, "A");

        Merge();

        var ended = crm.Read<SegmentOverrideRow>(signed);
        Assert.Equal((SegmentOverrideStatusReason.Ended, kept), (ended.StatusCode, ended.AccountId!.Id));
        var open = crm.Read<SegmentOverrideRow>(requested);
        Assert.Equal((SegmentOverrideStatusReason.Requested, kept), (open.StatusCode, open.AccountId!.Id));
        crm.SegmentAll();
        Assert.Equal("A", crm.SegmentOf(kept));
    }

    [Fact]
    public void TheMapsAreJoined_WithWhatWasTold_AndWhoIsOnBothStaysOnce()
    {
        var (anna, beat) = (Contact("Anna"), Contact("Beat"));
        var annaHere = Person(kept, anna, StakeholderRoleChoice.Decider, 5, 4);
        var annaThere = Person(gone, anna, StakeholderRoleChoice.Decider, 1, 1);
        var sponsor = Person(gone, anna, StakeholderRoleChoice.Sponsor, 2, 5);
        var beatThere = Person(gone, beat, StakeholderRoleChoice.User, 3, 3, reportsTo: sponsor);
        var topic = crm.Create(new ContentTopicRow { Name = "Roadmap", Channel = ChannelChoice.Visit, TimesPerYear = 4 });
        var told = crm.Create(new ContentToldRow { ContentTopicId = new EntityReference(ContentTopicRow.Table, topic), StakeholderId = new EntityReference(StakeholderRow.Table, annaThere), ToldOn = Crm.Today });

        Merge();

        var map = crm.All<StakeholderRow>(StakeholderRow.Column.AccountId, kept);
        Assert.Equal(new HashSet<Guid> { annaHere, sponsor, beatThere }, map.Select(row => row.Id).ToHashSet());
        Assert.Equal(5, map.Single(row => row.Id == annaHere).Influence);
        Assert.Equal(sponsor, map.Single(row => row.Id == beatThere).ReportsToId!.Id);
        Assert.Equal((annaHere, anna.Id), (crm.Read<ContentToldRow>(told).StakeholderId!.Id, crm.Read<ContentToldRow>(told).ContactId!.Id));
        // Anna once, with influence 5, and Beat with 3: both are reached.
        Assert.Equal(100m, crm.Read<AccountRow>(kept).StakeholderCoveragePercent);
    }

    [Fact]
    public void ChancesAreJoined_AndWhereBothHaveOneTheKeptOneStays()
    {
        var market = Market.OfBikes(crm, out var accounts);
        market.Refresh();
        var (first, second) = (accounts[8], accounts[9]);
        var firstChance = market.Chance(first, "Helmets")!.Id;
        Assert.NotNull(market.Chance(second, "Helmets"));

        Merge(first, second);

        Assert.Equal(firstChance, market.Chance(first, "Helmets")!.Id);
        Assert.Equal(2, crm.All<CrossSellChanceRow>(CrossSellChanceRow.Column.AccountId, first).Count);
        Assert.Empty(crm.All<CrossSellChanceRow>(CrossSellChanceRow.Column.AccountId, second));
        market.Refresh();
        Assert.Equal(CrossSellChanceStatusReason.Open, market.Chance(first, "Helmets")!.StatusCode);
    }

    [Fact]
    public void FindingsOfARun_StayOnceForTheKeptAccount()
    {
        var growth = new[] { kept, gone }.Select(account => crm.Create(new GrowthAnalysisRow
        {
            Name = "2026",
            AccountId = new EntityReference(AccountRow.Table, account),
            PeriodFrom = Crm.Day(2025, 4, 1),
            PeriodUntil = Crm.Today,
        })).ToList();

        Merge();

        Assert.Equal([growth[0]], crm.All<GrowthAnalysisRow>().Select(row => row.Id));
    }

    [Fact]
    public void AMergeCostsFewRequests()
    {
        Assert.Equal(["RetrieveMultiple kam_stakeholder"], crm.SentBy("JoinMaps", () => Merge()));
        var (first, second) = (crm.Account("One"), crm.Account("Two"));
        Assert.Equal(["RetrieveMultiple kam_segmentoverride"], crm.SentBy("EndMergedOverride", () => Merge(first, second)));
        var (third, fourth) = (crm.Account("Three"), crm.Account("Four"));
        Assert.Equal(["RetrieveMultiple kam_crosssellchance"], crm.SentBy("JoinChances", () => Merge(third, fourth)));
        var (fifth, sixth) = (crm.Account("Five"), crm.Account("Six"));
        Assert.Equal(["RetrieveMultiple kam_growthanalysis", "RetrieveMultiple kam_pricecontradiction", "RetrieveMultiple kam_pricecontradiction"], crm.SentBy("JoinFindings", () => Merge(fifth, sixth)));
        var (seventh, eighth) = (crm.Account("Seven"), crm.Account("Eight"));
        Assert.Equal(["RetrieveMultiple kam_portfoliomove"], crm.SentBy("OutdateMergedProposal", () => Merge(seventh, eighth)));
    }

    private void Merge() => Merge(kept, gone);

    private void Merge(Guid master, Guid subordinate) => crm.Service.Execute(
        new MergeRequest { Target = new EntityReference(AccountRow.Table, master), SubordinateId = subordinate, UpdateContent = new Entity(AccountRow.Table), PerformParentingChecks = false });

    private Guid Override(Member asker, string segment) => asker.Service.Create(new SegmentOverrideRow
    {
        AccountId = new EntityReference(AccountRow.Table, asker.Given(AccountRow.Table, gone)),
        SegmentId = crm.Segment(segment).ToEntityReference(),
        Reason = "Opens the market in Ticino",
        ExpiresOn = Crm.Today.AddDays(100),
    });

    private EntityReference Contact(string name) => new(ContactRow.Table, crm.Create(new ContactRow { FirstName = name, LastName = "Frei" }));

    private Guid Person(Guid account, EntityReference contact, StakeholderRoleChoice role, int influence, int relationship, Guid? reportsTo = null) => crm.Create(new StakeholderRow
    {
        AccountId = new EntityReference(AccountRow.Table, account),
        ContactId = contact,
        Role = role,
        Influence = influence,
        Relationship = relationship,
        ReportsToId = reportsTo is { } id ? new EntityReference(StakeholderRow.Table, id) : null,
    });
}
