using System;

namespace Kam.Rules.Pricing;

/// <summary>An invoiced line as a bonus sees it. Amounts in base currency, without tax.</summary>
/// <param name="LineId">The row.</param>
/// <param name="Quantity">Units; below zero for a return.</param>
/// <param name="PocketPrice">Per unit.</param>
/// <param name="UnitCost">Per unit; null when unknown, and then the line earns nothing at all.</param>
/// <param name="TargetPrice">Target of the corridor, per unit; null when there is no corridor, and then the line counts as sold at its target.</param>
/// <param name="IsNewFamily">Whether the customer had not bought the family before.</param>
/// <param name="StandardMarginPercent">What the family usually earns, percent of revenue, above 0.</param>
public sealed record BonusLine(
    Guid LineId,
    decimal Quantity,
    decimal PocketPrice,
    decimal? UnitCost,
    decimal? TargetPrice,
    bool IsNewFamily,
    decimal StandardMarginPercent)
{
    /// <summary>Pocket margin of the line; zero when the cost is unknown.</summary>
    public decimal Margin => UnitCost is { } cost ? (PocketPrice - cost) * Quantity : 0m;

    /// <summary>Revenue that this margin backs at the family's standard rate.</summary>
    public decimal BackedRevenue => Margin / StandardMarginPercent * 100m;

    /// <summary>
    /// What the line brings above its target, below zero for below. A target under cost counts as cost: a plan must not praise a price that loses money.
    /// </summary>
    public decimal AboveTarget => UnitCost is { } cost && TargetPrice is { } target ? (PocketPrice - Math.Max(target, cost)) * Quantity : 0m;
}
