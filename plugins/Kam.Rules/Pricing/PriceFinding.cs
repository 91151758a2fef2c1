using System;

namespace Kam.Rules.Pricing;

/// <summary>What is found about a line's price, and how much of it a reader may know.</summary>
/// <remarks>
/// Floor and cost stay with those who may read cost. To everybody else a price below the minimum is one that needs approval, whether or not
/// anybody may sign it; the level named follows from target, minimum and quantity alone. So no series of prices tells where below the
/// minimum the floor lies, nor where the cost does: what is shown changes only at bounds that the reader sees anyway. A cost above the minimum is the one
/// case where hiding needs more than a word: then the line is shown by its bounds as if cost were unknown, and stopped when it is activated.
/// </remarks>
/// <model stage="5 Pricing">Whoever may not read cost and margin (column security) learns neither from messages, nor from rounding, nor from history.</model>
public sealed class PriceFinding
{
    private readonly PriceCorridor corridor;
    private readonly decimal pocketPrice;

    /// <param name="corridor">Of the account's segment and the product's family, in the line's currency.</param>
    /// <param name="pocketPrice">Per unit, in the line's currency.</param>
    /// <param name="unitCost">Per unit, same currency; null when unknown.</param>
    public PriceFinding(PriceCorridor corridor, decimal pocketPrice, decimal? unitCost)
    {
        this.corridor = corridor;
        this.pocketPrice = pocketPrice;
        Verdict = corridor.Judge(pocketPrice, unitCost);
    }

    /// <summary>The verdict itself: what activation, ordering and approvers go by.</summary>
    public Verdict Verdict { get; }

    /// <summary>The verdict as a reader may know it.</summary>
    public Verdict ShownTo(bool readsCost)
    {
        if (readsCost) return Verdict;
        var byBounds = corridor.Judge(pocketPrice, unitCost: null);
        return byBounds == Verdict.Blocked ? Verdict.NeedsApproval : byBounds;
    }

    /// <summary>How far the price is below the minimum, percent of the minimum; zero at the minimum or above, 100 when the minimum is zero.</summary>
    public decimal DeviationPercent =>
        pocketPrice >= corridor.Minimum ? 0m : corridor.Minimum == 0m ? 100m : (corridor.Minimum - pocketPrice) / corridor.Minimum * 100m;

    /// <summary>What the line lacks to the minimum, in the line's currency; zero at the minimum or above.</summary>
    /// <param name="quantity">Units of the line; a return counts like a sale.</param>
    public decimal AmountBelowMinimum(decimal quantity) => Math.Max(0m, corridor.Minimum - pocketPrice) * Math.Abs(quantity);
}
