using System;
using System.Linq;
using System.ServiceModel;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>Whoever wants to send out a quote below the minimum without a signature, whatever way he takes.</summary>
public sealed class NoWayAroundTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AQuote_GoesOutWithEveryLineInItsCorridorOrSigned()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        desk.Added(line.QuoteId!.Id, 95m);
        desk.Added(line.QuoteId.Id, 86m);
        desk.Approved(line.Id);

        desk.Activate(line.QuoteId.Id);

        Assert.Equal(QuoteState.Active, crm.Read<QuoteRow>(line.QuoteId.Id).StateCode);
    }

    [Fact]
    public void ARefusal_NamesEveryLineItsStateAndTheWayOut_InTheReadersLanguage()
    {
        var desk = new ApprovalDesk(crm);
        crm.Speak(1031);
        var first = desk.Quoted();
        var quote = first.QuoteId!.Id;
        var (second, third, fourth, fifth) = (desk.Added(quote, 82m), desk.Added(quote, 82m), desk.Added(quote, 82m), desk.Added(quote, 82m));
        desk.Added(quote, 95m);
        desk.Ask(first.Id);
        ApprovalDesk.Decide(desk.Beat, desk.Ask(second), approves: false);
        desk.Approved(third);
        crm.Service.Update(new QuoteLineRow { Id = third, Quantity = 2m });
        desk.Approved(fourth, Crm.Today);
        Assert.NotEqual(Guid.Empty, fifth);
        crm.Clock.Advance(TimeSpan.FromDays(1));

        var refusal = Crm.Refusal(() => desk.Activate(quote));

        Assert.Equal(["KAM-PRC-041", "KAM-PRC-042", "KAM-PRC-043", "KAM-PRC-044", "KAM-PRC-040"], Crm.CodesOf(refusal).OrderBy(code => "12340".IndexOf(code[^1])));
        var said = refusal.Message.Split('\n');
        Assert.Equal(5, said.Length);
        Assert.All(said, sentence => Assert.Contains("Heat sensor", sentence, StringComparison.Ordinal));
        Assert.Contains(said, sentence => sentence.Contains("wartet auf den Entscheid von Team lead. Warten Sie", StringComparison.Ordinal));
        Assert.Contains(said, sentence => sentence.Contains("galt bis 31.03.2026", StringComparison.Ordinal));
        Assert.Equal(QuoteState.Draft, crm.Read<QuoteRow>(quote).StateCode);
    }

    [Fact]
    public void StatusChange_ByUpdate() => Refused(quote => crm.Service.Update(new QuoteRow { Id = quote, StateCode = QuoteState.Active, StatusCode = QuoteStatusReason.Open }));

    [Fact]
    public void StatusChange_BySetState() => Refused(quote => crm.Service.Execute(new SetStateRequest
    {
        EntityMoniker = new EntityReference(QuoteRow.Table, quote),
        State = new OptionSetValue((int)QuoteState.Active),
        Status = new OptionSetValue(-1),
    }));

    [Fact]
    public void StatusChange_ByUpdateMultiple() => Refused(quote => crm.Service.Execute(new UpdateMultipleRequest
    {
        Targets = new EntityCollection([new QuoteRow { Id = quote, StateCode = QuoteState.Active }]) { EntityName = QuoteRow.Table },
    }));

    [Fact]
    public void StatusChange_ByUpsert() => Refused(quote => crm.Service.Execute(new UpsertRequest { Target = new QuoteRow { Id = quote, StateCode = QuoteState.Active } }));

    [Fact]
    public void StatusChange_InATransaction() => Refused(quote => crm.Service.Execute(new ExecuteTransactionRequest
    {
        Requests = [new UpdateRequest { Target = new QuoteRow { Id = quote, StateCode = QuoteState.Active } }],
    }));

    [Fact]
    public void StatusChange_InABatch()
    {
        var desk = new ApprovalDesk(crm);
        var quote = desk.Quoted().QuoteId!.Id;

        var answer = (ExecuteMultipleResponse)crm.Service.Execute(new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = true },
            Requests = [new UpdateRequest { Target = new QuoteRow { Id = quote, StateCode = QuoteState.Active } }],
        });

        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(answer.Responses.Single().Fault));
        Assert.Equal(QuoteState.Draft, crm.Read<QuoteRow>(quote).StateCode);
    }

    [Fact]
    public void APriceThatChangesTogetherWithTheStatus() => Refused(90m, (_, quote) => crm.Service.Update(new QuoteRow { Id = quote, StateCode = QuoteState.Active, DiscountPercentage = 10m }));

    [Fact]
    public void APriceThatChangesInTheSameTransaction() => Refused(90m, (line, quote) => crm.Service.Execute(new ExecuteTransactionRequest
    {
        Requests =
        [
            new UpdateRequest { Target = new QuoteLineRow { Id = line, PricePerUnit = new Money(82m) } },
            new UpdateRequest { Target = new QuoteRow { Id = quote, StateCode = QuoteState.Active } },
        ],
    }));

    [Fact]
    public void WinningAQuoteWhoseApprovalHasExpired()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        desk.Approved(line.Id, Crm.Today.AddDays(1));
        desk.Activate(line.QuoteId!.Id);
        crm.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(["KAM-PRC-044"], Crm.CodesOf(() => Win(line.QuoteId.Id)));
        Assert.Equal(["KAM-PRC-044"], Crm.CodesOf(() => Convert(line.QuoteId.Id)));

        desk.Approved(line.Id);
        Win(line.QuoteId.Id);
        Assert.Equal(QuoteState.Won, crm.Read<QuoteRow>(line.QuoteId.Id).StateCode);
    }

    [Fact]
    public void ARevisedQuote_BeginsWithoutSignatures()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        desk.Approved(line.Id);
        desk.Activate(line.QuoteId!.Id);
        crm.Service.Execute(new CloseQuoteRequest { QuoteClose = new Entity("quoteclose") { ["quoteid"] = line.QuoteId, ["subject"] = "Revise" }, Status = new OptionSetValue(7) });

        var revised = ((ReviseQuoteResponse)crm.Service.Execute(new ReviseQuoteRequest { QuoteId = line.QuoteId.Id, ColumnSet = new ColumnSet(true) })).Entity.Id;

        Assert.NotEqual(PriceStatusChoice.Approved, crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, revised).Single().PriceStatus);
        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => desk.Activate(revised)));
    }

    [Fact]
    public void AnImportOfAnApprovedException()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        crm.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection(
            [
                new PriceExceptionRow
                {
                    QuoteLineId = line.ToEntityReference(), QuoteId = line.QuoteId, Reason = "Import", StatusCode = PriceExceptionStatusReason.Approved, ImportSequenceNumber = 1,
                    DecidedById = new EntityReference(UserRow.Table, desk.Beat.Id), ValidUntil = Crm.Today.AddDays(9),
                },
            ])
            { EntityName = PriceExceptionRow.Table },
        });

        Assert.Equal(["KAM-PRC-041"], Crm.CodesOf(() => desk.Activate(line.QuoteId!.Id)));
    }

    [Fact]
    public void LinesThatAreImportedAsApproved()
    {
        var desk = new ApprovalDesk(crm);
        var quote = desk.Shop.Quote();
        var line = desk.Shop.Line(quote, 82m);
        line.PriceStatus = PriceStatusChoice.Approved;
        line.Verdict = VerdictChoice.InCorridor;
        crm.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([line]) { EntityName = QuoteLineRow.Table } });

        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => desk.Activate(quote)));
    }

    [Fact]
    public void AVerdictWrittenByABulkUpdate() => Refused(82m, (line, quote) =>
    {
        crm.Service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([new QuoteLineRow { Id = line, PriceStatus = PriceStatusChoice.Approved, Verdict = VerdictChoice.InCorridor, RequiredLevelId = null }]) { EntityName = QuoteLineRow.Table },
        });
        crm.Service.Update(new QuoteRow { Id = quote, StateCode = QuoteState.Active });
    });

    [Fact]
    public void TheSignatureOfAnotherLine()
    {
        var desk = new ApprovalDesk(crm);
        var (signed, other) = (desk.Quoted(), desk.Quoted());
        var id = desk.Approved(signed.Id);
        crm.Service.Update(new QuoteLineRow { Id = other.Id, PriceExceptionId = new EntityReference(PriceExceptionRow.Table, id) });

        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => desk.Activate(other.QuoteId!.Id)));
    }

    [Fact]
    public void AnExceptionThatIsDeactivatedAndComesBack()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        var id = desk.Ask(line.Id);
        ApprovalDesk.Decide(desk.Beat, id, approves: false);

        Assert.Equal(["KAM-PRC-046"], Crm.CodesOf(() => crm.Service.Update(new PriceExceptionRow { Id = id, StateCode = PriceExceptionState.Active, StatusCode = PriceExceptionStatusReason.Approved })));
        Assert.Equal(["KAM-PRC-042"], Crm.CodesOf(() => desk.Activate(line.QuoteId!.Id)));
    }

    [Fact]
    public void APriceListThatChangesAfterTheApproval()
    {
        var desk = new ApprovalDesk(crm);
        var quote = desk.Anna.Given(QuoteRow.Table, desk.Shop.Quote());
        var line = crm.Create(desk.Shop.Line(quote));
        var item = crm.All<PriceListItemRow>(PriceListItemRow.Column.ProductId, desk.Shop.Sensor).Single();
        crm.Service.Update(new PriceListItemRow { Id = item.Id, Amount = new Money(82m) });
        crm.Service.Execute(new CalculatePriceRequest { Target = new EntityReference(QuoteRow.Table, quote) });
        desk.Approved(line);

        crm.Service.Update(new PriceListItemRow { Id = item.Id, Amount = new Money(81m) });
        crm.Service.Execute(new CalculatePriceRequest { Target = new EntityReference(QuoteRow.Table, quote) });

        Assert.Equal(["KAM-PRC-043"], Crm.CodesOf(() => desk.Activate(quote)));
    }

    [Fact]
    public void AMinimumThatRisesAfterTheApproval_NeedsWhoSignsSoMuch()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        desk.Approved(line.Id);

        crm.Service.Update(new PriceCorridorRow { Id = desk.Shop.Corridor, Minimum = new Money(94m) });

        Assert.Equal(["KAM-PRC-045"], Crm.CodesOf(() => desk.Activate(line.QuoteId!.Id)));
    }

    [Fact]
    public void AFloorThatRisesAfterTheApproval_IsNobodysToSign()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        desk.Approved(line.Id);

        crm.Service.Update(new PriceCorridorRow { Id = desk.Shop.Corridor, Floor = new Money(83m) });

        var refusal = Crm.Refusal(() => desk.Activate(line.QuoteId!.Id));
        Assert.Equal(["KAM-PRC-045"], Crm.CodesOf(refusal));
        Assert.DoesNotContain("83", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BypassParametersOfAnOrdinaryUser()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted();
        foreach (var parameter in new[] { "BypassCustomPluginExecution", "BypassBusinessLogicExecution" })
        {
            var update = new UpdateRequest { Target = new QuoteRow { Id = line.QuoteId!.Id, StateCode = QuoteState.Active } };
            update.Parameters[parameter] = parameter == "BypassCustomPluginExecution" ? true : "CustomSync";
            Assert.Throws<FaultException<OrganizationServiceFault>>(() => desk.Anna.Service.Execute(update));
        }
        Assert.Equal(QuoteState.Draft, crm.Read<QuoteRow>(line.QuoteId!.Id).StateCode);
    }

    [Fact]
    public void ALineThatIsAddedToAnActiveQuote()
    {
        var desk = new ApprovalDesk(crm);
        var quote = desk.Quoted(95m).QuoteId!.Id;
        desk.Activate(quote);

        // An administrator may still write there; anybody else is refused by the platform.
        var refused = Assert.ThrowsAny<Exception>(() => desk.Added(quote, 82m));
        Assert.NotNull(refused);
        Assert.Single(crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, quote));
    }

    [Fact]
    public void ALineOfAnActiveQuoteThatAnAdministratorChanges()
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted(95m);
        desk.Activate(line.QuoteId!.Id);

        Assert.ThrowsAny<FaultException<OrganizationServiceFault>>(() => crm.Service.Update(new QuoteLineRow { Id = line.Id, PricePerUnit = new Money(82m) }));
        Assert.Equal(95m, crm.Read<QuoteLineRow>(line.Id).PricePerUnit!.Value);
    }

    private void Refused(Action<Guid> activate) => Refused(82m, (_, quote) => activate(quote));

    private void Refused(decimal price, Action<Guid, Guid> activate)
    {
        var desk = new ApprovalDesk(crm);
        var line = desk.Quoted(price);

        Assert.Equal(["KAM-PRC-040"], Crm.CodesOf(() => activate(line.Id, line.QuoteId!.Id)));
        Assert.Equal(QuoteState.Draft, crm.Read<QuoteRow>(line.QuoteId!.Id).StateCode);
    }

    private void Win(Guid quote) => crm.Service.Execute(new WinQuoteRequest
    {
        QuoteClose = new Entity("quoteclose") { ["quoteid"] = new EntityReference(QuoteRow.Table, quote), ["subject"] = "Won" },
        Status = new OptionSetValue(-1),
    });

    private Guid Convert(Guid quote) =>
        ((ConvertQuoteToSalesOrderResponse)crm.Service.Execute(new ConvertQuoteToSalesOrderRequest { QuoteId = quote, ColumnSet = new ColumnSet(true) })).Entity.Id;
}
