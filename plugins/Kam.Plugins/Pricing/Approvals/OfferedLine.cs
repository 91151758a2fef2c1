using System;
using System.Collections.Generic;
using Kam.Plugins.Pricing.Lines;
using Kam.Rules.Pricing;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>A quote, order or agreement, as far as the terms of its lines follow from it.</summary>
/// <param name="Reference">The row.</param>
/// <param name="Customer">Who buys.</param>
/// <param name="PriceListId">Its price list; null without one.</param>
/// <param name="DiscountAmount">Off all lines together, in its currency.</param>
/// <param name="DiscountPercent">Off all lines together.</param>
/// <param name="LinesAmount">All lines after their own discounts, without tax.</param>
/// <param name="IsCommitted">Whether it has gone out: an active or won quote, a submitted, fulfilled or invoiced order, an agreement in force.</param>
/// <param name="PriceSetById">Who last set what all its lines share.</param>
/// <param name="CurrencyId">Its currency; null for an agreement, whose lines have their own.</param>
internal sealed record OfferedDocument(
    EntityReference Reference, EntityReference? Customer, Guid? PriceListId, decimal DiscountAmount, decimal DiscountPercent, decimal LinesAmount, bool IsCommitted,
    EntityReference? PriceSetById, Guid? CurrencyId)
{
    /// <summary>The line's share of the document's discount: by what the lines come to after their own. To four decimals, as money is stored.</summary>
    public decimal ShareOfDiscount(decimal lineAmount)
    {
        var ofAmount = LinesAmount == 0m ? 0m : DiscountAmount * lineAmount / LinesAmount;
        return Math.Round(ofAmount + (DiscountPercent / 100m * lineAmount), 4, MidpointRounding.AwayFromZero);
    }
}

/// <summary>One line of it.</summary>
/// <param name="Reference">The row.</param>
/// <param name="Document">Where it stands.</param>
/// <param name="Number">As people read it; empty when it has none.</param>
/// <param name="Product">Name of the product, or what is written in.</param>
/// <param name="Terms">Exactly what it says.</param>
/// <param name="PriceSetById">Who last set its terms.</param>
/// <param name="Status">What anybody may know about its price, as stored.</param>
/// <param name="ExceptionId">The exception it names.</param>
/// <param name="QuoteLineId">The quote line it was ordered from.</param>
/// <param name="Offer">The line as it is judged.</param>
internal sealed record OfferedLine(
    EntityReference Reference, OfferedDocument Document, string Number, string Product, ApprovedTerms Terms, EntityReference? PriceSetById, Kam.Tables.PriceStatusChoice? Status,
    EntityReference? ExceptionId, Guid? QuoteLineId, OfferLine Offer)
{
    /// <summary>Who set what it costs: on the line and on the document.</summary>
    public IReadOnlyCollection<Guid> PriceSetByIds
    {
        get
        {
            var people = new List<Guid>();
            if (PriceSetById is { } ofLine) people.Add(ofLine.Id);
            if (Document.PriceSetById is { } ofDocument) people.Add(ofDocument.Id);
            return people;
        }
    }
}
