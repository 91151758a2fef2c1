using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Upkeep;

public sealed class CostOrderLineTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void Costing_AsksForTheProductOnlyWhereJudgingThePriceFoundNoCost()
    {
        var order = crm.OpenOrder(crm.Account("Meier AG"));
        var costed = Product("S-1", 40m);
        var uncosted = Product("S-2", null);
        Guid line = default;

        Assert.Empty(crm.SentBy("CostOrderLine", () => crm.Line(order, 100m)));
        Assert.Empty(crm.SentBy("CostOrderLine", () => crm.Line(order, 100m, 60m, costed)));
        Assert.Equal(["Retrieve product"], crm.SentBy("CostOrderLine", () => crm.Line(order, 100m, null, uncosted)));
        Assert.Empty(crm.SentBy("CostOrderLine", () => line = crm.Line(order, 100m, null, costed)));
        Assert.Equal(40m, crm.Read<OrderLineRow>(line).Cost!.Value);
        Assert.Empty(crm.SentBy("CostOrderLine", () => crm.Service.Update(new OrderLineRow { Id = line, Quantity = 2m })));
    }

    [Fact]
    public void AProductWithoutStandardCost_LeavesTheCostUnknown()
    {
        var line = crm.Read<OrderLineRow>(crm.Line(crm.OpenOrder(crm.Account("Meier AG")), 100m, null, Product("S-2", null)));

        Assert.Null(line.UnitCost);
        Assert.Null(line.Cost);
    }

    [Fact]
    public void AReturnAtStandardCost_TakesTheCostBack()
    {
        var line = crm.Read<OrderLineRow>(crm.Line(crm.OpenOrder(crm.Account("Meier AG")), -100m, null, Product("S-1", 40m)));

        Assert.Equal((40m, -40m), (line.UnitCost!.Value, line.Cost!.Value));
    }

    [Fact]
    public void AStandardCostThatChangesLater_LeavesStoredLinesAlone()
    {
        var product = Product("S-1", 40m);
        var line = crm.Line(crm.OpenOrder(crm.Account("Meier AG")), 100m, null, product);

        crm.Service.Update(new ProductRow { Id = product, StandardCost = new Money(70m) });
        crm.Service.Update(new OrderLineRow { Id = line, Quantity = 3m });

        Assert.Equal(120m, crm.Read<OrderLineRow>(line).Cost!.Value);
    }

    private Guid Product(string number, decimal? standardCost) => crm.Create(new ProductRow
    {
        Name = "Sensor",
        ProductNumber = number,
        StandardCost = standardCost is { } known ? new Money(known) : null,
        QuantityDecimal = 0,
    });
}
