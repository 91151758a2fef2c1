using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>A quote, order or agreement line as it will be stored, as far as its price goes. Amounts in the line's currency.</summary>
internal sealed record OfferLine
{
    /// <summary>The quote, order or agreement.</summary>
    public EntityReference? Document { get; init; }

    public Guid? ProductId { get; init; }

    /// <summary>Of an agreement line that holds for a whole family.</summary>
    public Guid? FamilyId { get; init; }

    public Guid? UnitId { get; init; }

    public decimal Quantity { get; init; }

    /// <summary>As entered; null when the price list gives it.</summary>
    public decimal? EnteredPrice { get; init; }

    /// <summary>As stored or sent, whoever gave it: what locked prices and products outside the price list go by.</summary>
    public decimal? PricePerUnit { get; init; }

    /// <summary>Off the whole line.</summary>
    public decimal ManualDiscount { get; init; }

    /// <summary>Off each unit, as stored: for locked prices.</summary>
    public decimal VolumeDiscount { get; init; }

    /// <summary>Off the list price, for an agreement line.</summary>
    public decimal DiscountPercent { get; init; }

    /// <summary>Per unit; null when the line brings none.</summary>
    public decimal? UnitCost { get; init; }

    /// <summary>What the line came to before this change, after its own discounts: part of its document's total.</summary>
    public decimal AmountBefore { get; init; }

    public Guid? CurrencyId { get; init; }

    public static OfferLine Of(QuoteLineRow line, QuoteLineRow? before) => Of(
        line.QuoteId, line.ProductId, line.UoMId, line.Quantity, line.PricePerUnit, line.IsPriceOverridden, line.IsProductOverridden, line.ManualDiscountAmount, line.VolumeDiscountAmount,
        line.SkipPriceCalculation, line.BaseAmount, null, before?.BaseAmount, before?.ManualDiscountAmount, line.TransactionCurrencyId);

    public static OfferLine Of(OrderLineRow line, OrderLineRow? before) => Of(
        line.SalesOrderId, line.ProductId, line.UoMId, line.Quantity, line.PricePerUnit, line.IsPriceOverridden, line.IsProductOverridden, line.ManualDiscountAmount, line.VolumeDiscountAmount,
        line.SkipPriceCalculation, line.BaseAmount, line.UnitCost, before?.BaseAmount, before?.ManualDiscountAmount, line.TransactionCurrencyId);

    public static OfferLine Of(PriceAgreementLineRow line) => new()
    {
        Document = line.PriceAgreementId,
        ProductId = line.ProductId?.Id,
        FamilyId = line.FamilyId?.Id,
        Quantity = line.FromQuantity is > 0m ? line.FromQuantity.Value : 1m,
        EnteredPrice = line.PricePerUnit?.Value,
        PricePerUnit = line.PricePerUnit?.Value,
        DiscountPercent = line.DiscountPercent ?? 0m,
        CurrencyId = line.TransactionCurrencyId?.Id,
    };

    private static OfferLine Of(
        EntityReference? document, EntityReference? product, EntityReference? unit, decimal? quantity, Money? price, bool? isPriceOverridden, bool? isProductOverridden, Money? manual, Money? volume,
        OptionSetValue? skips, Money? amount, Money? unitCost, Money? amountBefore, Money? manualBefore, EntityReference? currency)
    {
        // Whoever skips the price calculation brings the amounts himself, and they are what is billed.
        var isBilledAsSent = skips is { Value: > 0 } && amount is not null && quantity is not (null or 0m);
        var entered = isBilledAsSent ? amount!.Value / quantity!.Value : isPriceOverridden == true || isProductOverridden == true || product is null ? price?.Value : null;
        return new OfferLine
        {
            Document = document,
            ProductId = isProductOverridden == true ? null : product?.Id,
            UnitId = unit?.Id,
            Quantity = quantity ?? 0m,
            EnteredPrice = entered,
            PricePerUnit = isBilledAsSent ? entered : price?.Value,
            ManualDiscount = manual?.Value ?? 0m,
            VolumeDiscount = isBilledAsSent ? 0m : volume?.Value ?? 0m,
            UnitCost = unitCost?.Value,
            AmountBefore = (amountBefore?.Value ?? 0m) - (manualBefore?.Value ?? 0m),
            CurrencyId = currency?.Id,
        };
    }
}
