using System;

namespace Kam.Rules.Pricing;

/// <summary>
/// What one segment may pay for one product family: the price we aim for, the price below which
/// someone must sign, and the price nobody may sign.
/// </summary>
/// <remarks>
/// All bounds are pocket prices per unit in the line's currency: every condition the customer enjoys
/// has been taken off. A price exactly on a bound counts as on its better side.
/// </remarks>
/// <model stage="5 Pricing">kundenorientierter Preisansatz</model>
public sealed class PriceCorridor
{
    /// <exception cref="ArgumentException">Not 0 ≤ floor ≤ minimum ≤ target.</exception>
    public PriceCorridor(decimal target, decimal minimum, decimal floor)
    {
        if (floor < 0m || floor > minimum || minimum > target)
            throw new ArgumentException($"0 ≤ floor {floor} ≤ minimum {minimum} ≤ target {target} does not hold.", nameof(floor));
        Target = target;
        Minimum = minimum;
        Floor = floor;
    }

    /// <summary>The price we aim for.</summary>
    public decimal Target { get; }

    /// <summary>Below it somebody must sign.</summary>
    public decimal Minimum { get; }

    /// <summary>Below it nobody may sign. For eyes that may see cost only: <see cref="PriceFinding"/> shows what others may know.</summary>
    public decimal Floor { get; }

    /// <summary>Judges a line by its pocket price.</summary>
    /// <param name="pocketPrice">Per unit, in the line's currency.</param>
    /// <param name="unitCost">Per unit, same currency; null when unknown, and then only the bounds count.</param>
    public Verdict Judge(decimal pocketPrice, decimal? unitCost)
    {
        // Floor and cost share one refusal: its text is read by people who may not see cost.
        if (pocketPrice < Floor || pocketPrice < unitCost) return Verdict.Blocked;
        if (pocketPrice < Minimum) return Verdict.NeedsApproval;
        return pocketPrice < Target ? Verdict.BelowTarget : Verdict.InCorridor;
    }

    /// <summary>The same corridor in another currency.</summary>
    /// <param name="rate">Units of the other currency for one of this; above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is zero or below.</exception>
    public PriceCorridor In(decimal rate) =>
        rate > 0m
            ? new PriceCorridor(Target * rate, Minimum * rate, Floor * rate)
            : throw new ArgumentOutOfRangeException(nameof(rate), rate, "An exchange rate is above zero.");
}
