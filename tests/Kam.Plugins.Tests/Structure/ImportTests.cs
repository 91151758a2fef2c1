using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>An import and its like meet the guards of segments, history and loads as a person does: what is kept is refused or worked out anew, and nothing is stored by half.</summary>
public sealed class ImportTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    public static TheoryData<string> Ways => ["CreateMultiple", "UpdateMultiple", "UpsertMultiple", "Upsert"];

    [Theory, MemberData(nameof(Ways))]
    public void ASegmentThatIsBroughtAlong_IsRefused_AndNoRowOfTheBatchIsStored(string way)
    {
        var known = crm.Account("Known AG");
        var rows = way == "CreateMultiple"
            ? new[] { new AccountRow { Name = "First AG" }, Segmented(new AccountRow { Name = "Second AG" }) }
            : [new AccountRow { Id = crm.Account("First AG"), Name = "First AG, changed" }, Segmented(new AccountRow { Id = known, Name = "Known AG, changed" })];

        Assert.Equal(["KAM-STR-030"], Crm.CodesOf(() => Send(way, way == "Upsert" ? rows[1..] : rows)));

        Assert.DoesNotContain(crm.All<AccountRow>(), account => account.Name!.EndsWith("changed", StringComparison.Ordinal) || account.Name == "Second AG" || way == "CreateMultiple" && account.Name == "First AG");
        Assert.Null(crm.Read<AccountRow>(known).SegmentId);
    }

    [Theory, InlineData("CreateMultiple"), InlineData("UpsertMultiple"), InlineData("Upsert")]
    public void HistoryRows_AreNotBrought(string way)
    {
        var account = crm.Scored("Meier AG", 80m);
        crm.Segmented(account);
        var row = new SegmentAssignmentRow { Id = Guid.NewGuid(), Name = "Ours", AccountId = new EntityReference(AccountRow.Table, account), SegmentId = crm.Segment("A").ToEntityReference(), AssignedOn = Crm.Today, Cause = CauseOfTheAssignmentChoice.Computed };

        Assert.Equal(["KAM-STR-031"], Crm.CodesOf(() => Send(way, row)));

        Assert.Single(crm.History(account));
    }

    [Theory, InlineData("UpdateMultiple"), InlineData("UpsertMultiple"), InlineData("Upsert")]
    public void HistoryRows_AreNotChanged(string way)
    {
        var account = crm.Scored("Meier AG", 80m);
        crm.Segmented(account);
        var row = crm.History(account).Single();

        Assert.Equal(["KAM-STR-031"], Crm.CodesOf(() => Send(way, new SegmentAssignmentRow { Id = row.Id, SegmentId = crm.Segment("B").ToEntityReference() })));

        Assert.Equal(crm.Segment("A").Id, crm.History(account).Single().SegmentId!.Id);
    }

    [Theory, InlineData("CreateMultiple"), InlineData("UpdateMultiple"), InlineData("UpsertMultiple")]
    public void PortfoliosThatAreBroughtAlong_CountInTheLoad_WhateverHoursCameWithThem(string way)
    {
        var portfolio = crm.Portfolio("West", 480m);
        var accounts = new[] { "One AG", "Two AG" }.Select(name => crm.Scored(name, 80m)).ToList();
        foreach (var account in accounts) crm.Segmented(account);
        var rows = way == "CreateMultiple"
            ? new[] { new AccountRow { Name = "Three AG", PortfolioId = portfolio, CareHours = 999m } }
            : accounts.Select(account => new AccountRow { Id = account, PortfolioId = portfolio, CareHours = 999m }).ToArray();

        Send(way, rows);

        var load = crm.Read<PortfolioRow>(portfolio.Id);
        Assert.Equal(rows.Length, load.AccountCount);
        // An account without a segment has no care hours yet.
        Assert.Equal(way == "CreateMultiple" ? 0m : 240m, load.LoadHours);
    }

    [Theory, InlineData("UpdateMultiple"), InlineData("UpsertMultiple"), InlineData("Upsert")]
    public void ALoadThatIsBroughtAlong_IsWorkedOutAnew(string way)
    {
        var portfolio = crm.Portfolio("West", 480m);
        crm.Fill(portfolio, 2, 80m);

        Send(way, new PortfolioRow { Id = portfolio.Id, LoadHours = 1m, AccountCount = 77, UtilisationPercent = 1m });

        var load = crm.Read<PortfolioRow>(portfolio.Id);
        Assert.Equal((240m, 2, 50m), (load.LoadHours!.Value, load.AccountCount!.Value, load.UtilisationPercent!.Value));
    }

    [Theory, InlineData("CreateMultiple"), InlineData("UpsertMultiple")]
    public void OverridesThatAreBroughtAsApproved_AreRequests(string way)
    {
        var account = crm.Scored("Meier AG", 20m);
        crm.Segmented(account);
        Send(way, new SegmentOverrideRow
        {
            Id = Guid.NewGuid(),
            AccountId = new EntityReference(AccountRow.Table, account),
            SegmentId = crm.Segment("A").ToEntityReference(),
            Reason = "Imported",
            ExpiresOn = Crm.Today.AddDays(30),
            StatusCode = SegmentOverrideStatusReason.Approved,
        });

        Assert.Equal(SegmentOverrideStatusReason.Requested, crm.All<SegmentOverrideRow>().Single().StatusCode);
        Assert.Equal("D", crm.Segmented(account));
    }

    private AccountRow Segmented(AccountRow row)
    {
        row.SegmentId = crm.Segment("A").ToEntityReference();
        return row;
    }

    private void Send<TRow>(string way, params TRow[] rows) where TRow : Entity
    {
        var targets = new EntityCollection(new List<Entity>(rows)) { EntityName = rows[0].LogicalName };
        crm.Service.Execute(way switch
        {
            "CreateMultiple" => new CreateMultipleRequest { Targets = targets },
            "UpdateMultiple" => new UpdateMultipleRequest { Targets = targets },
            "UpsertMultiple" => new UpsertMultipleRequest { Targets = targets },
            _ => new UpsertRequest { Target = rows.Single() },
        });
    }
}
