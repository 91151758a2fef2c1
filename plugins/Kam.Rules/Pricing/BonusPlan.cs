using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>What a key account manager can earn in a period, and what stops it.</summary>
/// <param name="Components">What is paid for.</param>
/// <param name="MarginFallLimitPercent">When margin falls by more than this against the period before, the revenue component pays nothing; 0 to 100.</param>
/// <param name="PlannedRevenue">Revenue of the whole period at target prices, base currency, above zero: what price realisation is measured on.</param>
/// <param name="MaximumPay">All components together pay at most this for the whole period, base currency; null for no common cap.</param>
public sealed record BonusPlan(IReadOnlyList<BonusComponent> Components, decimal MarginFallLimitPercent, decimal PlannedRevenue, decimal? MaximumPay)
{
    /// <summary>Usual margin in percent of revenue, above 0 to 100: the rate at which margin backs revenue where a line has none of its own.</summary>
    public decimal StandardMarginPercent { get; init; } = 100m;

    /// <summary>Everything wrong with the plan and its components at once.</summary>
    public IReadOnlyList<Violation> Violations() =>
    [
        .. Components.SelectMany(component => component.Violations()),
        .. MarginFallLimitPercent is < 0m or > 100m ? [Violation.OfNumber(PricingReasons.MarginFallLimitOutOfRange, nameof(MarginFallLimitPercent), MarginFallLimitPercent)] : System.Array.Empty<Violation>(),
        .. PlannedRevenue <= 0m ? [Violation.OfNumber(PricingReasons.PlannedRevenueNotAboveZero, nameof(PlannedRevenue), PlannedRevenue)] : System.Array.Empty<Violation>(),
        .. StandardMarginPercent is <= 0m or > 100m ? [Violation.OfNumber(PricingReasons.StandardMarginOutOfRange, nameof(StandardMarginPercent), StandardMarginPercent)] : System.Array.Empty<Violation>(),
        .. MaximumPay < 0m ? [Violation.OfNumber(PricingReasons.MaximumPayBelowZero, nameof(MaximumPay), MaximumPay.Value)] : System.Array.Empty<Violation>(),
    ];
}
