using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Sales;

public sealed class SalesCalculationTests : IDisposable
{
    private readonly TestOrganization organization = new();
    private readonly EntityReference priceList, product, unit;

    public SalesCalculationTests()
    {
        var service = organization.Service;
        var schedule = organization.Write(new Entity("uomschedule") { ["name"] = "Stück", ["baseuomname"] = "Stück" });
        unit = new EntityReference("uom", organization.Write(new Entity("uom") { ["name"] = "Stück", ["quantity"] = 1m, ["uomscheduleid"] = new EntityReference("uomschedule", schedule) }));
        product = new EntityReference("product", organization.Write(new Entity("product")
        {
            ["name"] = "Sensor",
            ["productnumber"] = "S-1",
            ["defaultuomid"] = unit,
            ["defaultuomscheduleid"] = new EntityReference("uomschedule", schedule),
        }));
        priceList = new EntityReference("pricelevel", service.Create(new Entity("pricelevel") { ["name"] = "Liste 2026", ["transactioncurrencyid"] = Currency }));
        organization.Write(new Entity("productpricelevel") { ["pricelevelid"] = priceList, ["productid"] = product, ["uomid"] = unit, ["amount"] = new Money(100m) });
    }

    private EntityReference Currency => new("transactioncurrency", organization.Dataverse.BaseCurrencyId);

    public void Dispose() => organization.Dispose();

    // quantity, discount, tax | base amount, extended amount
    public static TheoryData<decimal, decimal, decimal, decimal, decimal> Lines => new()
    {
        { 3m, 0m, 0m, 300m, 300m },
        { 3m, 20m, 22.68m, 300m, 302.68m },
        { -2m, 0m, 0m, -200m, -200m },
        { 0.333m, 0m, 0m, 33.30m, 33.30m },
    };

    [Theory, MemberData(nameof(Lines))]
    public void ALine_TakesThePriceOfThePriceListAndItsAmounts(decimal quantity, decimal discount, decimal tax, decimal baseAmount, decimal extended)
    {
        var order = Order();

        var line = Read("salesorderdetail", organization.Service.Create(new Entity("salesorderdetail")
        {
            ["salesorderid"] = order,
            ["productid"] = product,
            ["uomid"] = unit,
            ["quantity"] = quantity,
            ["manualdiscountamount"] = new Money(discount),
            ["tax"] = new Money(tax),
        }));

        Assert.Equal(100m, Amount(line, "priceperunit"));
        Assert.Equal(baseAmount, Amount(line, "baseamount"));
        Assert.Equal(extended, Amount(line, "extendedamount"));
    }

    [Fact]
    public void AnOverriddenPrice_IsKeptAndAmountsAreRoundedToTheCurrency()
    {
        var line = Read("salesorderdetail", organization.Service.Create(Line(Order(), 3m, 33.33m)));

        Assert.Equal(33.33m, Amount(line, "priceperunit"));
        Assert.Equal(99.99m, Amount(line, "extendedamount"));
    }

    [Fact]
    public void ALineWithoutPriceListItem_KeepsItsPriceAndIsMarked()
    {
        var other = new EntityReference("pricelevel", organization.Service.Create(new Entity("pricelevel") { ["name"] = "Leer", ["transactioncurrencyid"] = Currency }));
        var line = Line(Order(other), 2m, 50m);
        line["ispriceoverridden"] = false;

        var stored = Read("salesorderdetail", organization.Service.Create(line));

        Assert.Equal(100m, Amount(stored, "extendedamount"));
        Assert.Equal(11, stored.GetAttributeValue<OptionSetValue>("pricingerrorcode").Value);
    }

    [Fact]
    public void ADocument_AddsUpItsLinesDiscountsFreightAndTax()
    {
        var order = Order();
        organization.Service.Update(new Entity("salesorder", order.Id) { ["discountpercentage"] = 10m, ["discountamount"] = new Money(5m), ["freightamount"] = new Money(12m) });
        organization.Service.Create(Line(order, 3m, 100m, discount: 20m, tax: 8.10m));
        organization.Service.Create(Line(order, 1m, 50m));

        var totals = Read("salesorder", order.Id);

        Assert.Equal(330m, Amount(totals, "totallineitemamount"));
        Assert.Equal(20m, Amount(totals, "totallineitemdiscountamount"));
        Assert.Equal(38m, Amount(totals, "totaldiscountamount"));
        Assert.Equal(292m, Amount(totals, "totalamountlessfreight"));
        Assert.Equal(8.10m, Amount(totals, "totaltax"));
        Assert.Equal(312.10m, Amount(totals, "totalamount"));
    }

    [Fact]
    public void ChangingAndDeletingALine_MovesTheTotals()
    {
        var order = Order();
        var line = organization.Service.Create(Line(order, 2m, 100m));
        organization.Service.Create(Line(order, 1m, 10m));

        organization.Service.Update(new Entity("salesorderdetail", line) { ["quantity"] = 5m });
        Assert.Equal(510m, Amount(Read("salesorder", order.Id), "totalamount"));

        organization.Service.Delete("salesorderdetail", line);
        Assert.Equal(10m, Amount(Read("salesorder", order.Id), "totalamount"));
    }

