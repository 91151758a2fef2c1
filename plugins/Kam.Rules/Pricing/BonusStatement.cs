using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>What one component pays in a period.</summary>
/// <param name="Component">Which.</param>
/// <param name="Reached">In the unit of its driver, exact.</param>
/// <param name="PayPercent">Of its target pay, two decimals; what the curve says, gates aside.</param>
/// <param name="Pay">Base currency, rounded; the parts add up to the statement.</param>
/// <param name="WhyNothing">The gate that stopped it; null when none did.</param>
public sealed record BonusPart(BonusComponent Component, decimal Reached, decimal PayPercent, decimal Pay, Reason? WhyNothing);

/// <summary>What a key account manager has earned in a period, part by part.</summary>
/// <remarks>
/// Every driver rests on margin, line by line: so at fixed volume pay rises with pocket margin, and no discount that lowers the margin of its line raises pay, not even one
/// that buys volume with it. That is why revenue counts only as far as margin backs it, and why price realisation is measured against the planned revenue
/// and not against what was sold. A line whose cost is unknown earns nothing.
/// </remarks>
/// <model stage="5 Pricing">statement per KAM and period from margin, value growth, cross-sell and price realisation; thresholds, targets, caps; the revenue component pays nothing when margin fell beyond a limit</model>
public sealed class BonusStatement
{
    private readonly BonusPlan plan;
    private readonly BonusSums sums;
    private readonly decimal marginBefore, share;
    private readonly Currency currency;

    /// <param name="plan">A plan without violations.</param>
    /// <param name="lines">Invoiced in the part of the period that counts.</param>
    /// <param name="marginBefore">Pocket margin of the same part of the period before.</param>
    /// <param name="share">Part of the period that counts: days on the job by days of the period, above 0 to 1.</param>
    /// <param name="currency">Base currency.</param>
    /// <exception cref="ArgumentException">The plan has violations.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1.</exception>
    public BonusStatement(BonusPlan plan, IReadOnlyCollection<BonusLine> lines, decimal marginBefore, decimal share, Currency currency)
        : this(plan, BonusSums.Of(lines), marginBefore, share, currency)
    {
    }

    /// <param name="plan">A plan without violations.</param>
    /// <param name="sums">What the lines of the part of the period that counts come to.</param>
    /// <param name="marginBefore">Pocket margin of the same part of the period before.</param>
    /// <param name="share">Part of the period that counts: days on the job by days of the period, above 0 to 1.</param>
    /// <param name="currency">Base currency.</param>
    /// <exception cref="ArgumentException">The plan has violations.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1.</exception>
    public BonusStatement(BonusPlan plan, BonusSums sums, decimal marginBefore, decimal share, Currency currency)
    {
        if (plan.Violations().Count > 0) throw new ArgumentException("The bonus plan is not valid.", nameof(plan));
        if (share is <= 0m or > 1m) throw new ArgumentOutOfRangeException(nameof(share), share, "Above 0, at most 1.");
        this.plan = plan;
        this.marginBefore = marginBefore;
        this.share = share;
        this.currency = currency;
        this.sums = sums;
        Parts = Paid();
        Pay = Parts.Sum(part => part.Pay);
    }

    /// <summary>Pocket margin of the period.</summary>
    public decimal Margin => sums.Margin;

    /// <summary>How many lines earned nothing because their cost is unknown.</summary>
    public int LinesWithoutCost => sums.LinesWithoutCost;

    /// <summary>One for each component, in the plan's order.</summary>
    public IReadOnlyList<BonusPart> Parts { get; }

    /// <summary>What is earned, base currency, rounded on account.</summary>
    public decimal Pay { get; }

    /// <summary>What a corrected past period still owes: above zero to pay, below zero to hold back. The stated period itself stays as it was.</summary>
    /// <param name="statedBefore">What earlier statements of the same period, corrections included, came to.</param>
    public decimal Correction(decimal statedBefore) => Pay - statedBefore;

    private bool MarginFellTooFar => marginBefore > 0m && Margin < marginBefore * (100m - plan.MarginFallLimitPercent) / 100m;

    private BonusPart[] Paid()
    {
        var parts = plan.Components.Select(component => Part(component, Reached(component.Driver))).ToArray();
        var exact = parts.Select(part => part.WhyNothing is null ? part.Component.TargetPay * share * part.Component.PayPercent(part.Reached, share) / 100m : 0m).ToArray();
        var sum = exact.Sum();
        if (plan.MaximumPay * share is { } most && sum > most) exact = exact.Select(pay => pay * most / sum).ToArray();
        var pays = LargestRemainder.Round(exact, currency.Round(exact.Sum()), currency.Unit, parts.Select(part => part.Component.Id).ToArray());
        return parts.Select((part, place) => part with { Pay = pays[place] }).ToArray();
    }

    private BonusPart Part(BonusComponent component, decimal reached) => new(
        component,
        reached,
        Decimals.Two(component.PayPercent(reached, share)),
        0m,
        component.Driver == BonusDriver.Revenue && MarginFellTooFar ? PricingReasons.MarginFellTooFar : null);

    private decimal Reached(BonusDriver driver) => driver switch
    {
        BonusDriver.Margin => Margin,
        BonusDriver.ValueGrowth => Margin - marginBefore,
        BonusDriver.CrossSell => sums.CrossSellMargin,
        BonusDriver.PriceRealisation => 100m + (sums.AboveTarget / (plan.PlannedRevenue * share) * 100m),
        BonusDriver.Revenue => sums.BackedRevenue,
        _ => throw new InvalidOperationException($"Unknown driver {driver}."),
    };
}
