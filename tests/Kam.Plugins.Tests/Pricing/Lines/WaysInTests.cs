using System;
using System.Linq;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Lines;

/// <summary>Lines that the platform itself makes are judged like those a person enters.</summary>
public sealed class WaysInTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AnOrderMadeFromAQuote_AndARevisedQuote_HaveTheirLinesJudged()
    {
        var shop = new PricedShop(crm);
        var quote = shop.Quote();
        crm.Create(shop.Line(quote, 96m, quantity: 2m));
        crm.Service.Execute(new SetStateRequest { EntityMoniker = new EntityReference(QuoteRow.Table, quote), State = new OptionSetValue((int)QuoteState.Active), Status = new OptionSetValue(3) });
        // What was the target is the minimum by the time the order is made.
        crm.Service.Update(new PriceCorridorRow { Id = shop.Corridor, Target = new Money(99m), Minimum = new Money(95m) });
        crm.Service.Execute(new WinQuoteRequest { QuoteClose = new Entity("quoteclose") { ["quoteid"] = new EntityReference(QuoteRow.Table, quote), ["subject"] = "Won" }, Status = new OptionSetValue(-1) });
        var order = ((ConvertQuoteToSalesOrderResponse)crm.Service.Execute(new ConvertQuoteToSalesOrderRequest { QuoteId = quote, ColumnSet = new ColumnSet(true) })).Entity.Id;

        var line = crm.All<OrderLineRow>(OrderLineRow.Column.SalesOrderId, order).Single();

        Assert.Equal(PriceStatusChoice.BelowTarget, line.PriceStatus);
        Assert.Equal(96m, line.PocketPrice!.Value);
        Assert.Equal(72m, line.PocketMargin!.Value);
        Assert.Equal(PriceStatusChoice.BelowTarget, crm.Read<OrderRow>(order).PriceStatus);
    }

    [Fact]
    public void AnotherPriceList_JudgesTheLinesAgain()
    {
        var shop = new PricedShop(crm);
        var quote = shop.Quote();
        var line = crm.Create(shop.Line(quote));
        Assert.Equal(100m, crm.Read<QuoteLineRow>(line).PocketPrice!.Value);
        var cheaper = crm.Create(new PriceListRow { Name = "Cheap list", TransactionCurrencyId = shop.Currency });
        crm.Create(new PriceListItemRow
        {
            PriceLevelId = new EntityReference(PriceListRow.Table, cheaper),
            ProductId = new EntityReference(ProductRow.Table, shop.Sensor),
            UoMId = new EntityReference(UnitRow.Table, shop.Piece),
            Amount = new Money(80m),
        });

        crm.Service.Update(new QuoteRow { Id = quote, PriceLevelId = new EntityReference(PriceListRow.Table, cheaper) });

        Assert.Equal(80m, crm.Read<QuoteLineRow>(line).PocketPrice!.Value);
        Assert.Equal(PriceStatusChoice.NeedsApproval, crm.Read<QuoteRow>(quote).PriceStatus);
    }

    [Fact]
    public void AmountsSentPastThePriceCalculation_AreWhatIsJudged()
    {
        var shop = new PricedShop(crm);
        var line = shop.Line(shop.Quote(), 100m, quantity: 2m);
        line.SkipPriceCalculation = new OptionSetValue(1);
        line.BaseAmount = new Money(120m);
        line.ExtendedAmount = new Money(120m);

        var stored = crm.Read<QuoteLineRow>(crm.Create(line));

        Assert.Equal(60m, stored.PocketPrice!.Value);
        Assert.Equal(PriceStatusChoice.NeedsApproval, stored.PriceStatus);
    }
}
