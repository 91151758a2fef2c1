using System;
using System.Linq;
using System.Threading.Tasks;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Solutions.Bundles;

public sealed class AddBundleToQuoteTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AConfiguration_GoesOntoTheQuoteAsLinesAtThePriceOfEachComponent()
    {
        var bundle = new SmartLine(crm);
        var quote = SmartLine.Quote(crm);

        var answer = Add(quote, bundle, bundle.Good, "first");

        Assert.Equal(true, answer["IsNew"]);
        var offer = crm.Read<BundleOfferRow>((Guid)answer["BundleOfferId"]);
        Assert.Equal("Smart line – Smart line for Meier", offer.Name);
        Assert.Equal(crm.Read<QuoteRow>(quote).CustomerId, offer.AccountId);
        Assert.Equal(2_000m, offer.Price!.Value);
        Assert.Equal(1_000m, offer.Cost!.Value);
        Assert.Equal(1_000m, offer.Margin!.Value);
        Assert.Equal(3.25m, offer.Differentiation);
        var lines = Lines(quote);
        Assert.All(lines, line => Assert.Equal(offer.Id, line.BundleOfferId!.Id));
        Assert.Equal(["Controller 1 x 1000", "Heat sensor 5 x 100", "Remote service 1 x 500"], lines.Select(line => $"{line.ProductDescription} {line.Quantity:0} x {line.PricePerUnit!.Value:0}").Order());
        Assert.Equal(offer.Price.Value, crm.Read<QuoteRow>(quote).TotalAmount!.Value);
    }

    [Fact]
    public void ARepeatedRequest_AddsNothingAndNamesTheFirstOffer()
    {
        var bundle = new SmartLine(crm);
        var quote = SmartLine.Quote(crm);
        var first = Add(quote, bundle, bundle.Good, "same");

        var again = Add(quote, bundle, SmartLine.Choices((bundle.Service, 1m), (bundle.Heat, 5.0m), (bundle.Controller, 1m)), "same");

        Assert.Equal(false, again["IsNew"]);
        Assert.Equal(first["BundleOfferId"], again["BundleOfferId"]);
        Assert.Equal(3, Lines(quote).Length);
        Assert.Equal(["KAM-SOL-032"], Crm.CodesOf(() => Add(quote, bundle, SmartLine.Choices((bundle.Controller, 1m), (bundle.Heat, 4m)), "same")));
        Add(quote, bundle, bundle.Good, "other");
        Assert.Equal(6, Lines(quote).Length);
    }

    [Fact]
    public async Task CallsThatRace_AddTheBundleOnce()
    {
        var bundle = new SmartLine(crm);
        var quote = SmartLine.Quote(crm);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Add(quote, bundle, bundle.Good, "same"), TestContext.Current.CancellationToken)));

        Assert.Single(answers, answer => (bool)answer["IsNew"]);
        Assert.Single(answers.Select(answer => answer["BundleOfferId"]).Distinct());
        Assert.Equal(3, Lines(quote).Length);
    }

    [Fact]
    public void WhatDoesNotHold_AddsNothing()
    {
        var bundle = new SmartLine(crm);
        var quote = SmartLine.Quote(crm);

        Assert.Equal(["KAM-SOL-022", "KAM-SOL-024"], Crm.CodesOf(() => Add(quote, bundle, "[]", "a")));
        Assert.Equal(["KAM-SOL-028"], Crm.CodesOf(() => { var draft = new SmartLine(crm, isReleased: false); Add(quote, draft, draft.Good, "b"); }));
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => Add(quote, bundle, bundle.Good, " ")));
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => Add(quote, bundle, bundle.Good, new string('x', 101))));
        Assert.Empty(Lines(quote));
        Assert.Empty(crm.All<BundleOfferRow>());
    }

    [Fact]
    public void AQuoteThatIsNoDraft_TakesNoBundle_ButAnswersARepeatedRequest()
    {
        var bundle = new SmartLine(crm);
        var quote = SmartLine.Quote(crm);
        var first = Add(quote, bundle, bundle.Good, "same");
        crm.Service.Execute(new SetStateRequest { EntityMoniker = new EntityReference(QuoteRow.Table, quote), State = new OptionSetValue((int)QuoteState.Active), Status = new OptionSetValue(3) });

        Assert.Equal(["KAM-SOL-031"], Crm.CodesOf(() => Add(quote, bundle, bundle.Good, "late")));
        Assert.Equal(first["BundleOfferId"], Add(quote, bundle, bundle.Good, "same")["BundleOfferId"]);
    }

    [Fact]
    public void AQuoteInAnotherCurrency_TakesThePricesConverted()
    {
        var bundle = new SmartLine(crm);
        var euro = new EntityReference(CurrencyRow.Table, crm.Create(new CurrencyRow { CurrencyName = "Euro", ISOCurrencyCode = "EUR", CurrencySymbol = "€", CurrencyPrecision = 2, ExchangeRate = 0.95m }));
        var quote = SmartLine.Quote(crm, euro);

        var offer = crm.Read<BundleOfferRow>((Guid)Add(quote, bundle, bundle.Good, "euro")["BundleOfferId"]);

        Assert.Equal(1_900m, offer.Price!.Value);
        Assert.Equal(950m, offer.Margin!.Value);
        Assert.Equal(euro.Id, offer.TransactionCurrencyId!.Id);
        Assert.Equal([95m, 475m, 950m], Lines(quote).Select(line => line.PricePerUnit!.Value).Order());
    }

    [Fact]
    public void AProduct_IsSoldAsItselfInItsUnit()
    {
        var bundle = new SmartLine(crm, isReleased: false);
        var schedule = crm.Create(new UnitGroupRow { Name = "Pieces" });
        var unit = new EntityReference(UnitRow.Table, crm.Create(new UnitRow { Name = "Piece", Quantity = 1m, UoMScheduleId = new EntityReference(UnitGroupRow.Table, schedule) }));
        var product = crm.Create(new ProductRow { Name = "Heat sensor H7", ProductNumber = "H7", DefaultUoMScheduleId = new EntityReference(UnitGroupRow.Table, schedule), DefaultUoMId = unit, QuantityDecimal = 2 });
        crm.Service.Update(new BundleComponentRow { Id = bundle.Heat, ProductId = new EntityReference(ProductRow.Table, product) });
        bundle.Release();
        var quote = SmartLine.Quote(crm);

        Add(quote, bundle, bundle.Good, "product");

        var line = Lines(quote).Single(line => line.ProductId?.Id == product);
        Assert.Equal(unit.Id, line.UoMId!.Id);
        Assert.Equal(100m, line.PricePerUnit!.Value);
        Assert.Equal(500m, line.ExtendedAmount!.Value);
    }

    [Fact]
    public void TheOrderOfAWonQuote_NamesTheOfferOnEachLine()
    {
        var bundle = new SmartLine(crm);
        var quote = SmartLine.Quote(crm);
        var offer = (Guid)Add(quote, bundle, bundle.Good, "won")["BundleOfferId"];
        crm.Service.Execute(new SetStateRequest { EntityMoniker = new EntityReference(QuoteRow.Table, quote), State = new OptionSetValue((int)QuoteState.Active), Status = new OptionSetValue(3) });
        crm.Service.Execute(new WinQuoteRequest { QuoteClose = new Entity("quoteclose") { ["quoteid"] = new EntityReference(QuoteRow.Table, quote), ["subject"] = "Won" }, Status = new OptionSetValue(-1) });

        crm.Service.Execute(new ConvertQuoteToSalesOrderRequest { QuoteId = quote, ColumnSet = new ColumnSet(true) });

        Assert.Equal([offer, offer, offer], crm.All<OrderLineRow>().Select(line => line.BundleOfferId!.Id));
    }

    [Fact]
    public void RequestsOfItsOwn_AreElevenAndOneForEachLine_AndFourWhenRepeated()
    {
        var bundle = new SmartLine(crm);
        var quote = SmartLine.Quote(crm);

        var first = crm.FromPlugins(() => Add(quote, bundle, bundle.Good, "same"));
        var repeated = crm.FromPlugins(() => Add(quote, bundle, bundle.Good, "same"));

        Assert.Equal(11 + 3, first.Count(request => request.FromPlugin!.EndsWith(".AddBundleToQuote", StringComparison.Ordinal)));
        Assert.Equal(4, repeated.Count(request => request.FromPlugin!.EndsWith(".AddBundleToQuote", StringComparison.Ordinal)));
    }

    private QuoteLineRow[] Lines(Guid quote) => [.. crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, quote)];

    private OrganizationResponse Add(Guid quote, SmartLine bundle, string choices, string requestId) =>
        crm.Call("kam_AddBundleToQuote", ("QuoteId", quote), ("SolutionBundleId", bundle.Id), ("Choices", choices), ("RequestId", requestId));
}
