using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>What a condition rewards. The numbers are the values of the choice kam_conditionkind.</summary>
public enum ConditionKind
{
    /// <summary>Years as a customer.</summary>
    Loyalty = 781340000,

    /// <summary>Number of product families bought.</summary>
    CrossSell,

    /// <summary>Growth of the margin in percent.</summary>
    Growth,

    /// <summary>Units of the line.</summary>
    Volume,

    /// <summary>Days by which payment comes before it is due.</summary>
    Payment,
}

/// <summary>What the percentage is taken of. The numbers are the values of the choice kam_conditionbasis.</summary>
public enum ConditionBasis
{
    /// <summary>The list price.</summary>
    ListPrice = 781340000,

    /// <summary>The price after the discounts of the line.</summary>
    DiscountedPrice,

    /// <summary>What is left after every condition before this one: conditions compound.</summary>
    RunningPrice,
}

/// <summary>How tiers apply. The numbers are the values of the choice kam_tiermethod.</summary>
public enum TierMethod
{
    /// <summary>The tier that is reached holds for the whole.</summary>
    Whole = 781340000,

    /// <summary>Each tier holds only for the part of the value that lies within it.</summary>
    Slices,
}

/// <summary>From a value on, a percentage.</summary>
/// <param name="From">In the unit of the condition's kind; the value itself belongs to the tier.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record ConditionTier(decimal From, decimal Percent);

/// <summary>A price condition: what is rewarded, by how much, and when it is paid.</summary>
/// <param name="Id">The row it comes from.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Kind">What is rewarded.</param>
/// <param name="IsRetroactive">Paid later, off the invoice; otherwise the invoice already carries it.</param>
/// <param name="Basis">What the percentage is taken of.</param>
/// <param name="Method">How tiers apply.</param>
/// <param name="Tiers">In any order.</param>
/// <param name="Sequence">Conditions are taken off in this order, equal ones by <see cref="Id"/>; on-invoice conditions all come before retroactive ones.</param>
/// <param name="CapPercent">At most this much of the list price; null for no cap.</param>
public sealed record PriceCondition(
    Guid Id,
    string Name,
    ConditionKind Kind,
    bool IsRetroactive,
    ConditionBasis Basis,
    TierMethod Method,
    IReadOnlyList<ConditionTier> Tiers,
    int Sequence,
    decimal? CapPercent)
{
    /// <summary>The percentage for a value: of the highest tier reached, or of the slices weighted by their share; 0 below the first tier.</summary>
    public decimal PercentAt(decimal value)
    {
        var reached = Tiers.Where(tier => tier.From <= value).OrderBy(tier => tier.From).ToList();
        if (reached.Count == 0) return 0m;
        if (Method == TierMethod.Whole || value <= 0m) return reached[reached.Count - 1].Percent;
        var granted = 0m;
        for (var place = 0; place < reached.Count; place++)
        {
            var until = place + 1 < reached.Count ? reached[place + 1].From : value;
            granted += (until - reached[place].From) * reached[place].Percent;
        }

        return granted / value;
    }

    /// <summary>Everything wrong with the condition at once.</summary>
    public IReadOnlyList<Violation> Violations() =>
    [
        .. Tiers.Where(tier => tier.Percent is < 0m or > 100m).Select(tier => Of(PricingReasons.TierPercentOutOfRange, nameof(ConditionTier.Percent), tier.Percent)),
        .. Tiers.GroupBy(tier => tier.From).Where(same => same.Count() > 1).Select(same => Of(PricingReasons.TierTwice, nameof(ConditionTier.From), same.Key)),
        .. Tiers.Where(tier => Method == TierMethod.Slices && tier.From < 0m).Select(tier => Of(PricingReasons.SliceBelowZero, nameof(ConditionTier.From), tier.From)),
        .. Tiers.Count == 0 ? [Violation.Of(PricingReasons.ConditionWithoutTier, nameof(Tiers), "", Argument.Text(Name))] : Array.Empty<Violation>(),
        .. CapPercent is < 0m or > 100m ? [Of(PricingReasons.CapOutOfRange, nameof(CapPercent), CapPercent.Value)] : Array.Empty<Violation>(),
    ];

    private Violation Of(Reason reason, string field, decimal value) => Violation.OfNumber(reason, field, value, Argument.Text(Name));
}
