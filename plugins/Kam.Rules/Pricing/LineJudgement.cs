using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>Judges one quote, order or agreement line: where its price stands, who must sign, and why, in words that reveal neither floor nor cost.</summary>
/// <remarks>
/// A line that cannot be judged is not thereby free: for a customer with a segment somebody must look at it, at the lowest level, or else a product written in by hand would be
/// the way around every corridor. A customer without a segment is not steered by the model, and a line without units sells nothing: both pass without a signature.
/// More discount than the segment's frame needs the lowest level at least, wherever the corridor sees the price.
/// </remarks>
/// <model stage="5 Pricing">result: in corridor, below target (warning), approval needed (which level, why), or blocked (below floor or cost)</model>
public sealed class LineJudgement
{
    private readonly PricedLine line;
    private readonly PriceWaterfall waterfall;
    private readonly SegmentTerms terms;
    private readonly Currency currency;
    private readonly PriceFinding? finding;

    /// <param name="line">The line.</param>
    /// <param name="waterfall">Of the line.</param>
    /// <param name="terms">Of the customer's segment.</param>
    /// <param name="path">Who may sign how much.</param>
    /// <param name="currency">Of the line.</param>
    /// <param name="rate">Units of the line's currency for one of the base currency, above zero.</param>
    public LineJudgement(PricedLine line, PriceWaterfall waterfall, SegmentTerms terms, ApprovalPath path, Currency currency, decimal rate)
    {
        this.line = line;
        this.waterfall = waterfall;
        this.terms = terms;
        this.currency = currency;
        if (waterfall.PocketPrice is not { } pocketPrice)
        {
            WhyNotJudged = PricingReasons.NoQuantity;
            return;
        }

        PocketPrice = currency.Round(pocketPrice);
        IsBeyondFrame = terms.MaximumDiscountPercent is { } frame && DiscountPercent > frame;
        if (terms.Corridor is { } corridor) finding = new PriceFinding(corridor, pocketPrice, line.UnitCost);
        else WhyNotJudged = terms.WhyNone;
        DeviationPercent = finding?.DeviationPercent ?? 0m;
        AmountBelowMinimum = (finding?.AmountBelowMinimum(line.Quantity) ?? 0m) / rate;
        IsToBeSigned = IsBeyondFrame || DeviationPercent > 0m || (finding is null && terms.Segment.Length > 0);
        RequiredLevel = IsToBeSigned ? path.Required(DeviationPercent, AmountBelowMinimum) : null;
    }

    /// <summary>Per unit, rounded to the currency; null for a line without units.</summary>
    public decimal? PocketPrice { get; }

    /// <summary>The corridor it is held against, per unit of the line and in its currency; null for none, and for a line without units.</summary>
    public PriceCorridor? Corridor => PocketPrice is null ? null : terms.Corridor;

    /// <summary>Why it is not held against a corridor; null when it is.</summary>
    public Reason? WhyNotJudged { get; }

    /// <summary>Whether the discounts go beyond the segment's frame.</summary>
    public bool IsBeyondFrame { get; }

    /// <summary>How far below the minimum, percent of it; zero at the minimum or above.</summary>
    public decimal DeviationPercent { get; }

    /// <summary>What the line lacks to the minimum, base currency, exact.</summary>
    public decimal AmountBelowMinimum { get; }

    /// <summary>Whether somebody must sign, as far as anybody may know.</summary>
    public bool IsToBeSigned { get; }

    /// <summary>Who must sign; null when nobody must, or when no level goes that far.</summary>
    public ApprovalLevel? RequiredLevel { get; }

    /// <summary>The verdict itself, floor and cost included: only for readers of cost. Null when there is nothing to judge by.</summary>
    public Verdict? Verdict
    {
        get
        {
            var found = finding?.Verdict ?? (waterfall.PocketPrice < line.UnitCost ? Pricing.Verdict.Blocked : null);
            return found < Pricing.Verdict.NeedsApproval && IsBeyondFrame ? Pricing.Verdict.NeedsApproval : found;
        }
    }

    /// <summary>What anybody may know.</summary>
    /// <param name="isSigned">Whether a signature holds for exactly these terms.</param>
    public PriceStatus Status(bool isSigned)
    {
        if (IsToBeSigned && isSigned) return PriceStatus.Approved;
        if (finding is null) return PriceStatus.NotJudged;
        return IsToBeSigned ? PriceStatus.NeedsApproval : (PriceStatus)finding.ShownTo(readsCost: false);
    }

    /// <summary>Why, for anybody to read.</summary>
    public Explanation Reason(bool isSigned) => new(Sentences(isSigned).ToList());

    private decimal DiscountPercent =>
        line.ListPrice * line.Quantity is var list && list != 0m ? line.Discounts.Sum(discount => discount.Amount) / list * 100m : 0m;

    private IEnumerable<Sentence> Sentences(bool isSigned)
    {
        if (WhyNotJudged is { } why) yield return Sentence.Of(why.TextKey);
        else yield return Bounds();
        if (IsBeyondFrame)
            yield return Sentence.Of("pricing.beyondFrame", Argument.Percent(Decimals.Two(DiscountPercent)), Argument.Percent(terms.MaximumDiscountPercent!.Value), Argument.Text(terms.Segment));
        if (IsToBeSigned) yield return Signature(isSigned);
        foreach (var applied in waterfall.Conditions.Where(applied => applied.WhyLess == PricingReasons.ConditionUnmeasured))
            yield return Sentence.Of("pricing.conditionLeftOut", Argument.Text(applied.Condition.Name));
    }

    private Sentence Bounds()
    {
        var corridor = terms.Corridor!;
        var pocket = Amount(PocketPrice!.Value);
        var segment = Argument.Text(terms.Segment);
        return finding!.ShownTo(readsCost: false) switch
        {
            Pricing.Verdict.InCorridor => Sentence.Of("pricing.atTarget", pocket, Amount(corridor.Target), segment),
            Pricing.Verdict.BelowTarget => Sentence.Of("pricing.belowTarget", pocket, Amount(corridor.Target), Amount(corridor.Minimum), segment),
            _ => Sentence.Of("pricing.belowMinimum", pocket, Argument.Percent(Decimals.Two(DeviationPercent)), Amount(corridor.Minimum), segment),
        };
    }

    private Sentence Signature(bool isSigned) =>
        isSigned ? Sentence.Of("pricing.signed")
        : RequiredLevel is { } level ? Sentence.Of("pricing.levelMustSign", Argument.Number(level.Rank), Argument.Text(level.Name))
        : Sentence.Of("pricing.noLevelSigns");

    private Argument Amount(decimal amount) => Argument.Money(currency.Round(amount), currency.Code);
}
