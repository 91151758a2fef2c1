using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>One condition as it applies to a line.</summary>
/// <param name="Condition">Which.</param>
/// <param name="Measured">What was measured, in the unit of its kind; null when unknown.</param>
/// <param name="Percent">The percentage of its tiers, before caps.</param>
/// <param name="Amount">What it takes off the line, exact, zero or more.</param>
/// <param name="WhyLess">Why it gives nothing, or less than its percentage; null when it gives it in full.</param>
public sealed record AppliedCondition(PriceCondition Condition, decimal? Measured, decimal Percent, decimal Amount, Reason? WhyLess);

/// <summary>The conditions of a line in their order, each with its cap, all with theirs.</summary>
/// <remarks>
/// An unknown value gives nothing: no reward without knowing for what. When the common cap is reached, the later conditions are the ones
/// that are cut. The price never goes below zero. Amounts are of the whole line, exact; nothing is rounded here.
/// </remarks>
/// <model stage="5 Pricing">price condition (loyalty, cross-sell, growth, volume, payment; on-invoice or retroactive; tiers)</model>
public sealed class ConditionStack
{
    private readonly PriceCondition[] conditions;
    private readonly decimal? capPercent;

    /// <param name="conditions">In any order.</param>
    /// <param name="capPercent">All conditions together take off at most this much of the list price; null for no common cap.</param>
    public ConditionStack(IEnumerable<PriceCondition> conditions, decimal? capPercent)
    {
        this.conditions = conditions.OrderBy(condition => condition.IsRetroactive).ThenBy(condition => condition.Sequence).ThenBy(condition => condition.Id).ToArray();
        this.capPercent = capPercent;
    }

    /// <summary>What each condition takes off, in the order in which they are taken.</summary>
    /// <param name="listAmount">List price of the whole line, zero or more.</param>
    /// <param name="discountedAmount">The same after the line's discounts.</param>
    /// <param name="measured">What the customer has reached; a kind that is missing is unknown.</param>
    public IReadOnlyList<AppliedCondition> Apply(decimal listAmount, decimal discountedAmount, IReadOnlyDictionary<ConditionKind, decimal> measured)
    {
        var running = Math.Max(0m, discountedAmount);
        var left = capPercent is { } cap ? listAmount * cap / 100m : decimal.MaxValue;
        var applied = new List<AppliedCondition>();
        foreach (var condition in conditions)
        {
            if (!measured.TryGetValue(condition.Kind, out var value))
            {
                applied.Add(new AppliedCondition(condition, null, 0m, 0m, PricingReasons.ConditionUnmeasured));
                continue;
            }

            var percent = condition.PercentAt(value);
            var wanted = percent / 100m * Basis(condition.Basis, listAmount, discountedAmount, running);
            var most = condition.CapPercent is { } own ? listAmount * own / 100m : decimal.MaxValue;
            var amount = Math.Min(Math.Min(wanted, most), Math.Min(left, running));
            applied.Add(new AppliedCondition(condition, value, percent, amount, WhyLess(percent, wanted, most, amount)));
            running -= amount;
            left -= amount;
        }

        return applied;
    }

    private static decimal Basis(ConditionBasis basis, decimal list, decimal discounted, decimal running) => basis switch
    {
        ConditionBasis.ListPrice => list,
        ConditionBasis.DiscountedPrice => Math.Max(0m, discounted),
        ConditionBasis.RunningPrice => running,
        _ => throw new InvalidOperationException($"Unknown basis {basis}."),
    };

    private static Reason? WhyLess(decimal percent, decimal wanted, decimal most, decimal amount) =>
        percent == 0m ? PricingReasons.TierNotReached
        : amount == wanted ? null
        : amount == most ? PricingReasons.ConditionCapped
        : PricingReasons.StackCapped;
}
