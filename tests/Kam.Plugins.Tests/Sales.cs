using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Kam.Plugins.Tests;

/// <summary>One line sold: to whom, when, for how much without tax, at what cost.</summary>
internal sealed record Sale(Guid Account, DateTime On, decimal Revenue, decimal? Cost = null);

/// <summary>Many rows at once, as an integration brings them.</summary>
internal static class Sales
{
    private const int Batch = 1_000;

    /// <summary>Accounts with names and ids in ascending order.</summary>
    public static IReadOnlyList<Guid> Accounts(this Crm crm, int count) => crm.Accounts(1, count);

    /// <summary>Those with the numbers of a span.</summary>
    public static IReadOnlyList<Guid> Accounts(this Crm crm, int first, int last)
    {
        var rows = Enumerable.Range(first, last - first + 1).Select(n => new AccountRow { Id = new Guid(n, 0, 0, new byte[8]), Name = $"Account {n}" }).ToList();
        crm.CreateAll(rows);
        return rows.Select(r => r.Id).ToList();
    }

    /// <summary>An order with one line for each sale. The orders are dated and not yet invoiced, so they count.</summary>
    public static void Sell(this Crm crm, IEnumerable<Sale> sales) => crm.SellTogether(sales.Select(sale => new[] { sale }));

    /// <summary>One order for each group of sales, dated as its first.</summary>
    public static void SellTogether(this Crm crm, IEnumerable<IReadOnlyList<Sale>> documents)
    {
        var orders = new List<OrderRow>();
        var lines = new List<OrderLineRow>();
        foreach (var document in documents)
        {
            var order = new OrderRow { Id = Guid.NewGuid(), Name = "Order", CustomerId = new EntityReference(AccountRow.Table, document[0].Account), DateFulfilled = document[0].On };
            orders.Add(order);
            lines.AddRange(document.Select(sale => new OrderLineRow
            {
                SalesOrderId = order.ToEntityReference(),
                IsProductOverridden = true,
                ProductDescription = "Sensor",
                Quantity = 1m,
                PricePerUnit = new Money(sale.Revenue),
                UnitCost = sale.Cost is { } cost ? new Money(cost) : null,
            }));
        }
        crm.CreateAll(orders);
        crm.CreateAll(lines);
    }

    private static void CreateAll<TRow>(this Crm crm, IReadOnlyList<TRow> rows) where TRow : Entity
    {
        foreach (var batch in rows.Chunk(Batch)) crm.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([.. batch]) { EntityName = batch[0].LogicalName } });
    }
}
