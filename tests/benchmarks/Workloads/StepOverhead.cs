using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Benchmarks.Harness;
using Kam.Benchmarks.Rows;
using Microsoft.Xrm.Sdk;

namespace Kam.Benchmarks.Workloads;

/// <summary>What a synchronous pre-operation step adds to a create: an empty one, one that writes a column, and our own on order lines out of the packed zip.</summary>
internal sealed class StepOverhead(int rows, int runs)
{
    private const decimal UnitCost = 7m, Price = 10m;
    private const int Quantity = 3;

    public void Run()
    {
        // The first rows are compared with the last: all code is brought to its final form before anything counts.
        foreach (var plugin in new[] { null, "DoNothing", "Describe" }) Accounts(plugin);
        Lines(withSolution: true, withCost: false);
        var table = new MarkdownTable($"One synchronous step, {rows:N0} creates each, in memory, median of {runs}", "create of", "step", "µs per create", "processor µs", "against none", "step alone, processor µs");
        var accountAlone = Accounts(null);
        Row(table, "account", "none", accountAlone, accountAlone);
        Row(table, "account", "empty", Accounts("DoNothing"), accountAlone);
        Row(table, "account", "writes a column", Accounts("Describe"), accountAlone);

        var lineAlone = Lines(withSolution: false, withCost: false);
        Row(table, "salesorderdetail", "none", lineAlone, lineAlone);
        Row(table, "salesorderdetail", "CostOrderLine, unit cost given", Lines(withSolution: true, withCost: true), lineAlone);
        Row(table, "salesorderdetail", "CostOrderLine, standard cost read", Lines(withSolution: true, withCost: false), lineAlone);
    }

    private void Row(MarkdownTable table, string what, string step, Timing timing, Timing alone)
    {
        double each = timing.ProcessorMilliseconds * 1000 / rows, without = alone.ProcessorMilliseconds * 1000 / rows;
        table.Row(what, step, timing.Milliseconds * 1000 / rows, each, each / without, timing == alone ? "" : each - without);
    }

    private Timing Accounts(string? plugin) => Trial.Of(runs,
        () => plugin is null ? Organisation.InMemory() : Organisation.InMemory().WithStep(plugin, "account"),
        organisation =>
        {
            for (var i = 0; i < rows; i++) organisation.Service.Create(EngineRows.Account(i));
            return rows;
        },
        (organisation, _) => Answer.MustBe(plugin == "Describe" ? rows : 0, Descriptions(organisation), "accounts with a description"));

    private static int Descriptions(Organisation organisation) => Count(organisation, "account", "description");

    /// <summary>Lines of orders of ten, each in a request of its own; the platform adds up the order after each.</summary>
    private Timing Lines(bool withSolution, bool withCost) => Trial.Of(runs,
        () => new Orders(withSolution ? Organisation.InMemory().WithSolution() : Organisation.InMemory(), rows / LinesPerOrder),
        orders =>
        {
            foreach (var order in orders.Ids)
                for (var l = 0; l < LinesPerOrder; l++) orders.Organisation.Service.Create(Line(order, orders.Product, orders.Unit, withCost));
            return rows;
        },
        (orders, _) =>
        {
            if (withSolution) Answer.MustBe(rows, Count(orders.Organisation, "salesorderdetail", "kam_cost"), "lines with a cost");
            var total = orders.Organisation.Service.Retrieve("salesorder", orders.Ids[^1], new("totalamount")).GetAttributeValue<Money>("totalamount").Value;
            Answer.MustBe(LinesPerOrder * Quantity * Price, total, "total of an order");
        });

    private const int LinesPerOrder = 10;

    private static Entity Line(Guid order, Guid product, Guid unit, bool withCost)
    {
        var line = new Entity("salesorderdetail")
        {
            ["salesorderid"] = new EntityReference("salesorder", order),
            ["productid"] = new EntityReference("product", product),
            ["uomid"] = new EntityReference("uom", unit),
            ["quantity"] = (decimal)Quantity,
            ["ispriceoverridden"] = true,
            ["priceperunit"] = new Money(Price),
        };
        if (withCost) line["kam_unitcost"] = new Money(UnitCost);
        return line;
    }

    private static int Count(Organisation organisation, string table, string column)
    {
        var rows = organisation.Service.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.FetchExpression(
            $"<fetch aggregate='true'><entity name='{table}'><attribute name='{column}' alias='n' aggregate='countcolumn'/></entity></fetch>"));
        return (int)((AliasedValue)rows.Entities[0]["n"]).Value;
    }

    /// <summary>Empty orders, a product with a standard cost and its unit.</summary>
    private sealed class Orders : IDisposable
    {
        public Orders(Organisation organisation, int count)
        {
            Organisation = organisation;
            var service = organisation.Service;
            var account = service.Create(EngineRows.Account(1));
            var schedule = service.Create(new Entity("uomschedule") { ["name"] = "Units", ["baseuomname"] = "Piece" });
            Unit = service.Create(new Entity("uom") { ["name"] = "Box", ["uomscheduleid"] = new EntityReference("uomschedule", schedule), ["quantity"] = 1m });
            Product = service.Create(new Entity("product")
            {
                ["name"] = "Sensor",
                ["productnumber"] = "S1",
                ["standardcost"] = new Money(UnitCost),
                ["defaultuomid"] = new EntityReference("uom", Unit),
                ["defaultuomscheduleid"] = new EntityReference("uomschedule", schedule),
            });
            Ids = [.. Enumerable.Range(0, count).Select(j => service.Create(new Entity("salesorder") { ["name"] = $"Order {j}", ["customerid"] = new EntityReference("account", account) }))];
        }

        public Organisation Organisation { get; }
        public Guid Product { get; }
        public Guid Unit { get; }
        public List<Guid> Ids { get; }

        public void Dispose() => Organisation.Dispose();
    }
}
