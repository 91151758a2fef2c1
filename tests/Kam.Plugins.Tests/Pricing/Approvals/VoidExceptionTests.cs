using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Tests.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>An approval is for exactly what it says, and its history is nobody's to write.</summary>
public sealed class VoidExceptionTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    public static TheoryData<string> Changes => ["product", "write-in", "unit", "price", "quantity", "discount", "document discount", "document percentage", "customer", "other quote"];

    [Theory, MemberData(nameof(Changes))]
    public void AnyOtherTerms_EndTheApproval(string change)
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Approved(line.Id);

        Change(desk, line, change);

        Assert.Equal(PriceExceptionStatusReason.Void, desk.Status(id));
        Assert.Equal([ExceptionEventChoice.Requested, ExceptionEventChoice.Approved, ExceptionEventChoice.Void], desk.History(id));
        Assert.NotEqual(PriceStatusChoice.Approved, crm.Read<QuoteLineRow>(line.Id).PriceStatus);
    }

    [Theory, MemberData(nameof(Changes))]
    public void AndSoTheyEndARequest(string change)
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Ask(line.Id);

        Change(desk, line, change);

        Assert.Equal(["KAM-PRC-030"], Crm.CodesOf(() => ApprovalDesk.Decide(desk.Carla, id)));
    }

    [Fact]
    public void TheSameTermsSentAgain_ChangeNothing()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Approved(line.Id);

        crm.Service.Update(new QuoteLineRow { Id = line.Id, Quantity = 10m, PricePerUnit = new Money(82m) });

        Assert.Equal(PriceExceptionStatusReason.Approved, desk.Status(id));
        Assert.Equal(PriceStatusChoice.Approved, crm.Read<QuoteLineRow>(line.Id).PriceStatus);
    }

    [Fact]
    public void WhatIsNotPartOfTheTerms_MayChange()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Approved(line.Id);

        crm.Service.Update(new QuoteRow { Id = line.QuoteId!.Id, Name = "Sensors for 2027" });
        desk.Activate(line.QuoteId.Id);

        Assert.Equal(PriceExceptionStatusReason.Approved, desk.Status(id));
    }

    [Fact]
    public void ALineThatGoes_TakesItsApprovalAlong_AndALikeOneNeedsItsOwn()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Approved(line.Id);

        crm.Service.Delete(QuoteLineRow.Table, line.Id);
        desk.Added(line.QuoteId!.Id, 82m, 10m);

        Assert.Equal(PriceExceptionStatusReason.Void, desk.Status(id));
        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => desk.Activate(line.QuoteId.Id)));
    }

    [Fact]
    public void ALineThatComesBackUnderItsOldId_NeedsANewApproval()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        desk.Approved(line.Id);

        crm.Service.Delete(QuoteLineRow.Table, line.Id);
        var again = desk.Shop.Line(line.QuoteId!.Id, 82m, 10m);
        again.Id = line.Id;
        crm.Create(again);

        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => desk.Activate(line.QuoteId.Id)));
    }

    [Fact]
    public void NobodyChangesAnException_NotEvenAnAdministrator()
    {
        var desk = new ApprovalDesk(crm);
        var id = desk.Ask(desk.Quoted().Id);
        var changes = new List<PriceExceptionRow>
        {
            new() { Id = id, StatusCode = PriceExceptionStatusReason.Approved },
            new() { Id = id, StateCode = PriceExceptionState.Inactive },
            new() { Id = id, ValidUntil = Crm.Today.AddDays(400) },
            new() { Id = id, Terms = "{}" },
            new() { Id = id, ApprovalLevelId = new EntityReference(ApprovalLevelRow.Table, desk.Shop.TeamLead) },
            new() { Id = id, RequestedById = new EntityReference(UserRow.Table, desk.Carla.Id) },
        };

        Assert.All(changes, change => Assert.Equal(["KAM-PRC-046"], Crm.CodesOf(() => crm.Service.Update(change))));
        Assert.Equal(["KAM-PRC-046"], Crm.CodesOf(() => crm.Service.Delete(PriceExceptionRow.Table, id)));
        Assert.Equal(["KAM-PRC-046"], Crm.CodesOf(() => crm.Service.Execute(new UpsertRequest { Target = new PriceExceptionRow { Id = id, StatusCode = PriceExceptionStatusReason.Approved } })));
        Assert.Equal(["KAM-PRC-046"], Crm.CodesOf(() => crm.Service.Execute(new UpdateMultipleRequest { Targets = new EntityCollection([changes[0]]) { EntityName = PriceExceptionRow.Table } })));
        Assert.Equal(PriceExceptionStatusReason.Requested, desk.Status(id));
    }

    [Fact]
    public void ATagOfTheCaller_OpensNothing()
    {
        var desk = new ApprovalDesk(crm);
        var id = desk.Ask(desk.Quoted().Id);

        Assert.Equal(["KAM-PRC-046"], Crm.CodesOf(() => crm.Service.Execute(new UpdateRequest
        {
            Target = new PriceExceptionRow { Id = id, StatusCode = PriceExceptionStatusReason.Approved },
            Parameters = { ["tag"] = "kam_writespriceexceptions" },
        })));
    }

    [Fact]
    public void TheHistory_IsNobodysToWrite()
    {
        var desk = new ApprovalDesk(crm);
        var id = desk.Approved(desk.Quoted().Id);
        var entry = crm.All<PriceExceptionLogRow>()[0];

        Assert.Equal(["KAM-PRC-047"], Crm.CodesOf(() => crm.Service.Update(new PriceExceptionLogRow { Id = entry.Id, Text = "Otherwise" })));
        Assert.Equal(["KAM-PRC-047"], Crm.CodesOf(() => crm.Service.Delete(PriceExceptionLogRow.Table, entry.Id)));
        Assert.Equal(["KAM-PRC-047"], Crm.CodesOf(() => crm.Create(new PriceExceptionLogRow
        {
            PriceExceptionId = new EntityReference(PriceExceptionRow.Table, id),
            Event = ExceptionEventChoice.Rejected,
            On = Crm.Today,
        })));
        Assert.Equal(2, desk.History(id).Count);
        Assert.Equal(desk.Beat.Id, crm.All<PriceExceptionLogRow>(PriceExceptionLogRow.Column.Event, (int)ExceptionEventChoice.Approved).Single().UserId!.Id);
    }

    [Fact]
    public void ALineWithoutException_CostsNoRequestWhenItChanges()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted(90m);

        var sent = crm.FromPlugins(() => crm.Service.Update(new QuoteLineRow { Id = line.Id, Quantity = 12m }));

        Assert.DoesNotContain(sent, one => one.FromPlugin!.Contains(".Pricing.Approvals.", StringComparison.Ordinal));
    }

    private void Change(ApprovalDesk desk, QuoteLineRow line, string change)
    {
        var quote = line.QuoteId!.Id;
        switch (change)
        {
            case "product":
                crm.Service.Update(new QuoteLineRow { Id = line.Id, ProductId = new EntityReference(ProductRow.Table, desk.Shop.Product("Cold sensor", 60m, 100m)) });
                return;
            case "write-in":
                crm.Service.Update(new QuoteLineRow { Id = line.Id, IsProductOverridden = true, ProductId = null, UoMId = null, ProductDescription = "Heat sensor" });
                return;
            case "unit":
                var carton = desk.Shop.Unit("Carton", 10m, desk.Shop.Piece);
                crm.Service.Update(new QuoteLineRow { Id = line.Id, UoMId = new EntityReference(UnitRow.Table, carton) });
                return;
            case "price":
                crm.Service.Update(new QuoteLineRow { Id = line.Id, PricePerUnit = new Money(83m) });
                return;
            case "quantity":
                crm.Service.Update(new QuoteLineRow { Id = line.Id, Quantity = 9m });
                return;
            case "discount":
                crm.Service.Update(new QuoteLineRow { Id = line.Id, ManualDiscountAmount = new Money(1m) });
                return;
            case "document discount":
                crm.Service.Update(new QuoteRow { Id = quote, DiscountAmount = new Money(5m) });
                return;
            case "document percentage":
                crm.Service.Update(new QuoteRow { Id = quote, DiscountPercentage = 1m });
                return;
            case "customer":
                var other = crm.Scored("Keller AG", 72m);
                crm.Segmented(other);
                crm.Service.Update(new QuoteRow { Id = quote, CustomerId = new EntityReference(AccountRow.Table, other) });
                return;
            default:
                crm.Service.Update(new QuoteLineRow { Id = line.Id, QuoteId = new EntityReference(QuoteRow.Table, desk.Shop.Quote()) });
                return;
        }
    }
}
