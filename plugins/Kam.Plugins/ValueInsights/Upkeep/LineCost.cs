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
    /// <summary>The line's cost; null when no unit cost is known.</summary>
    /// <exception cref="RefusalException">KAM-VAL-080: the unit cost is below zero.</exception>
    public static Money? Of(decimal? quantity, Money? unitCost)
    {
        if (unitCost?.Value < 0m) throw new RefusalException(ValueInsightsReasons.UnitCostBelowZero, nameof(OrderLineRow.UnitCost), $"{unitCost.Value}", Argument.Number(unitCost.Value));
        return SalesLineCost.Of(quantity, unitCost?.Value) is { } cost ? new Money(cost) : null;
    }

    /// <summary>Standard cost of the line's product in the line's currency; null when the product has none. One request, two when it has one.</summary>
    public static Money? StandardCost(IOrganizationService dataverse, EntityReference? product, EntityReference? header)
    {
        if (product is null || header is null) return null;
        var cost = dataverse.Retrieve(ProductRow.Table, product.Id, new ColumnSet(ProductRow.Column.StandardCostBase)).ToEntity<ProductRow>().StandardCostBase;
        if (cost is null) return null;
        var rate = dataverse.Retrieve(header.LogicalName, header.Id, new ColumnSet(OrderRow.Column.ExchangeRate)).GetAttributeValue<decimal?>(OrderRow.Column.ExchangeRate);
        return new Money(cost.Value * (rate ?? 1m));
    }
}
