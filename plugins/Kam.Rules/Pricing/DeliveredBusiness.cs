using System;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>What a customer delivered for a concession, on invoiced lines since the agreement began. Amounts in base currency.</summary>
/// <param name="FirstBoughtOn">First purchase ever; null without one.</param>
/// <param name="FamilyCount">Product families bought since the agreement began.</param>
/// <param name="Units">Units of the product, or family, of the agreement's line.</param>
/// <param name="Revenue">Net revenue of these units.</param>
/// <param name="Margin">Margin since the agreement began; null when unknown.</param>
/// <param name="MarginBefore">Margin of as many days before it; null when unknown.</param>
/// <param name="DaysPaidEarly">Average days by which invoices were paid before they were due, below zero for late; null when none was paid.</param>
public sealed record DeliveredBusiness(DateTime? FirstBoughtOn, int FamilyCount, decimal Units, decimal Revenue, decimal? Margin, decimal? MarginBefore, decimal? DaysPaidEarly)
{
    private const decimal DaysPerYear = 365.25m;

    /// <summary>The measure that a kind of condition asks for; null when it cannot be told, and then a person must look.</summary>
    /// <param name="kind">What was promised.</param>
    /// <param name="today">The day of the review.</param>
    public decimal? Measured(ConditionKind kind, DateTime today) => kind switch
    {
        ConditionKind.Loyalty => FirstBoughtOn is { } first ? (Period.DayOf(today) - Period.DayOf(first)).Days / DaysPerYear : null,
        ConditionKind.CrossSell => FamilyCount,
        // A growth from nothing, or from a loss, is no percentage.
        ConditionKind.Growth => MarginBefore > 0m ? (Margin - MarginBefore) / MarginBefore * 100m : null,
        ConditionKind.Volume => Units,
        ConditionKind.Payment => DaysPaidEarly,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of condition."),
    };

    /// <summary>What a discount gave on these units: the revenue is what was left after it.</summary>
    /// <param name="discountPercent">Off the price; 0 to below 100.</param>
    public decimal Granted(decimal discountPercent) =>
        discountPercent is < 0m or >= 100m ? throw new ArgumentOutOfRangeException(nameof(discountPercent), discountPercent, "0 to below 100.") : Math.Max(0m, Revenue) / (100m - discountPercent) * discountPercent;
}
