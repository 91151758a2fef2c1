using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Pricing;

/// <summary>What the lines of a period come to, as far as a bonus asks: sums can be added, so lines may be read in pages. Base currency.</summary>
/// <param name="Margin">Pocket margin.</param>
/// <param name="CrossSellMargin">Of it, that of families the customer had not bought before.</param>
/// <param name="AboveTarget">What the lines bring above their target prices; below zero for below.</param>
/// <param name="BackedRevenue">Revenue as far as margin backs it.</param>
/// <param name="LinesWithoutCost">Lines that earn nothing because their cost is unknown.</param>
public sealed record BonusSums(decimal Margin, decimal CrossSellMargin, decimal AboveTarget, decimal BackedRevenue, int LinesWithoutCost)
{
    /// <summary>No line.</summary>
    public static BonusSums None { get; } = new(0m, 0m, 0m, 0m, 0);

    /// <summary>The sums of some lines.</summary>
    public static BonusSums Of(IEnumerable<BonusLine> lines) => lines.Aggregate(None, (sums, line) => sums.Plus(line));

    /// <summary>With one line more.</summary>
    public BonusSums Plus(BonusLine line) => new(
        Margin + line.Margin,
        line.IsNewFamily ? CrossSellMargin + line.Margin : CrossSellMargin,
        AboveTarget + line.AboveTarget,
        BackedRevenue + line.BackedRevenue,
        line.UnitCost is null ? LinesWithoutCost + 1 : LinesWithoutCost);
}