    // skippricecalculation | amounts as the caller gave them: when created, when changed
    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, true, false)]
    [InlineData(2, false, true)]
    [InlineData(3, true, true)]
    public void ALineThatSkipsTheCalculation_KeepsItsAmountsAndCountsInTheTotals(int skip, bool keptWhenCreated, bool keptWhenChanged)
    {
        var order = Order();
        var given = Line(order, 2m, 100m);
        given["skippricecalculation"] = new OptionSetValue(skip);
        given["baseamount"] = given["extendedamount"] = new Money(777m);

        var line = organization.Service.Create(given);
        var created = keptWhenCreated ? 777m : 200m;
        Assert.Equal(created, Amount(Read("salesorderdetail", line), "extendedamount"));
        Assert.Equal(created, Amount(Read("salesorder", order.Id), "totalamount"));

        organization.Service.Update(new Entity("salesorderdetail", line) { ["quantity"] = 5m, ["baseamount"] = new Money(888m), ["extendedamount"] = new Money(888m) });
        var changed = keptWhenChanged ? 888m : 500m;
        Assert.Equal(changed, Amount(Read("salesorderdetail", line), "extendedamount"));
        Assert.Equal(changed, Amount(Read("salesorder", order.Id), "totalamount"));
    }

    [Fact]
    public void ManyLinesInOneRequest_UpdateTheirDocumentOnce()
    {
        var order = Order();
        organization.Tracing();
        organization.Step("Recorder", "Update", "salesorder", 40);
        var lines = Enumerable.Range(1, 50).Select(i => Line(order, i, 2m)).ToList();

        organization.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection(lines) { EntityName = "salesorderdetail" } });

        Assert.Equal(2550m, Amount(Read("salesorder", order.Id), "totalamount"));
        Assert.Single(organization.Traces());
    }

    [Fact]
    public void ALineThatIsRefused_LeavesTheTotalsAsTheyWere()
    {
        var order = Order();
        organization.Service.Create(Line(order, 1m, 10m));
        organization.Step("Refuse", "Create", "salesorderdetail", 40, new StepOptions { Configuration = "No more." });

        TestOrganization.Refused(() => organization.Service.Create(Line(order, 1m, 90m)));

        Assert.Equal(10m, Amount(Read("salesorder", order.Id), "totalamount"));
    }

    [Fact]
    public void ADocumentWithoutLines_KeepsTheTotalItWasGiven()
    {
        var order = organization.Write(new Entity("salesorder") { ["name"] = "Ohne Zeilen", ["totalamount"] = new Money(99.5m) });

        organization.Service.Update(new Entity("salesorder", order) { ["freightamount"] = new Money(1m) });

        Assert.Equal(99.5m, Amount(Read("salesorder", order), "totalamount"));
    }

    [Theory]
    [InlineData("opportunityproduct", "opportunity", "opportunityid")]
    [InlineData("quotedetail", "quote", "quoteid")]
    [InlineData("invoicedetail", "invoice", "invoiceid")]
    public void EveryKindOfDocument_IsCalculatedTheSameWay(string lines, string header, string lookup)
    {
        var document = new EntityReference(header, organization.Write(new Entity(header) { ["name"] = "Dokument", ["pricelevelid"] = priceList, ["transactioncurrencyid"] = Currency }));
        var line = Line(document, 4m, 25m);
        line.LogicalName = lines;
        line.Attributes.Remove("salesorderid");
        line[lookup] = document;

        organization.Service.Create(line);

        Assert.Equal(100m, Amount(Read(header, document.Id), "totalamount"));
    }

    [Theory]
    [InlineData(true, 2, 4)]
    [InlineData(false, 3, 100001)]
    public void CancelAndFulfill_SetTheStateAndKeepAnOrderClose(bool cancel, int state, int status)
    {
        var order = Order();
        var close = new Entity("orderclose") { ["subject"] = "Abschluss", ["salesorderid"] = order };

        organization.Service.Execute(cancel
            ? new CancelSalesOrderRequest { OrderClose = close, Status = new OptionSetValue(-1) }
            : new FulfillSalesOrderRequest { OrderClose = close, Status = new OptionSetValue(status) });

        var stored = Read("salesorder", order.Id);
        Assert.Equal(state, stored.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal(status, stored.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(order.Id, organization.Rows("orderclose").Single().GetAttributeValue<EntityReference>("salesorderid").Id);
    }

    private EntityReference Order(EntityReference? list = null) => new("salesorder", organization.Service.Create(new Entity("salesorder")
    {
        ["name"] = "Auftrag",
        ["pricelevelid"] = list ?? priceList,
        ["customerid"] = new EntityReference("account", organization.Account("Muster AG")),
        ["transactioncurrencyid"] = Currency,
    }));

    private Entity Line(EntityReference order, decimal quantity, decimal price, decimal discount = 0m, decimal tax = 0m) => new("salesorderdetail")
    {
        ["salesorderid"] = order,
        ["productid"] = product,
        ["uomid"] = unit,
        ["quantity"] = quantity,
        ["ispriceoverridden"] = true,
        ["priceperunit"] = new Money(price),
        ["manualdiscountamount"] = new Money(discount),
        ["tax"] = new Money(tax),
    };

    private Entity Read(string table, Guid id) => organization.Service.Retrieve(table, id, new ColumnSet(true));

    private static decimal Amount(Entity row, string column) => row.GetAttributeValue<Money>(column).Value;
}
