using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>One product in one unit on one price list: how its price is found, and the discount list that goes with it.</summary>
internal sealed class PriceListItem
{
    private const int CurrencyAmount = 1, PercentOfList = 2, MarkupCurrentCost = 3, MarginCurrentCost = 4, MarkupStandardCost = 5;
    private const decimal LeastForbiddenPercentage = 100_000m;
    private const int NoRounding = 1;

    private readonly Entity item;
    private readonly MessageExecution execution;

    private static readonly string[] Columns =
        ["amount", "percentage", "pricingmethodcode", "discounttypeid", "roundingpolicycode", "roundingoptioncode", "roundingoptionamount", "productid", "uomid", "pricelevelid"];

    /// <param name="execution">The request.</param>
    /// <param name="item">A row of productpricelevel as it was read here.</param>
    public PriceListItem(MessageExecution execution, Entity item)
    {
        this.execution = execution;
        this.item = item;
        Price = Find();
    }

    /// <summary>The price of one unit, or why there is none.</summary>
    public PriceFound Price { get; }

    /// <summary>The discount list; null when there is none.</summary>
    public EntityReference? DiscountType => item.GetAttributeValue<EntityReference>("discounttypeid");

    /// <summary>The row of the item, or null when the product in that unit is not on the list.</summary>
    public static Entity? Find(MessageExecution execution, Guid list, Guid product, Guid unit)
    {
        var query = new QueryExpression("productpricelevel") { ColumnSet = new ColumnSet(Columns), TopCount = 1 };
        query.Criteria.AddCondition("pricelevelid", ConditionOperator.Equal, list);
        query.Criteria.AddCondition("productid", ConditionOperator.Equal, product);
        query.Criteria.AddCondition("uomid", ConditionOperator.Equal, unit);
        var found = execution.Unit.RetrieveMultiple(execution.PlatformContext, query).Entities;
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The rows of all items of some lists for some products.</summary>
    public static IEnumerable<Entity> Of(MessageExecution execution, IEnumerable<Guid> lists, IEnumerable<Guid> products)
    {
        var query = new QueryExpression("productpricelevel") { ColumnSet = new ColumnSet(Columns) };
        query.Criteria.AddCondition("pricelevelid", ConditionOperator.In, [.. lists.Select(id => (object)id)]);
        query.Criteria.AddCondition("productid", ConditionOperator.In, [.. products.Select(id => (object)id)]);
        return DocumentLines.All(execution, query);
    }

    private PriceFound Find()
    {
        var method = Choice("pricingmethodcode", CurrencyAmount);
        if (method == CurrencyAmount)
        {
            return item.GetAttributeValue<Money>("amount") is { } amount ? new PriceFound(amount.Value, PricingError.None) : Missing(PricingError.MissingPriceLevelAmount);
        }
        if (item.GetAttributeValue<decimal?>("percentage") is not { } percentage) return Missing(PricingError.MissingPriceLevelPercentage);
        if (percentage is < 0m or >= LeastForbiddenPercentage) return Missing(PricingError.InvalidPriceLevelPercentage);
        var (column, error) = method switch
        {
            PercentOfList => ("price", PricingError.MissingPrice),
            MarkupCurrentCost or MarginCurrentCost => ("currentcost", PricingError.MissingCurrentCost),
            _ => ("standardcost", PricingError.MissingStandardCost),
        };
        if (OfProduct(column) is not { } basis) return Missing(error);
        decimal? price = method switch
        {
            PercentOfList => basis * percentage / 100m,
            MarkupCurrentCost or MarkupStandardCost => basis * (1m + percentage / 100m),
            // A margin of a hundred per cent has no price.
            _ => percentage < 100m ? basis / (1m - percentage / 100m) : null,
        };
        if (price is null) return Missing(PricingError.PriceCalculationError);
        var precise = Math.Round(price.Value, execution.Organization.Facts.PricingDecimalPrecision, MidpointRounding.AwayFromZero);
        var amountOfRounding = item.GetAttributeValue<Money>("roundingoptionamount")?.Value;
        return PriceRounding.Round(precise, Choice("roundingpolicycode", NoRounding), Choice("roundingoptioncode", 1), amountOfRounding) is { } rounded
            ? new PriceFound(rounded, PricingError.None)
            : Missing(PricingError.InvalidRoundingAmount);
    }

    // Price and costs of a product are per default unit, in the currency of the list: another one is refused when the item is written.
    private decimal? OfProduct(string column)
    {
        var product = execution.Unit.Retrieve(execution.PlatformContext, item.GetAttributeValue<EntityReference>("productid"), new ColumnSet(column, "defaultuomid"));
        if (product.GetAttributeValue<Money>(column) is not { } amount) return null;
        var units = new Units(execution);
        return product.GetAttributeValue<EntityReference>("defaultuomid") is { } ownUnit && item.GetAttributeValue<EntityReference>("uomid") is { } unit
            ? amount.Value * units.BaseUnitsIn(unit.Id) / units.BaseUnitsIn(ownUnit.Id)
            : amount.Value;
    }

    private int Choice(string column, int otherwise) => item.GetAttributeValue<OptionSetValue>(column)?.Value ?? otherwise;

    private static PriceFound Missing(int error) => new(null, error);
}
