using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Upkeep;

public sealed class CostInvoiceLineTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void WithoutAUnitCost_TheStandardCostCountsInTheInvoicesCurrency()
    {
        var euro = crm.Create(new CurrencyRow { ISOCurrencyCode = "EUR", CurrencyName = "Euro", CurrencySymbol = "€", CurrencyPrecision = 2, ExchangeRate = 1.25m });

        var line = crm.Read<InvoiceLineRow>(Line(Invoice(euro), 3m, null, Product(40m)));

        // One franc is 1.25 euros here.
        Assert.Equal((50m, 150m, 120m), (line.UnitCost!.Value, line.Cost!.Value, line.CostBase!.Value));
    }

    [Theory, InlineData(4, 24), InlineData(-4, -24), InlineData(0, 0)]
    public void AChangedQuantity_ChangesTheCost(int quantity, int cost)
    {
        var line = Line(Invoice(), 1m, 6m);

        crm.Service.Update(new InvoiceLineRow { Id = line, Quantity = quantity });

        Assert.Equal(cost, crm.Read<InvoiceLineRow>(line).Cost!.Value);
    }

    [Fact]
    public void ANegativeUnitCost_IsRefusedAndNothingIsSaved()
    {
        var invoice = Invoice();

        Assert.Equal(["KAM-VAL-080"], Crm.CodesOf(() => Line(invoice, 1m, -0.01m)));
        Assert.Empty(crm.All<InvoiceLineRow>());
    }

    [Fact]
    public void Costing_AsksForTheProductOnlyWhereTheLineBringsNoUnitCost()
    {
        var invoice = Invoice();
        var product = Product(40m);
        Guid line = default;

        Assert.Empty(crm.SentBy("CostInvoiceLine", () => Line(invoice, 1m, 6m, product)));
        Assert.Equal(["Retrieve product", "Retrieve invoice"], crm.SentBy("CostInvoiceLine", () => line = Line(invoice, 1m, null, product)));
        Assert.Empty(crm.SentBy("CostInvoiceLine", () => crm.Service.Update(new InvoiceLineRow { Id = line, Quantity = 2m })));
    }

    private Guid Invoice(Guid? currency = null) => crm.Create(new InvoiceRow
    {
        Name = "Invoice",
        CustomerId = new EntityReference(AccountRow.Table, crm.Account("Meier AG")),
        TransactionCurrencyId = currency is { } id ? new EntityReference(CurrencyRow.Table, id) : null,
    });

    private Guid Line(Guid invoice, decimal quantity, decimal? unitCost, Guid? product = null) => crm.Create(new InvoiceLineRow
    {
        InvoiceId = new EntityReference(InvoiceRow.Table, invoice),
        IsProductOverridden = product is null,
        ProductDescription = product is null ? "Sensor" : null,
        ProductId = product is { } id ? new EntityReference(ProductRow.Table, id) : null,
        ["ispriceoverridden"] = true,
        Quantity = quantity,
        PricePerUnit = new Money(10m),
        UnitCost = unitCost is { } known ? new Money(known) : null,
    });

    private Guid Product(decimal standardCost) => crm.Create(new ProductRow { Name = "Sensor", ProductNumber = "S-1", StandardCost = new Money(standardCost), QuantityDecimal = 0 });
}
