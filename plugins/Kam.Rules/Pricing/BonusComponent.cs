using System;
using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>What a bonus component pays for. The numbers are the values of the choice kam_bonusdriver.</summary>
public enum BonusDriver
{
    /// <summary>Pocket margin of the period, base currency.</summary>
    Margin = 781340000,

    /// <summary>Pocket margin less that of the period before, base currency.</summary>
    ValueGrowth,

    /// <summary>Pocket margin of families that the customer had not bought before, base currency.</summary>
    CrossSell,

    /// <summary>How the pocket prices stand to the target prices, percent; 100 when every line is sold at its target.</summary>
    PriceRealisation,

    /// <summary>Revenue as far as margin backs it: margin divided by the standard margin rate of the family, base currency.</summary>
    Revenue,
}

/// <summary>One component of a bonus plan: what it pays for, from where to where.</summary>
/// <remarks>
/// Nothing below the threshold; at the threshold <see cref="ThresholdPayPercent"/> of the target pay; at the target all of it; at the cap
/// <see cref="CapPayPercent"/>; straight lines between; flat beyond the cap. So more is never paid less.
/// </remarks>
/// <param name="Id">The row.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Driver">What it pays for.</param>
/// <param name="TargetPay">At the target, for the whole period, base currency.</param>
/// <param name="Threshold">In the unit of the driver.</param>
/// <param name="Target">In the unit of the driver, above the threshold.</param>
/// <param name="Cap">In the unit of the driver, above the target.</param>
/// <param name="ThresholdPayPercent">0 to 100.</param>
/// <param name="CapPayPercent">100 or more.</param>
public sealed record BonusComponent(
    Guid Id,
    string Name,
    BonusDriver Driver,
    decimal TargetPay,
    decimal Threshold,
    decimal Target,
    decimal Cap,
    decimal ThresholdPayPercent,
    decimal CapPayPercent)
{
    /// <summary>Percent of the target pay for what was reached, exact.</summary>
    /// <param name="reached">In the unit of the driver.</param>
    /// <param name="share">Part of the period that counts, above 0 to 1; bounds that are amounts shrink with it.</param>
    public decimal PayPercent(decimal reached, decimal share)
    {
        var part = Driver == BonusDriver.PriceRealisation ? 1m : share;
        if (reached < Threshold * part) return 0m;
        if (reached < Target * part) return Between(reached, Threshold * part, Target * part, ThresholdPayPercent, 100m);
        return reached < Cap * part ? Between(reached, Target * part, Cap * part, 100m, CapPayPercent) : CapPayPercent;
    }

    /// <summary>Everything wrong with the component at once.</summary>
    public IReadOnlyList<Violation> Violations() =>
    [
        .. When(TargetPay < 0m, PricingReasons.TargetPayBelowZero, nameof(TargetPay), TargetPay),
        .. When(Threshold >= Target, PricingReasons.TargetNotAboveThreshold, nameof(Target), Target),
        .. When(Target >= Cap, PricingReasons.CapNotAboveTarget, nameof(Cap), Cap),
        .. When(ThresholdPayPercent is < 0m or > 100m, PricingReasons.ThresholdPayOutOfRange, nameof(ThresholdPayPercent), ThresholdPayPercent),
        .. When(CapPayPercent < 100m, PricingReasons.CapPayBelowTarget, nameof(CapPayPercent), CapPayPercent),
    ];

    private static decimal Between(decimal at, decimal from, decimal to, decimal low, decimal high) => low + ((at - from) / (to - from) * (high - low));

    private Violation[] When(bool isWrong, Reason reason, string field, decimal value) =>
        isWrong ? [Violation.OfNumber(reason, field, value, Argument.Text(Name))] : [];
}
