using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Kam.Plugins.Tests.Pricing;

/// <summary>Products, segments and orders as tests of prices need them.</summary>
internal static class PricedSales
{
    public static Guid Family(this Crm crm, string name) =>
        crm.Create(new ProductRow { Name = name, ProductNumber = name, ProductStructure = ProductProductStructureChoice.ProductFamily });

    public static Guid Product(this Crm crm, string name, Guid? family = null) => crm.Create(new ProductRow
    {
        Name = name,
        ProductNumber = name,
        ProductStructure = ProductProductStructureChoice.Product,
        QuantityDecimal = 2,
        ParentProductId = family is { } id ? new EntityReference(ProductRow.Table, id) : null,
    });

    /// <summary>A segment by its rank, 1 for the highest.</summary>
    public static Guid Segment(this Crm crm, Guid policy, int rank) => crm.Create(new SegmentRow
    {
        Name = $"Segment {rank}",
        SegmentationPolicyId = new EntityReference(SegmentationPolicyRow.Table, policy),
        Rank = rank,
        EntryIndex = 100m - (rank * 10m),
        MinimumWillingness = 1,
        CoverageHours = 10m,
    });

    public static Guid Policy(this Crm crm) => crm.Create(new SegmentationPolicyRow
    {
        Name = "Policy",
        ScoreWeight = 1m,
        PotentialWeight = 0m,
        WillingnessWeight = 0m,
        PotentialForAll = new Money(100_000m),
        HysteresisPoints = 0m,
        LongestOverrideDays = 365,
        LowerLoadPercent = 80m,
        UpperLoadPercent = 100m,
    });

    public static Guid AccountIn(this Crm crm, string name, Guid? segment)
    {
        var account = crm.Account(name);
        if (segment is { } id) crm.PutInto(account, id);
        return account;
    }

    /// <summary>As a segmentation run leaves it: set beside the steps that keep people from setting it.</summary>
    public static void PutInto(this Crm crm, Guid account, Guid? segment) => crm.Service.Execute(new UpdateRequest
    {
        Target = new AccountRow { Id = account, SegmentId = segment is { } id ? new EntityReference(SegmentRow.Table, id) : null },
        ["BypassBusinessLogicExecution"] = "CustomSync,CustomAsync",
    });

    /// <summary>An order of one line, fulfilled on a day.</summary>
    /// <param name="crm">The organisation.</param>
    /// <param name="account">Who buys.</param>
    /// <param name="on">The day.</param>
    /// <param name="product">What.</param>
    /// <param name="quantity">Units; below zero for a return.</param>
    /// <param name="price">Per unit.</param>
    /// <param name="unitCost">Per unit; null when nobody knows.</param>
    public static Guid Sell(this Crm crm, Guid account, DateTime on, Guid? product, decimal quantity, decimal price, decimal? unitCost)
    {
        var order = crm.OpenOrder(account);
        var line = crm.Create(new OrderLineRow
        {
            SalesOrderId = new EntityReference(OrderRow.Table, order),
            IsProductOverridden = product is null,
            ProductDescription = product is null ? "Written in" : null,
            ProductId = product is { } id ? new EntityReference(ProductRow.Table, id) : null,
            IsPriceOverridden = true,
            Quantity = quantity,
            PricePerUnit = new Money(price),
            UnitCost = unitCost is { } cost ? new Money(cost) : null,
        });
        crm.Fulfil(order, on);
        return line;
    }
}
