using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>What a discount costs: the house its margin, the key account manager part of the bonus.</summary>
/// <remarks>At fixed volume. The figures tell margin only to those who may read it: the bonus change is shown to its owner, the margin change is the discount itself.</remarks>
/// <model stage="5 Pricing">"what does this discount cost me" live on the quote</model>
public sealed class DiscountCost
{
    /// <param name="plan">Plan of the key account manager.</param>
    /// <param name="lines">What counts in the period, the line in question among it, before the discount.</param>
    /// <param name="lineId">The line in question.</param>
    /// <param name="discount">Per unit, base currency, off the pocket price.</param>
    /// <param name="marginBefore">Pocket margin of the period before.</param>
    /// <param name="share">Part of the period that counts.</param>
    /// <param name="currency">Base currency.</param>
    /// <exception cref="ArgumentException">The line is not among the lines.</exception>
    public DiscountCost(BonusPlan plan, IReadOnlyCollection<BonusLine> lines, Guid lineId, decimal discount, decimal marginBefore, decimal share, Currency currency)
        : this(plan, BonusSums.Of(lines.Where(line => line.LineId != lineId)), Find(lines, lineId), discount, marginBefore, share, currency)
    {
    }

    /// <param name="plan">Plan of the key account manager.</param>
    /// <param name="others">What everything else in the period comes to.</param>
    /// <param name="line">The line in question, before the discount.</param>
    /// <param name="discount">Per unit, base currency, off the pocket price.</param>
    /// <param name="marginBefore">Pocket margin of the period before.</param>
    /// <param name="share">Part of the period that counts.</param>
    /// <param name="currency">Base currency.</param>
    public DiscountCost(BonusPlan plan, BonusSums others, BonusLine line, decimal discount, decimal marginBefore, decimal share, Currency currency)
    {
        Margin = discount * line.Quantity;
        PayBefore = new BonusStatement(plan, others.Plus(line), marginBefore, share, currency).Pay;
        PayAfter = new BonusStatement(plan, others.Plus(line with { PocketPrice = line.PocketPrice - discount }), marginBefore, share, currency).Pay;
    }

    /// <summary>Pocket margin given away, base currency; equals the discount on the whole line.</summary>
    public decimal Margin { get; }

    /// <summary>Bonus without the discount.</summary>
    public decimal PayBefore { get; }

    /// <summary>Bonus with it.</summary>
    public decimal PayAfter { get; }

    /// <summary>Bonus given away; zero below every threshold and above every cap.</summary>
    public decimal Pay => PayBefore - PayAfter;

    private static BonusLine Find(IReadOnlyCollection<BonusLine> lines, Guid lineId) =>
        lines.FirstOrDefault(line => line.LineId == lineId) ?? throw new ArgumentException("The line is not among the lines.", nameof(lineId));
}
