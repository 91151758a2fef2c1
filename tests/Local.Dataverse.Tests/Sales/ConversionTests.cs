using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Sales;

public sealed class ConversionTests : IDisposable
{
    private static readonly ColumnSet All = new(true);
    private readonly SalesRows sales = new();

    public void Dispose() => sales.Dispose();

    [Theory]
    [InlineData("quote")]
    [InlineData("salesorder")]
    public void FromAnOpportunity_ADocumentTakesCustomerPricesAndLines(string table)
    {
        var opportunity = sales.Document("opportunity", o =>
        {
            o["discountpercentage"] = 10m;
            o["freightamount"] = new Money(12m);
            o["isrevenuesystemcalculated"] = true;
        });
        sales.Line(opportunity, 3m);
        sales.Line(opportunity, 2m, 45m, l => l["tax"] = new Money(7m));

        OrganizationRequest request = table == "quote"
            ? new GenerateQuoteFromOpportunityRequest { OpportunityId = opportunity.Id, ColumnSet = All }
            : new GenerateSalesOrderFromOpportunityRequest { OpportunityId = opportunity.Id, ColumnSet = All };
        var made = (Entity)sales.Service.Execute(request)["Entity"];

        Assert.Equal(table, made.LogicalName);
        Assert.Equal(opportunity.Id, made.GetAttributeValue<EntityReference>("opportunityid").Id);
        Assert.Equal(sales.Customer.Id, made.GetAttributeValue<EntityReference>("customerid").Id);
        Assert.Equal("Anlage Süd", made["name"]);
        // (300 + 90) less 10 %, plus freight and tax.
        Assert.Equal(370m, made.GetAttributeValue<Money>("totalamount").Value);
        Assert.Equal(370m, sales.AmountOf(opportunity, "estimatedvalue"));
        Assert.Equal([90m, 300m], sales.Lines(made.ToEntityReference()).Select(l => l.GetAttributeValue<Money>("baseamount").Value).Order());
    }

