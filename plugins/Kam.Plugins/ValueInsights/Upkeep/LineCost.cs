using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>What a sales line costs: quantity times its unit cost, which is the product's standard cost where the line brings none.</summary>
internal static class LineCost
{
    /// <summary>Sets the cost of the line that is saved. Order and invoice lines have these columns under the same names, so both are read as order lines.</summary>
    /// <param name="request">Create or update of a line.</param>
    /// <param name="header">Its order or invoice; only needed when it is created.</param>
    /// <exception cref="RefusalException">KAM-VAL-080: the unit cost is below zero.</exception>
    public static void Keep(Request request, EntityReference? header)
    {
        var target = request.Target<OrderLineRow>();
        if (request.Context.MessageName == Message.Create && target.UnitCost is null)
            target.UnitCost = StandardCost(request.DataverseAsSystem, target.ProductId, header);
        var line = request.Merged<OrderLineRow>();
        target.Cost = Of(line.Quantity, line.UnitCost);
    }

    private static Money? Of(decimal? quantity, Money? unitCost)
    {
        if (unitCost?.Value < 0m) throw new RefusalException(ValueInsightsReasons.UnitCostBelowZero, nameof(OrderLineRow.UnitCost), $"{unitCost.Value}", Argument.Number(unitCost.Value));
        return SalesLineCost.Of(quantity, unitCost?.Value) is { } cost ? new Money(cost) : null;
    }

    // In the line's currency; null when the product has none. One request, two when it has one.
    private static Money? StandardCost(IOrganizationService dataverse, EntityReference? product, EntityReference? header)
    {
        if (product is null || header is null) return null;
        var cost = dataverse.Retrieve(ProductRow.Table, product.Id, new ColumnSet(ProductRow.Column.StandardCostBase)).ToEntity<ProductRow>().StandardCostBase;
        if (cost is null) return null;
        var rate = dataverse.Retrieve(header.LogicalName, header.Id, new ColumnSet(OrderRow.Column.ExchangeRate)).GetAttributeValue<decimal?>(OrderRow.Column.ExchangeRate);
        return new Money(cost.Value * (rate ?? 1m));
    }
}
