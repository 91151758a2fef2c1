using System;

namespace Kam.Rules.Pricing;

/// <summary>Exactly what an approval is for. Another product, unit, price, quantity, discount, currency, price list, document or customer is something else, and needs another signature.</summary>
/// <param name="LineId">The line.</param>
/// <param name="DocumentId">Its quote, order or agreement.</param>
/// <param name="CustomerId">Who buys; null when the document names nobody.</param>
/// <param name="ProductId">Its product; null when written in.</param>
/// <param name="ProductDescription">What is written in; empty otherwise.</param>
/// <param name="UnitId">Of the quantity; null when written in.</param>
/// <param name="Quantity">Units.</param>
/// <param name="PricePerUnit">As entered.</param>
/// <param name="Discount">All discounts of the line with its share of the document's, for the whole line.</param>
/// <param name="CurrencyId">Of the line.</param>
/// <param name="PriceListId">Of the document; null without one.</param>
/// <model stage="5 Pricing">a valid approval for exactly that price and quantity; the approval dies when the line changes</model>
public sealed record ApprovedTerms(
    Guid LineId,
    Guid DocumentId,
    Guid? CustomerId,
    Guid? ProductId,
    string ProductDescription,
    Guid? UnitId,
    decimal Quantity,
    decimal PricePerUnit,
    decimal Discount,
    Guid CurrencyId,
    Guid? PriceListId)
{
    /// <summary>The same figures for another line: the order line that a won quote line becomes.</summary>
    public ApprovedTerms For(Guid lineId, Guid documentId) => this with { LineId = lineId, DocumentId = documentId };
}