    [Fact]
    public void AnActiveQuote_BecomesAnOrderWithItsPricesAndIsWon()
    {
        var quote = Active(sales.Document("quote"), line: 3m);
        sales.Service.Update(new Entity("productpricelevel", sales.Item) { ["amount"] = new Money(150m) });

        var order = Order(quote);

        Assert.Equal("2/4", sales.StateOf(quote));
        Assert.Equal("Angenommen", sales.Organization.Rows("quoteclose").Single()["subject"]);
        Assert.Equal(quote.Id, order.GetAttributeValue<EntityReference>("quoteid").Id);
        Assert.True(order.GetAttributeValue<bool>("ispricelocked"));
        Assert.Equal(300m, order.GetAttributeValue<Money>("totalamount").Value);
        var line = sales.Lines(order.ToEntityReference()).Single();
        Assert.Equal(100m, line.GetAttributeValue<Money>("priceperunit").Value);
        Assert.Equal(sales.Lines(quote).Single().Id, line.GetAttributeValue<EntityReference>("quotedetailid").Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void AQuoteThatIsNeitherActiveNorWon_IsNotConverted(int state)
    {
        var quote = sales.Document("quote");
        if (state == 3) CloseQuote(quote);

        Assert.Equal(unchecked((int)0x80040233), TestOrganization.Refused(() => Order(quote)).ErrorCode);
        Assert.Empty(sales.Organization.Rows("salesorder"));
    }

    [Fact]
    public void UnlockedPrices_FollowThePriceListAgain()
    {
        var order = Order(Active(sales.Document("quote"), line: 2m)).ToEntityReference();
        sales.Service.Update(new Entity("productpricelevel", sales.Item) { ["amount"] = new Money(150m) });
        var line = sales.Lines(order).Single().Id;
        sales.Service.Update(new Entity("salesorderdetail", line) { ["quantity"] = 2m });
        Assert.Equal(200m, sales.AmountOf(order, "totalamount"));

        sales.Service.Execute(new UnlockSalesOrderPricingRequest { SalesOrderId = order.Id });
        Assert.Equal(300m, sales.AmountOf(order, "totalamount"));

        sales.Service.Execute(new LockSalesOrderPricingRequest { SalesOrderId = order.Id });
        Assert.True(sales.Read(order).GetAttributeValue<bool>("ispricelocked"));
    }

    [Fact]
    public void AnOrder_BecomesAnInvoiceAndIsInvoiced()
    {
        var order = sales.Document("salesorder");
        sales.Line(order, 4m);

        var invoice = ((ConvertSalesOrderToInvoiceResponse)sales.Service.Execute(new ConvertSalesOrderToInvoiceRequest { SalesOrderId = order.Id, ColumnSet = All })).Entity;

        Assert.Equal("4/100003", sales.StateOf(order));
        Assert.Equal(order.Id, invoice.GetAttributeValue<EntityReference>("salesorderid").Id);
        Assert.Equal(400m, invoice.GetAttributeValue<Money>("totalamount").Value);
        Assert.True(invoice.GetAttributeValue<bool>("ispricelocked"));
        Assert.Single(sales.Lines(invoice.ToEntityReference()));
    }

    [Fact]
    public void ARevisedQuote_IsADraftWithTheSameNumberAndTheNextRevision()
    {
        var quote = Active(sales.Document("quote"), line: 3m);
        CloseQuote(quote, status: 7);

        var revised = Revise(quote);

        Assert.Equal(sales.Read(quote)["quotenumber"], revised["quotenumber"]);
        Assert.Equal(sales.Read(quote).GetAttributeValue<int>("revisionnumber") + 1, revised["revisionnumber"]);
        Assert.Equal("0/1", sales.StateOf(revised.ToEntityReference()));
        Assert.Equal(300m, revised.GetAttributeValue<Money>("totalamount").Value);
        Assert.Equal("3/7", sales.StateOf(quote));
        Assert.Equal(unchecked((int)0x80048d00), TestOrganization.Refused(() => Revise(quote)).ErrorCode);
    }

    [Fact]
    public void AnOpenQuote_CannotBeRevised() =>
        Assert.Equal(unchecked((int)0x80040233), TestOrganization.Refused(() => Revise(sales.Document("quote"))).ErrorCode);

    [Fact]
    public void APlugInOnALineOfTheNewDocument_CanRefuseTheWholeConversion()
    {
        var quote = Active(sales.Document("quote"), line: 1m);
        sales.Organization.Step("Refuse", "Create", "salesorderdetail", 40, new StepOptions { Configuration = "Not these." });

        TestOrganization.Refused(() => Order(quote));

        Assert.Equal("1/2", sales.StateOf(quote));
        Assert.Empty(sales.Organization.Rows("salesorder"));
        Assert.Empty(sales.Organization.Rows("quoteclose"));
    }

    private EntityReference Active(EntityReference quote, decimal line)
    {
        sales.Line(quote, line);
        sales.Change(quote, "statecode", new OptionSetValue(1));
        return quote;
    }

    private void CloseQuote(EntityReference quote, int status = -1) => sales.Service.Execute(
        new CloseQuoteRequest { QuoteClose = new Entity("quoteclose") { ["quoteid"] = quote, ["subject"] = "Zu teuer" }, Status = new OptionSetValue(status) });

    private Entity Order(EntityReference quote) => ((ConvertQuoteToSalesOrderResponse)sales.Service.Execute(new ConvertQuoteToSalesOrderRequest
    {
        QuoteId = quote.Id,
        ColumnSet = All,
        QuoteCloseSubject = "Angenommen",
        QuoteCloseStatus = new OptionSetValue(4),
        QuoteCloseDate = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc),
    })).Entity;

    private Entity Revise(EntityReference quote) => ((ReviseQuoteResponse)sales.Service.Execute(new ReviseQuoteRequest { QuoteId = quote.Id, ColumnSet = All })).Entity;
}
