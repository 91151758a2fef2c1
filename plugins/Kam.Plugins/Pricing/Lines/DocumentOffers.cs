using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>What Dataverse knows around all lines of one document at this moment: the document asked for once, and the products together, instead of both for each line.</summary>
/// <remarks>Says of a line exactly what the question about that line alone would. Lines of an agreement may have currencies of their own; the document is then asked for once for each.</remarks>
internal sealed class DocumentOffers
{
    private const int ProductsAtOnce = 200;

    private readonly IOrganizationService asSystem;
    private readonly DateTime today;
    private readonly string table;
    private readonly Dictionary<Guid, IReadOnlyList<Entity>> documents = [];
    private readonly ILookup<Guid, Entity> products, families;

    /// <param name="asSystem">Dataverse with all rights.</param>
    /// <param name="lines">At least one; all of one document.</param>
    /// <param name="today">The day whose corridors and agreements count.</param>
    public DocumentOffers(IOrganizationService asSystem, IReadOnlyList<OfferLine> lines, DateTime today)
    {
        this.asSystem = asSystem;
        this.today = today;
        table = lines[0].Document!.LogicalName;
        var around = Around(lines[0]);
        var segment = around.Count == 0 ? null : around[0].Reference(OfferReader.Name(OfferQuery.Account, AccountRow.Column.SegmentId));
        var priceList = around.Count == 0 ? null : PriceListOf(around[0]);
        products = Ask(lines.Select(line => line.ProductId), isFamily: false, segment, priceList);
        families = Ask(lines.Where(line => line.ProductId is null).Select(line => line.FamilyId), isFamily: true, segment, priceList: null);
    }

    /// <summary>Around one of the lines.</summary>
    public OfferFacts Of(OfferLine line)
    {
        var found = line.ProductId is { } product ? products[product] : line.FamilyId is { } family ? families[family] : [];
        // The item of the line's unit comes first, with the discount of its quantity.
        var rows = found.Select(row => Fitting(row, line)).OrderByDescending(HasItem).ThenByDescending(HasDiscount).ToList();
        return OfferReader.Facts(Around(line), rows, line);
    }

    private IReadOnlyList<Entity> Around(OfferLine line)
    {
        var currency = table == PriceAgreementRow.Table ? line.CurrencyId ?? Guid.Empty : Guid.Empty;
        if (!documents.TryGetValue(currency, out var rows)) documents[currency] = rows = asSystem.RetrieveMultiple(OfferQuery.ForDocument(line, table, today)).Entities;
        return rows;
    }

    private Guid? PriceListOf(Entity document) => table == PriceAgreementRow.Table
        ? document.Reference(OfferReader.Name(OfferQuery.Account, AccountRow.Column.DefaultPriceLevelId))
        : document.GetAttributeValue<EntityReference>(QuoteRow.Column.PriceLevelId)?.Id;

    private ILookup<Guid, Entity> Ask(IEnumerable<Guid?> wanted, bool isFamily, Guid? segment, Guid? priceList)
    {
        var rows = new List<Entity>();
        var ids = wanted.OfType<Guid>().Distinct().ToList();
        for (var from = 0; from < ids.Count; from += ProductsAtOnce)
        {
            var query = OfferQuery.ForProducts(ids.Skip(from).Take(ProductsAtOnce).ToList(), isFamily, segment, priceList, today);
            while (true)
            {
                var page = asSystem.RetrieveMultiple(query);
                rows.AddRange(page.Entities);
                if (!page.MoreRecords) break;
                query.PageInfo.PageNumber++;
                query.PageInfo.PagingCookie = page.PagingCookie;
            }
        }
        return rows.ToLookup(row => row.Id);
    }

    // Of what is on the list in other units, or off it for other quantities, the line knows nothing.
    private static Entity Fitting(Entity row, OfferLine line)
    {
        var unit = row.Reference(OfferReader.Name(OfferQuery.Item, PriceListItemRow.Column.UoMId));
        var isOtherUnit = line.UnitId is { } own && unit is { } listed && listed != own;
        var low = row.Sum(OfferReader.Name(OfferQuery.Discount, DiscountRow.Column.LowQuantity));
        var high = row.Sum(OfferReader.Name(OfferQuery.Discount, DiscountRow.Column.HighQuantity));
        var isOtherQuantity = low > line.Quantity || high < line.Quantity;
        if (!isOtherUnit && !isOtherQuantity) return row;
        var fitting = new Entity(row.LogicalName, row.Id);
        foreach (var column in row.Attributes)
            if (!(isOtherUnit && IsOf(column.Key, OfferQuery.Item)) && !IsOf(column.Key, OfferQuery.Discount)) fitting.Attributes[column.Key] = column.Value;
        return fitting;
    }

    private static bool IsOf(string column, string alias) => column.StartsWith(alias + ".", StringComparison.Ordinal);

    private static bool HasItem(Entity row) => row.Reference(OfferReader.Name(OfferQuery.Item, PriceListItemRow.Column.ProductPriceLevelId)) is not null;

    private static bool HasDiscount(Entity row) => row.Reference(OfferReader.Name(OfferQuery.Discount, DiscountRow.Column.DiscountId)) is not null;
}
