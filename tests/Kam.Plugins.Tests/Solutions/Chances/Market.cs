using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Kam.Plugins.Tests.Solutions.Chances;

/// <summary>Families with a product each, and who bought them when.</summary>
internal sealed class Market
{
    private readonly Crm crm;
    private readonly Dictionary<string, Guid> families = [], products = [];

    public Market(Crm crm, params string[] names)
    {
        this.crm = crm;
        foreach (var name in names)
        {
            families[name] = crm.Create(new ProductRow { Name = name, ProductNumber = "F " + name, ProductStructure = ProductProductStructureChoice.ProductFamily });
            products[name] = crm.Create(new ProductRow
            {
                Name = name + " one",
                ProductNumber = name + " 1",
                ProductStructure = ProductProductStructureChoice.Product,
                ParentProductId = new EntityReference(ProductRow.Table, families[name]),
                QuantityDecimal = 0,
            });
        }
    }

    /// <summary>Eleven accounts: the first buys bikes; of nine others that do, seven buy helmets too; the last buys gloves. Each line brings 100 and costs 90.</summary>
    public static Market OfBikes(Crm crm, out IReadOnlyList<Guid> accounts)
    {
        var market = new Market(crm, "Bikes", "Helmets", "Gloves");
        var all = accounts = crm.Accounts(11);
        market.Sell(all.Take(10), "Bikes", Crm.Today.AddDays(-100));
        market.Sell(all.Skip(1).Take(7), "Helmets", Crm.Today.AddDays(-90));
        market.Sell([all[10]], "Gloves", Crm.Today.AddDays(-80));
        return market;
    }

    public Guid Family(string name) => families[name];

    public Guid Product(string name) => products[name];

    public void Sell(IEnumerable<Guid> accounts, string family, DateTime on, decimal revenue = 100m, decimal? cost = 90m)
    {
        var orders = new List<OrderRow>();
        var lines = new List<OrderLineRow>();
        foreach (var account in accounts)
        {
            var order = new OrderRow { Id = Guid.NewGuid(), Name = "Order", CustomerId = new EntityReference(AccountRow.Table, account), DateFulfilled = on };
            orders.Add(order);
            var line = new OrderLineRow
            {
                SalesOrderId = order.ToEntityReference(),
                ProductId = new EntityReference(ProductRow.Table, products[family]),
                Quantity = 1m,
                PricePerUnit = new Money(revenue),
                UnitCost = cost is { } known ? new Money(known) : null,
            };
            line.IsPriceOverridden = true;
            lines.Add(line);
        }

        Create(orders);
        Create(lines);
    }

    /// <summary>A segment A with these accounts, as a segmentation run leaves it: set beside the steps that keep people from setting it.</summary>
    public Guid SegmentA(IEnumerable<Guid> accounts)
    {
        var policy = crm.Create(new SegmentationPolicyRow { Name = "Policy" });
        var segment = crm.Create(new SegmentRow { Name = "A", SegmentationPolicyId = new EntityReference(SegmentationPolicyRow.Table, policy), Rank = 1, EntryIndex = 0m });
        foreach (var account in accounts)
        {
            crm.Service.Execute(new UpdateRequest
            {
                Target = new AccountRow { Id = account, SegmentId = new EntityReference(SegmentRow.Table, segment) },
                ["BypassBusinessLogicExecution"] = "CustomSync,CustomAsync",
            });
        }

        return segment;
    }

    /// <summary>Calls kam_RefreshChances until it is complete.</summary>
    /// <returns>How many calls that took.</returns>
    public int Refresh(DateTime? asOf = null)
    {
        var cursor = "";
        for (var calls = 1; ; calls++)
        {
            var answer = crm.Call("kam_RefreshChances", ("AsOf", asOf ?? Crm.Today), ("Cursor", cursor));
            if ((bool)answer["IsComplete"]) return calls;
            cursor = (string)answer["NextCursor"];
        }
    }

    public CrossSellChanceRow? Chance(Guid account, string family) =>
        crm.All<CrossSellChanceRow>(CrossSellChanceRow.Column.AccountId, account).SingleOrDefault(chance => chance.FamilyId!.Id == families[family]);

    private void Create<TRow>(IReadOnlyList<TRow> rows) where TRow : Entity
    {
        foreach (var batch in rows.Chunk(1_000)) crm.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([.. batch]) { EntityName = batch[0].LogicalName } });
    }
}
