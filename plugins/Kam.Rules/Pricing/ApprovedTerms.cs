using System;

namespace Kam.Rules.Pricing;

/// <summary>Exactly what an approval is for. Another product, price, quantity, discount or currency is something else, and needs another signature.</summary>
/// <param name="LineId">The line.</param>
/// <param name="ProductId">Its product; null when written in.</param>
/// <param name="ProductDescription">What is written in; empty otherwise.</param>
/// <param name="Quantity">Units.</param>
/// <param name="PricePerUnit">As entered.</param>
/// <param name="Discount">All discounts of the line with its share of the document's, for the whole line.</param>
/// <param name="CurrencyId">Of the line.</param>
/// <model stage="5 Pricing">a valid approval for exactly that price and quantity; the approval dies when the line changes</model>
public sealed record ApprovedTerms(
    Guid LineId,
    Guid? ProductId,
    string ProductDescription,
    decimal Quantity,
    decimal PricePerUnit,
    decimal Discount,
    Guid CurrencyId);
