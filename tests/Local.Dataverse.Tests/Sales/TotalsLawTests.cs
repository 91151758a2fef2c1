using System;
using System.Linq;
using CsCheck;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Sales;

public sealed class TotalsLawTests : IDisposable
{
    private const int Cases = 25;

    private static readonly Gen<(int Quantity, int Price, int Discount, int Tax)[]> lines =
        Gen.Select(Gen.Int[-20, 500], Gen.Int[0, 100_000], Gen.Int[0, 5_000], Gen.Int[0, 3_000]).Array[1, 6];

    private readonly SalesRows sales = new();

    public void Dispose() => sales.Dispose();

    [Fact]
    public void Totals_AreThoseOfTheLinesHoweverTheDocumentCameAbout() => Gen.Select(lines, Gen.Int[0, 10_000], Gen.Int[0, 5_000]).Sample((given, percentage, freight) =>
    {
        var quote = sales.Document("quote", q =>
        {
            q["discountpercentage"] = percentage / 100m;
            q["freightamount"] = new Money(freight / 100m);
        });
        foreach (var (quantity, price, discount, tax) in given)
        {
            sales.Line(quote, quantity, price / 100m, l =>
            {
                l["manualdiscountamount"] = new Money(discount / 100m);
                l["tax"] = new Money(tax / 100m);
            });
        }
        var detail = given.Sum(l => l.Quantity * l.Price / 100m - l.Discount / 100m);
        var discountOfDocument = Math.Round(detail * percentage / 100m / 100m, 2, MidpointRounding.AwayFromZero);
        var expected = detail - discountOfDocument + freight / 100m + given.Sum(l => l.Tax / 100m);

        Assert.Equal(expected, sales.AmountOf(quote, "totalamount"));

        sales.Change(quote, "statecode", new OptionSetValue(1));
        var order = ((ConvertQuoteToSalesOrderResponse)sales.Service.Execute(
            new ConvertQuoteToSalesOrderRequest { QuoteId = quote.Id, ColumnSet = new ColumnSet(true), QuoteCloseStatus = new OptionSetValue(-1) })).Entity;
        Assert.Equal(expected, order.GetAttributeValue<Money>("totalamount").Value);
        var invoice = ((ConvertSalesOrderToInvoiceResponse)sales.Service.Execute(
            new ConvertSalesOrderToInvoiceRequest { SalesOrderId = order.Id, ColumnSet = new ColumnSet(true) })).Entity;
        Assert.Equal(expected, invoice.GetAttributeValue<Money>("totalamount").Value);
        Assert.Equal(sales.AmountOf(quote, "totallineitemdiscountamount"), invoice.GetAttributeValue<Money>("totallineitemdiscountamount").Value);
    }, iter: Cases, threads: 1);
}
