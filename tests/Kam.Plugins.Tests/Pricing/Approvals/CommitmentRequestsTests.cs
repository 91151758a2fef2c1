using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Kam.Plugins.Tests.Pricing.Lines;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>What going out costs: the lines of a document are judged together, and as each of them is judged alone.</summary>
public sealed class CommitmentRequestsTests(PackedSolution solution) : IDisposable
{
    private const string Cover = ".GuardCommitment", Approvals = ".Pricing.Approvals.", Pricing = ".Pricing.";

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 4)]
    [InlineData(40, 4)]
    [InlineData(200, 4)]
    public void ActivatingAQuoteInItsCorridor_TakesTheSameRequestsForAnyNumberOfLines(int lines, int requests)
    {
        var shop = new PricedShop(crm);
        var quote = Quote(shop, lines, 90m);

        Assert.Equal(requests, Sent(Pricing, () => Activate(quote)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    public void ActivatingASignedQuote_TakesTwoRequestsMore(int lines)
    {
        var desk = new ApprovalDesk(crm);
        var quote = Quote(desk.Shop, lines, ApprovalDesk.OfTeamLead);
        desk.Anna.Given(QuoteRow.Table, quote);
        foreach (var line in crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, quote)) desk.Approved(line.Id);

        Assert.Equal(6, Sent(Approvals, () => Activate(quote)));
    }

    [Fact]
    public void Refusing_TakesThatManyAsWell_AndNamesEachLine()
    {
        var shop = new PricedShop(crm);
        var quote = Quote(shop, 60, 82m);
        IReadOnlyList<string> codes = [];

        // Six, and the language of the reader.
        Assert.Equal(7, Sent(Approvals, () => codes = Crm.CodesOf(() => Activate(quote))));
        Assert.Equal(Enumerable.Repeat("KAM-PRC-040", 60), codes);
    }

    [Fact]
    public void SeveralHundredProducts_TakeOneRequestMoreForEachTwoHundred()
    {
        var shop = new PricedShop(crm);
        var quote = shop.Quote();
        foreach (var number in Enumerable.Range(0, 205))
        {
            var line = shop.Line(quote, 90m);
            line.ProductId = new EntityReference(ProductRow.Table, shop.Product($"Sensor {number}", 60m, 100m));
            crm.Create(line);
        }

        Assert.Equal(5, Sent(Cover, () => Activate(quote)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    public void OrderingAQuote_TakesOneRequestALineToJudgeIt_AndTheSameForTheWhole(int lines)
    {
        var shop = new PricedShop(crm);
        var quote = Quote(shop, lines, 90m);
        Activate(quote);
        Win(quote);

        var sent = crm.FromPlugins(() => Order(quote));

        Assert.Equal(4, Count(sent, Cover));
        Assert.Equal(lines, sent.Count(one => one.FromPlugin!.EndsWith(".JudgeOrderLine", StringComparison.Ordinal) && one.Table == OrderRow.Table && one.MessageName == "RetrieveMultiple"));
        Assert.Equal(4, Count(sent, Approvals));
    }

    [Fact]
    public void FulfillingAnOrder_TakesTheSameRequestsForAnyNumberOfLines()
    {
        var shop = new PricedShop(crm);
        var counts = new[] { 3, 30 }.Select(lines =>
        {
            var quote = Quote(shop, lines, 90m);
            Activate(quote);
            Win(quote);
            var order = Order(quote);
            return Sent(Approvals, () => crm.FulfilToday(order));
        }).ToList();

        Assert.Equal([4, 4], counts);
    }

    [Fact]
    public void LinesJudgedTogether_StandAsTheyDoAlone()
    {
        var shop = new PricedShop(crm);
        var carton = shop.Unit("Carton", 10m, shop.Piece);
        shop.Listed(shop.Sensor, carton, 950m);
        var dearer = shop.Product("Dear sensor", 84m, 200m);
        var alien = shop.Product("Belt", 10m, 50m, isInFamily: false);
        var stacked = shop.Product("Stacked sensor", 60m, 100m);
        Stack(shop, stacked, from: 50m, percent: 18m);
        shop.Model(ConditionKindChoice.Volume, 20m, 3m);
        var line = Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Int[66, 104], Gen.Int[1, 60], Gen.Int[0, 3]);
        Gen.Select(line.Array[2, 9], Gen.Int[0, 2]).Sample((drawn, percent) =>
        {
            var quote = shop.Quote();
            if (percent > 0) crm.Service.Update(new QuoteRow { Id = quote, DiscountPercentage = percent });
            foreach (var (product, isCarton, price, quantity, atList) in drawn)
            {
                var row = shop.Line(quote, atList == 0 ? null : price * (isCarton && product == 0 ? 10m : 1m), quantity);
                row.ProductId = new EntityReference(ProductRow.Table, new[] { shop.Sensor, dearer, alien, stacked }[product]);
                if (isCarton && product == 0) row.UoMId = new EntityReference(UnitRow.Table, carton);
                crm.Create(row);
            }
            var lines = crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, quote);
            // Each line was judged alone, and after the last one stands as it does in the whole document.
            foreach (var one in lines) crm.Service.Update(new QuoteLineRow { Id = one.Id, Quantity = one.Quantity });
            var unsigned = crm.All<QuoteLineRow>(QuoteLineRow.Column.QuoteId, quote).Count(one => one.RequiredLevelId is not null || one.PriceStatus == PriceStatusChoice.NeedsApproval);

            if (unsigned == 0) Activate(quote);
            else Assert.Equal(unsigned, Crm.CodesOf(() => Activate(quote)).Count);
        }, iter: 60, threads: 1);
    }

    private void Stack(PricedShop shop, Guid product, decimal from, decimal percent)
    {
        var list = crm.Create(new Entity("discounttype") { ["name"] = "Stack", ["isamounttype"] = false });
        crm.Create(new Entity(DiscountRow.Table)
        {
            ["discounttypeid"] = new EntityReference("discounttype", list),
            [DiscountRow.Column.LowQuantity] = from,
            [DiscountRow.Column.HighQuantity] = 1_000m,
            [DiscountRow.Column.Percentage] = percent,
        });
        var item = crm.All<PriceListItemRow>(PriceListItemRow.Column.ProductId, product).Single();
        crm.Service.Update(new PriceListItemRow { Id = item.Id, DiscountTypeId = new EntityReference("discounttype", list) });
        Assert.Equal(shop.PriceList, item.PriceLevelId!.Id);
    }

    private Guid Quote(PricedShop shop, int lines, decimal price)
    {
        var quote = shop.Quote();
        foreach (var number in Enumerable.Range(1, lines)) crm.Create(shop.Line(quote, price, number));
        return quote;
    }

    private int Sent(string from, Action action) => Count(crm.FromPlugins(action), from);

    private static int Count(IEnumerable<Local.Dataverse.RequestObservation> sent, string from) => sent.Count(one => one.FromPlugin!.Contains(from, StringComparison.Ordinal));

    private void Activate(Guid quote) => crm.Service.Update(new QuoteRow { Id = quote, StateCode = QuoteState.Active });

    private void Win(Guid quote) => crm.Service.Execute(new WinQuoteRequest
    {
        QuoteClose = new Entity("quoteclose") { ["quoteid"] = new EntityReference(QuoteRow.Table, quote), ["subject"] = "Won" },
        Status = new OptionSetValue(-1),
    });

    private Guid Order(Guid quote) =>
        ((ConvertQuoteToSalesOrderResponse)crm.Service.Execute(new ConvertQuoteToSalesOrderRequest { QuoteId = quote, ColumnSet = new ColumnSet(true) })).Entity.Id;
}
