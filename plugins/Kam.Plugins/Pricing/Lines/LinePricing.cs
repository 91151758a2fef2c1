using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Hands a line and what is known around it to the rules.</summary>
internal static class LinePricing
{
    private static readonly Currency Unknown = new("XXX", 2);

    /// <summary>The line as the waterfall takes it; null when there is no price to start from.</summary>
    /// <param name="line">The line.</param>
    /// <param name="facts">What is known around it.</param>
    /// <param name="pieces">How many of the product's own unit are in one of the line's.</param>
    public static PricedLine? Priced(OfferLine line, OfferFacts facts, decimal pieces)
    {
        var hasLockedPrice = facts.IsPriceLocked && line.PricePerUnit is not null;
        var perUnit = hasLockedPrice ? line.PricePerUnit : line.EnteredPrice ?? (line.DiscountPercent > 0m ? null : facts.ListPrice ?? line.PricePerUnit);
        var list = facts.ListPrice ?? perUnit;
        if (list is null) return null;
        var discounts = new List<LineDiscount>();
        void Take(string textKey, Guid? source, decimal amount)
        {
            if (amount != 0m) discounts.Add(new LineDiscount(textKey, source, amount));
        }

        Take("pricing.discountAgreed", null, list.Value * line.Quantity * line.DiscountPercent / 100m);
        if (perUnit is { } price) Take("pricing.discountPriceBelowList", null, (list.Value - price) * line.Quantity);
        var takesVolume = !hasLockedPrice && line.EnteredPrice is null;
        Take("pricing.discountVolume", takesVolume ? facts.VolumeDiscountId : null, (takesVolume ? facts.VolumeDiscount : hasLockedPrice ? line.VolumeDiscount : 0m) * line.Quantity);
        Take("pricing.discountManual", null, facts.IsDiscountPerUnit ? line.ManualDiscount * line.Quantity : line.ManualDiscount);
        var amount = (list.Value * line.Quantity) - discounts.Sum(discount => discount.Amount);
        Take("pricing.discountDocument", line.Document?.Id, ShareOfDocument(line, facts, amount));
        return new PricedLine(line.Quantity, list.Value, facts.ListPrice is null ? null : facts.PriceListItemId, discounts, UnitCost(line, facts, pieces));
    }

    /// <summary>The corridor of the customer's segment in the line's currency and unit, or why there is none.</summary>
    public static SegmentTerms Terms(OfferLine line, OfferFacts facts, decimal pieces, bool hasPrice)
    {
        if (facts.SegmentId is not { } segment) return new SegmentTerms("", null, PricingReasons.NoSegment, null);
        if (!hasPrice) return new SegmentTerms(facts.Segment, null, PricingReasons.NoPrice, facts.MaximumDiscountPercent);
        if (facts.FamilyId is null && line.FamilyId is null) return new SegmentTerms(facts.Segment, null, PricingReasons.NoFamily, facts.MaximumDiscountPercent);
        var found = facts.Corridors.FirstOrDefault(corridor => corridor.SegmentId == segment);
        if (found is null) return new SegmentTerms(facts.Segment, null, PricingReasons.NoCorridor, facts.MaximumDiscountPercent);
        var isSameCurrency = facts.CurrencyId is not null && found.CurrencyId == facts.CurrencyId;
        var inCurrency = isSameCurrency ? found.Entered : found.Base.In(facts.Rate);
        return new SegmentTerms(facts.Segment, pieces == 1m ? inCurrency : inCurrency.In(pieces), null, facts.MaximumDiscountPercent);
    }

    public static Currency CurrencyOf(OfferFacts facts) => facts.Currency ?? Unknown;

    /// <summary>Per unit of the line, in its currency: what the line brings, else the product's standard cost.</summary>
    private static decimal? UnitCost(OfferLine line, OfferFacts facts, decimal pieces) => line.UnitCost ?? (facts.StandardCost * facts.Rate * pieces);

    // An amount off the whole document falls on each line by what it comes to; were there nothing to share it by, the line bears it alone.
    private static decimal ShareOfDocument(OfferLine line, OfferFacts facts, decimal amount)
    {
        var total = facts.DocumentAmount - line.AmountBefore + amount;
        var ofAmount = facts.DocumentDiscount == 0m ? 0m : total > 0m ? facts.DocumentDiscount * amount / total : facts.DocumentDiscount * Math.Sign(line.Quantity);
        return ofAmount + (amount * facts.DocumentDiscountPercent / 100m);
    }
}
