using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>What a line needs to know of its document.</summary>
internal sealed record DocumentHeader(EntityReference? PriceLevel, EntityReference? Currency, bool IsPriceLocked);

/// <summary>Price of one unit and what was wrong, by the platform's pricing error codes.</summary>
/// <param name="PricePerUnit">In the document's currency; null when there is none.</param>
/// <param name="ErrorCode">One of <see cref="PricingError"/>.</param>
/// <param name="VolumeDiscount">Per unit.</param>
internal readonly record struct PriceFound(decimal? PricePerUnit, int ErrorCode, decimal VolumeDiscount = 0m);

/// <summary>Finds the price of a line: given by hand, or by the item of the document's price list for product and unit.</summary>
internal sealed class LinePrice(MessageExecution execution)
{
    private const int Active = 0, MostProducts = 256;

    private readonly Dictionary<EntityReference, DocumentHeader> headers = [];
    private readonly Dictionary<(Guid, Guid, Guid), PriceListItem?> items = [];
    private readonly Dictionary<(Guid List, Guid Product, Guid Unit), Entity> stored = [];
    private readonly HashSet<(Guid List, Guid Product)> itemsRead = [];
    private readonly Dictionary<Guid, bool> activeLists = [];
    private readonly Dictionary<Guid, DiscountList> discounts = [];
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
            return new PriceFound(given, given is null ? PricingError.MissingUnitPrice : PricingError.None);
        }
        // What cannot be priced keeps what was given, and the line is marked.
        if (header?.PriceLevel is not { } list) return new PriceFound(given, PricingError.MissingPriceLevel);
        if (line.GetAttributeValue<EntityReference>("uomid") is not { } unit) return new PriceFound(given, PricingError.MissingUnit);
        if (line.GetAttributeValue<decimal?>("quantity") is not { } quantity) return new PriceFound(given, PricingError.MissingQuantity);
        if (!IsActive(list.Id)) return new PriceFound(given, PricingError.InactivePriceLevel);
        if (Item(list.Id, product.Id, unit.Id) is not { } item) return new PriceFound(given, PricingError.ProductNotInPriceLevel);
        if (item.Price.PricePerUnit is not { } price) return new PriceFound(given, item.Price.ErrorCode);
        if (item.DiscountType is not { } type) return item.Price;
        var discount = Discounts(type);
        return discount.IsActive
            ? item.Price with { VolumeDiscount = discount.PerUnit(quantity, price) }
            : item.Price with { ErrorCode = PricingError.InactiveDiscountType };
    }

    /// <summary>Digits of a currency.</summary>
    public int PrecisionOf(EntityReference? currency)
    {
        if (currency is null || currency.Id == execution.Organization.Facts.BaseCurrencyId) return execution.Organization.Facts.BaseCurrencyPrecision;
        if (precisions.TryGetValue(currency.Id, out var precision)) return precision;
        var row = execution.Unit.Retrieve(execution.PlatformContext, new EntityReference("transactioncurrency", currency.Id), new ColumnSet("currencyprecision"));
        return precisions[currency.Id] = row.GetAttributeValue<int>("currencyprecision");
    }

    /// <summary>Reads together the items of some price lists for some products.</summary>
    public void LookAhead(IReadOnlyList<Guid> lists, IReadOnlyList<Guid> products)
    {
        if (products.Count < 2) return;
        foreach (var chunk in products.Chunk(MostProducts))
        {
            foreach (var list in lists) itemsRead.UnionWith(chunk.Select(product => (list, product)));
            if (lists.Count == 0) continue;
            foreach (var item in PriceListItem.Of(execution, lists, chunk))
            {
                Guid Id(string lookup) => item.GetAttributeValue<EntityReference>(lookup)?.Id ?? Guid.Empty;
                stored.TryAdd((Id("pricelevelid"), Id("productid"), Id("uomid")), item);
            }
        }
    }

    private PriceListItem? Item(Guid list, Guid product, Guid unit)
    {
        if (items.TryGetValue((list, product, unit), out var item)) return item;
        var found = itemsRead.Contains((list, product)) ? stored.GetValueOrDefault((list, product, unit)) : PriceListItem.Find(execution, list, product, unit);
        return items[(list, product, unit)] = found is null ? null : new PriceListItem(execution, found);
    }

    private bool IsActive(Guid list)
    {
        if (activeLists.TryGetValue(list, out var isActive)) return isActive;
        var row = execution.Unit.Retrieve(execution.PlatformContext, new EntityReference("pricelevel", list), new ColumnSet("statecode"));
        return activeLists[list] = row.GetAttributeValue<OptionSetValue>("statecode")?.Value == Active;
    }

    private DiscountList Discounts(EntityReference type)
    {
        if (discounts.TryGetValue(type.Id, out var list)) return list;
        return discounts[type.Id] = DiscountList.Read(execution, type);
    }

    private static bool IsSet(Entity line, string column) => line.Attributes.TryGetValue(column, out var value) && value is true;
}
