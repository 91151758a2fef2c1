using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>A signature is given here, or not at all: none is brought along by rows that say they have one.</summary>
public sealed class ImportedSignatureTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AConfigurationPackageWithAnApprovedException_IsRefused()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = Guid.NewGuid();

        var refused = Assert.ThrowsAny<Exception>(() => Import(
            Entity("kam_priceexception", ("kam_priceexceptionid", "guid", true), ("kam_quotelineid", "entityreference", false), ("kam_reason", "string", false), ("kam_validuntil", "datetime", false),
                ("statecode", "state", false), ("statuscode", "status", false)),
            Record("kam_priceexception", id, ("kam_priceexceptionid", $"{id}"), ("kam_quotelineid", $"{line.Id}\" lookupentity=\"quotedetail\" lookupentityname=\"Line"), ("kam_reason", "Import"),
                ("kam_validuntil", $"{Crm.Today.AddDays(9):yyyy-MM-dd}"), ("statecode", "0"), ("statuscode", $"{(int)PriceExceptionStatusReason.Approved}"))));

        Assert.Contains("KAM-PRC-046", refused.Message, StringComparison.Ordinal);
        Assert.Empty(crm.All<PriceExceptionRow>());
        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => desk.Activate(line.QuoteId!.Id)));
    }

    [Theory]
    [InlineData("CreateMultiple")]
    [InlineData("UpsertMultiple")]
    [InlineData("Upsert")]
    public void AnExceptionThatArrivesApproved_IsARequestLikeAnyOther(string message)
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var row = new PriceExceptionRow
        {
            Id = Guid.NewGuid(),
            QuoteLineId = line.ToEntityReference(),
            Reason = "Import",
            ValidUntil = Crm.Today.AddDays(9),
            StateCode = PriceExceptionState.Active,
            StatusCode = PriceExceptionStatusReason.Approved,
            DecidedById = new EntityReference(UserRow.Table, desk.Beat.Id),
            RequestedById = new EntityReference(UserRow.Table, desk.Carla.Id),
            ApprovalLevelId = new EntityReference(ApprovalLevelRow.Table, desk.Shop.TeamLead),
        };

        crm.Service.Execute(Request(message, row));

        Assert.Equal(PriceExceptionStatusReason.Requested, desk.Status(row.Id));
        Assert.Null(crm.Read<PriceExceptionRow>(row.Id).DecidedById);
        Assert.Equal(crm.Organisation.AdministratorId, crm.Read<PriceExceptionRow>(row.Id).RequestedById!.Id);
        Assert.Equal(["KAM-PRC-041"], Crm.CodesOf(() => desk.Activate(line.QuoteId!.Id)));
    }

    [Theory]
    [InlineData("UpdateMultiple")]
    [InlineData("UpsertMultiple")]
    [InlineData("Upsert")]
    public void AnOpenRequest_IsNotApprovedByWritingOverIt(string message)
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Ask(line.Id);

        Assert.Equal(["KAM-PRC-046"], Crm.CodesOf(() => crm.Service.Execute(Request(message, new PriceExceptionRow { Id = id, StatusCode = PriceExceptionStatusReason.Approved }))));

        Assert.Equal(PriceExceptionStatusReason.Requested, desk.Status(id));
    }

    [Fact]
    public void AQuoteThatIsImportedWhole_WithLinesAndSignatures_DoesNotArriveActive()
    {
        var desk = new ApprovalDesk(crm);
        var quote = new QuoteRow
        {
            Id = Guid.NewGuid(),
            Name = "Imported",
            CustomerId = new EntityReference(AccountRow.Table, desk.Shop.Customer),
            PriceLevelId = new EntityReference(PriceListRow.Table, desk.Shop.PriceList),
            TransactionCurrencyId = desk.Shop.Currency,
        };
        var (first, second) = (desk.Shop.Line(quote.Id, 82m), desk.Shop.Line(quote.Id, 76m));
        foreach (var line in new[] { first, second })
        {
            line.Id = Guid.NewGuid();
            line.PriceStatus = PriceStatusChoice.Approved;
        }
        var signed = new PriceExceptionRow { Id = Guid.NewGuid(), QuoteLineId = first.ToEntityReference(), QuoteId = quote.ToEntityReference(), Reason = "Import", ValidUntil = Crm.Today.AddDays(9), StatusCode = PriceExceptionStatusReason.Approved };

        // As a loader of a history sends it: rows first, states last, all of it or nothing.
        var refused = Crm.Refusal(() => crm.Service.Execute(new ExecuteTransactionRequest
        {
            Requests =
            [
                Request("CreateMultiple", quote),
                Request("CreateMultiple", first, second),
                Request("CreateMultiple", signed),
                Request("UpdateMultiple", new QuoteRow { Id = quote.Id, StateCode = QuoteState.Active }),
            ],
        }));

        Assert.Equal(["KAM-PRC-040", "KAM-PRC-041"], Crm.CodesOf(refused).Order(StringComparer.Ordinal));
        Assert.Empty(crm.All<QuoteRow>());
    }

    [Fact]
    public void ARevisedQuoteOfSeveralSignedLines_IsSignedAnew_LineByLine()
    {
        var desk = new ApprovalDesk(crm);
        var quote = desk.Quoted().QuoteId!.Id;
        desk.Added(quote, 83m);
        desk.Added(quote, 90m);
        var old = crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, quote).Where(line => line.PriceStatus == PriceStatusChoice.NeedsApproval).Select(line => desk.Approved(line.Id)).ToList();
        desk.Activate(quote);
        crm.Service.Execute(new CloseQuoteRequest { QuoteClose = new Entity("quoteclose") { ["quoteid"] = new EntityReference(QuoteRow.Table, quote), ["subject"] = "Revise" }, Status = new OptionSetValue(7) });

        var revised = ((ReviseQuoteResponse)crm.Service.Execute(new ReviseQuoteRequest { QuoteId = quote, ColumnSet = new ColumnSet(true) })).Entity.Id;

        var lines = crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, revised);
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.Null(line.PriceExceptionId));
        Assert.Equal(["KAM-PRC-040", "KAM-PRC-040"], Crm.CodesOf(() => desk.Activate(revised)));
        Assert.All(old, id => Assert.Equal(quote, crm.Read<PriceExceptionRow>(id).QuoteId!.Id));

        desk.Anna.Given(QuoteRow.Table, revised);
        foreach (var line in lines.Where(line => line.PriceStatus == PriceStatusChoice.NeedsApproval)) desk.Approved(line.Id);
        desk.Activate(revised);
        Assert.Equal(QuoteState.Active, crm.Read<QuoteRow>(revised).StateCode);
    }

    private static OrganizationRequest Request(string message, params Entity[] rows)
    {
        var together = new EntityCollection([.. rows]) { EntityName = rows[0].LogicalName };
        return message switch
        {
            "CreateMultiple" => new CreateMultipleRequest { Targets = together },
            "UpdateMultiple" => new UpdateMultipleRequest { Targets = together },
            "UpsertMultiple" => new UpsertMultipleRequest { Targets = together },
            _ => new UpsertRequest { Target = rows[0] },
        };
    }

    private static string Entity(string table, params (string Name, string Type, bool IsKey)[] fields) =>
        $"""<entity name="{table}" primaryidfield="{table}id"><fields>{string.Concat(fields.Select(field => $"""<field name="{field.Name}" type="{field.Type}"{(field.IsKey ? " primaryKey=\"true\"" : "")} />"""))}</fields></entity>""";

    private static string Record(string table, Guid id, params (string Name, string Value)[] fields) =>
        $"""<entity name="{table}"><records><record id="{id}">{string.Concat(fields.Select(field => $"""<field name="{field.Name}" value="{field.Value}" />"""))}</record></records></entity>""";

    private void Import(string declaration, string data)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in new Dictionary<string, string> { ["data_schema.xml"] = declaration, ["data.xml"] = data })
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes($"<entities>{text}</entities>"));
            }
        }
        stream.Position = 0;
        crm.Organisation.ImportConfigurationData(stream);
    }
}
