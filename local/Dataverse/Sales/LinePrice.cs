using System;
using System.Collections.Generic;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>What a line needs to know of its document.</summary>
internal sealed record DocumentHeader(EntityReference? PriceLevel, EntityReference? Currency, bool IsPriceLocked);

/// <summary>Price of one unit and what was wrong, by the platform's pricing error codes; 0 is nothing.</summary>
internal readonly record struct PriceFound(decimal? PricePerUnit, int ErrorCode);

/// <summary>Finds the price of a line: given by hand, or the item of the document's price list for product and unit.</summary>
internal sealed class LinePrice(MessageExecution execution)
{
    private const int NoError = 0, MissingPriceLevel = 2, MissingUnitPrice = 5, MissingUnit = 10, ProductNotInPriceLevel = 11;
    private const int CurrencyAmount = 1;

    private readonly Dictionary<EntityReference, DocumentHeader> headers = [];
    private readonly Dictionary<(Guid, Guid, Guid), decimal?> items = [];
    private readonly Dictionary<Guid, int> precisions = [];

    public DocumentHeader Header(EntityReference reference)
    {
        if (headers.TryGetValue(reference, out var header)) return header;
        var hasLock = execution.Organization.Schema.Find(reference.LogicalName)?.Find("ispricelocked") is not null;
        var columns = hasLock ? new ColumnSet("pricelevelid", "transactioncurrencyid", "ispricelocked") : new ColumnSet("pricelevelid", "transactioncurrencyid");
        var row = execution.Unit.Retrieve(execution.PlatformContext, reference, columns);
        header = new DocumentHeader(
            row.GetAttributeValue<EntityReference>("pricelevelid"),
            row.GetAttributeValue<EntityReference>("transactioncurrencyid"),
            hasLock && row.GetAttributeValue<bool>("ispricelocked"));
        headers.Add(reference, header);
        return header;
    }

    /// <summary>The price of a line.</summary>
    public PriceFound Of(Entity line, DocumentHeader? header)
    {
        var given = line.Attributes.TryGetValue("priceperunit", out var value) && value is Money money ? money.Value : (decimal?)null;
        if (IsSet(line, "ispriceoverridden") || IsSet(line, "isproductoverridden") || line.GetAttributeValue<EntityReference>("productid") is not { } product)
        {
            return new PriceFound(given, given is null ? MissingUnitPrice : NoError);
        }
        // Without a price list the platform keeps what was given and marks the line.
        if (header?.PriceLevel is not { } list) return new PriceFound(given, MissingPriceLevel);
        if (line.GetAttributeValue<EntityReference>("uomid") is not { } unit) return new PriceFound(given, MissingUnit);
        return Item(list.Id, product.Id, unit.Id) is { } listed ? new PriceFound(listed, NoError) : new PriceFound(given, ProductNotInPriceLevel);
    }

    /// <summary>Digits of a currency.</summary>
    public int PrecisionOf(EntityReference? currency)
    {
        if (currency is null || currency.Id == execution.Organization.Facts.BaseCurrencyId) return execution.Organization.Facts.BaseCurrencyPrecision;
        if (precisions.TryGetValue(currency.Id, out var precision)) return precision;
        var row = execution.Unit.Retrieve(execution.PlatformContext, new EntityReference("transactioncurrency", currency.Id), new ColumnSet("currencyprecision"));
        return precisions[currency.Id] = row.GetAttributeValue<int>("currencyprecision");
    }

    private decimal? Item(Guid list, Guid product, Guid unit)
    {
        if (items.TryGetValue((list, product, unit), out var amount)) return amount;
        var query = new QueryExpression("productpricelevel")
        {
            ColumnSet = new ColumnSet("amount", "pricingmethodcode", "discounttypeid", "roundingpolicycode"),
            TopCount = 1,
        };
        query.Criteria.AddCondition("pricelevelid", ConditionOperator.Equal, list);
        query.Criteria.AddCondition("productid", ConditionOperator.Equal, product);
        query.Criteria.AddCondition("uomid", ConditionOperator.Equal, unit);
        var found = execution.Unit.RetrieveMultiple(execution.PlatformContext, query).Entities;
        if (found.Count > 0)
        {
            var item = found[0];
            if ((item.GetAttributeValue<OptionSetValue>("pricingmethodcode")?.Value ?? CurrencyAmount) != CurrencyAmount)
            {
                throw PlatformErrors.NotSupportedHere("price list items priced by percentage");
            }
            if (item.Contains("discounttypeid")) throw PlatformErrors.NotSupportedHere("volume discounts of price list items");
            amount = SalesCalculation.Amount(item, "amount");
        }
        return items[(list, product, unit)] = amount;
    }

    private static bool IsSet(Entity line, string column) => line.Attributes.TryGetValue(column, out var value) && value is true;
}
