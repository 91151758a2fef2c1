using System;
using System.Collections.Generic;

namespace Kam.Rules.Pricing;

/// <summary>A discount of a line: a price below list, a volume discount, a manual one, the line's share of the document's.</summary>
/// <param name="TextKey">Key of its name: <c>pricing.discountManual</c> and the like.</param>
/// <param name="SourceId">The row it comes from; null when it is entered on the line itself.</param>
/// <param name="Amount">Off the whole line, in the line's currency; below zero for a surcharge.</param>
public sealed record LineDiscount(string TextKey, Guid? SourceId, decimal Amount);

/// <summary>A quote, order or agreement line before its waterfall. All amounts in the line's currency, without tax.</summary>
/// <param name="Quantity">Units; below zero for a return.</param>
/// <param name="ListPrice">Per unit, zero or more.</param>
/// <param name="PriceListItemId">The row the list price comes from; null for a product that is written in.</param>
/// <param name="Discounts">In the order in which they are taken off.</param>
/// <param name="UnitCost">Per unit; null when unknown.</param>
public sealed record PricedLine(decimal Quantity, decimal ListPrice, Guid? PriceListItemId, IReadOnlyList<LineDiscount> Discounts, decimal? UnitCost);
