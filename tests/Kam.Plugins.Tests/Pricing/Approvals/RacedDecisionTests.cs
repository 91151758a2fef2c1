using System;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>Of any number who act on one request at the same time one does, and the others are told why they did not.</summary>
public sealed class RacedDecisionTests(PackedSolution solution) : IDisposable
{
    private const int Approvers = 16, BeforeOperation = 20;

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public async Task SixteenApproversAtOnce_DecideOnce_AndFifteenReadThatItIsDecided()
    {
        var desk = new ApprovalDesk(crm);
        var members = Enumerable.Range(0, Approvers).Select(_ => new Member(crm, "KAM Pricing Approver")).ToList();
        foreach (var member in members) desk.Join(desk.Shop.Management, member);
        var id = desk.Ask(desk.Quoted().Id);
        using var start = new Barrier(Approvers);

        var outcomes = await Task.WhenAll(members.Select((member, number) => Task.Factory.StartNew(
            () => Outcome(start, () => ApprovalDesk.Decide(member, id, approves: number % 2 == 0)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        var winner = Array.FindIndex(outcomes, outcome => outcome is null);
        Assert.Equal(Approvers - 1, outcomes.Count(outcome => outcome is not null));
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.Equal(["KAM-PRC-030"], Crm.CodesOf(outcome!)));
        var stored = crm.Read<PriceExceptionRow>(id);
        Assert.Equal(members[winner].Id, stored.DecidedById!.Id);
        Assert.Equal(winner % 2 == 0 ? PriceExceptionStatusReason.Approved : PriceExceptionStatusReason.Rejected, stored.StatusCode);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.Contains(winner % 2 == 0 ? "Approved" : "Rejected", outcome!.Message, StringComparison.Ordinal));
        Assert.Equal(2, desk.History(id).Count);
    }

    [Fact]
    public async Task ADecisionThatRacesAChangeOfTheLine_NeverLeavesASignatureForOtherTerms()
    {
        var desk = new ApprovalDesk(crm);
        for (var round = 0; round < 6; round++)
        {
            var line = desk.Quoted();
            var id = desk.Ask(line.Id);
            using var start = new Barrier(2);

            var outcomes = await Task.WhenAll(
                Task.Run(() => Outcome(start, () => ApprovalDesk.Decide(desk.Beat, id))),
                Task.Run(() => Outcome(start, () => crm.Service.Update(new QuoteLineRow { Id = line.Id, Quantity = 11m }))));

            Assert.Null(outcomes[1]);
            Assert.Equal(PriceExceptionStatusReason.Void, desk.Status(id));
            Assert.ThrowsAny<Exception>(() => desk.Activate(line.QuoteId!.Id));
        }
    }

    [Fact]
    public void WhatSomebodyWroteBetweenReadAndWrite_KeepsADecisionFromBeingStored()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Ask(line.Id);
        // The decision reads the request, then the approval levels, then writes the request.
        var step = Meanwhile("RetrieveMultiple", ApprovalLevelRow.Table, PriceExceptionRow.Table);

        var refused = Crm.Refusal(() => ApprovalDesk.Decide(desk.Beat, id));

        Assert.Equal(["KAM-PRC-030"], Crm.CodesOf(refused));
        Assert.Contains("changed in the meantime", refused.Message, StringComparison.Ordinal);
        Assert.Equal(PriceExceptionStatusReason.Requested, desk.Status(id));
        Assert.Equal(desk.Anna.Id, crm.Read<PriceExceptionRow>(id).OwnerId!.Id);
        Assert.Single(desk.History(id));

        crm.Service.Delete("sdkmessageprocessingstep", step);
        ApprovalDesk.Decide(desk.Beat, id);
        Assert.Equal(PriceExceptionStatusReason.Approved, desk.Status(id));
    }

    private Guid Meanwhile(string message, string table, string written)
    {
        const string name = "Local.Dataverse.Tests.Plugins.WriteMeanwhile";
        var assembly = crm.Create(new Entity("pluginassembly")
        {
            ["name"] = "Local.Dataverse.Tests.Plugins",
            ["content"] = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Local.Dataverse.Tests.Plugins.dll"))),
        });
        var type = crm.Create(new Entity("plugintype") { ["name"] = name, ["typename"] = name, ["pluginassemblyid"] = new EntityReference("pluginassembly", assembly) });
        var of = Find("sdkmessage", "name", message) ?? crm.Create(new Entity("sdkmessage") { ["name"] = message });
        return crm.Create(new Entity("sdkmessageprocessingstep")
        {
            ["name"] = $"{name}: {message} of {table}",
            ["sdkmessageid"] = new EntityReference("sdkmessage", of),
            ["plugintypeid"] = new EntityReference("plugintype", type),
            ["stage"] = new OptionSetValue(BeforeOperation),
            ["mode"] = new OptionSetValue(0),
            ["rank"] = 1,
            ["configuration"] = $"{table}, {written}",
        });
    }

    private Guid? Find(string table, string column, string value)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return crm.Service.RetrieveMultiple(query).Entities.FirstOrDefault()?.Id;
    }

    // Null when nothing was refused.
    private static OrganizationServiceFault? Outcome(Barrier start, Action act)
    {
        start.SignalAndWait();
        try
        {
            act();
            return null;
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            return refused.Detail;
        }
    }
}
