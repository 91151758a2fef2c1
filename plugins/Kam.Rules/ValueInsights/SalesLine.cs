using System;

namespace Kam.Rules.ValueInsights;

/// <summary>One line of an order or invoice that counts as revenue.</summary>
/// <param name="On">Day of the order or invoice, UTC.</param>
/// <param name="Revenue">Base currency, without tax, discounts taken off; negative for a return.</param>
/// <param name="Cost">Cost of the whole line, base currency; null when unknown. Negative for a return.</param>
/// <param name="ProductFamilyId">Product family; null for a free-text line.</param>
public sealed record SalesLine(DateTime On, decimal Revenue, decimal? Cost, Guid? ProductFamilyId);
