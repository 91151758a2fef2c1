using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Pricing;

/// <summary>How amounts are paid, and so how they are rounded.</summary>
public enum Rounding
{
    /// <summary>To the currency's own precision.</summary>
    OnAccount,

    /// <summary>As coins allow: CHF to 0.05.</summary>
    Cash,
}

/// <summary>
/// From the list price down to what stays in our pocket: list → discounts → conditions on the invoice → invoice price → conditions paid later → pocket price → cost →
/// pocket margin.
/// </summary>
/// <remarks>
/// Marn and Rosiello, "Managing Price, Gaining Profit" (Harvard Business Review, 1992). Everything is computed exactly for the whole line and rounded once, at the end;
/// the rounded steps add up to the rounded totals (largest remainder). A line without units has no price per unit. In a return every amount changes its sign.
/// </remarks>
/// <model stage="5 Pricing">price waterfall list → discounts → invoice price → conditions → pocket price → cost → pocket margin</model>
public sealed class PriceWaterfall
{
    private readonly decimal quantity, exactInvoice, exactPocket;
    private readonly decimal? exactMargin;

    /// <param name="line">The line.</param>
    /// <param name="conditions">The conditions the customer has.</param>
    /// <param name="measured">What the customer has reached.</param>
    /// <param name="currency">The line's currency.</param>
    /// <param name="rounding">How it is paid.</param>
    public PriceWaterfall(
        PricedLine line,
        ConditionStack conditions,
        IReadOnlyDictionary<ConditionKind, decimal> measured,
        Currency currency,
        Rounding rounding)
    {
        quantity = line.Quantity;
        var sign = Math.Sign(quantity);
        var list = line.ListPrice * quantity;
        var discounted = list - line.Discounts.Sum(discount => discount.Amount);
        Conditions = conditions.Apply(list * sign, discounted * sign, measured);
        exactInvoice = discounted - (sign * Sum(isRetroactive: false));
        exactPocket = exactInvoice - (sign * Sum(isRetroactive: true));
        exactMargin = exactPocket - (line.UnitCost * quantity);

        Lines = Rounded(Steps(line, list, sign).ToList(), rounding == Rounding.Cash ? currency.CashUnit : currency.Unit);
        InvoiceAmount = SumOf(WaterfallStepKind.ListPrice, WaterfallStepKind.Discount, WaterfallStepKind.OnInvoiceCondition);
        PocketAmount = InvoiceAmount + SumOf(WaterfallStepKind.RetroactiveCondition);
        MarginAmount = line.UnitCost is null ? null : PocketAmount + SumOf(WaterfallStepKind.Cost);
    }

    /// <summary>From list price to cost, in order.</summary>
    public IReadOnlyList<WaterfallStep> Lines { get; }

    /// <summary>Each condition with what it gives and why not more.</summary>
    public IReadOnlyList<AppliedCondition> Conditions { get; }

    /// <summary>What the invoice says for the line, rounded.</summary>
    public decimal InvoiceAmount { get; }

    /// <summary>What stays after every condition, rounded.</summary>
    public decimal PocketAmount { get; }

    /// <summary>Pocket amount less cost, rounded; null when the cost is unknown.</summary>
    public decimal? MarginAmount { get; }

    /// <summary>Invoice price per unit, exact; null for a line without units.</summary>
    public decimal? InvoicePrice => PerUnit(exactInvoice);

    /// <summary>Pocket price per unit, exact; null for a line without units. What corridors judge.</summary>
    public decimal? PocketPrice => PerUnit(exactPocket);

    /// <summary>Pocket margin per unit, exact; null for a line without units or with unknown cost.</summary>
    public decimal? PocketMargin => exactMargin is { } margin ? PerUnit(margin) : null;

    /// <summary>Pocket margin in percent of the pocket price, two decimals; null when unknown or when nothing stays in the pocket.</summary>
    public decimal? MarginPercent => exactMargin is { } margin && Percentage.Of(margin, exactPocket) is { } share ? Decimals.Two(share) : null;

    private decimal? PerUnit(decimal amount) => quantity == 0m ? null : amount / quantity;

    private decimal Sum(bool isRetroactive) =>
        Conditions.Where(applied => applied.Condition.IsRetroactive == isRetroactive).Sum(applied => applied.Amount);

    private IEnumerable<WaterfallStep> Steps(PricedLine line, decimal list, int sign)
    {
        yield return new WaterfallStep(WaterfallStepKind.ListPrice, "pricing.stepListPrice", "", line.PriceListItemId, list, 0m);
        foreach (var discount in line.Discounts)
            yield return new WaterfallStep(WaterfallStepKind.Discount, discount.TextKey, "", discount.SourceId, -discount.Amount, 0m);
        foreach (var applied in Conditions)
        {
            var kind = applied.Condition.IsRetroactive ? WaterfallStepKind.RetroactiveCondition : WaterfallStepKind.OnInvoiceCondition;
            yield return new WaterfallStep(kind, "", applied.Condition.Name, applied.Condition.Id, -sign * applied.Amount, 0m);
        }

        if (line.UnitCost is { } cost) yield return new WaterfallStep(WaterfallStepKind.Cost, "pricing.stepCost", "", null, -cost * quantity, 0m);
    }

    // Three levels, each rounded as a whole: the invoice, what is paid back, the cost.
    private IReadOnlyList<WaterfallStep> Rounded(List<WaterfallStep> exact, decimal unit)
    {
        var invoice = exact.Where(step => step.Kind <= WaterfallStepKind.OnInvoiceCondition).ToList();
        var later = exact.Where(step => step.Kind == WaterfallStepKind.RetroactiveCondition).ToList();
        var cost = exact.Where(step => step.Kind == WaterfallStepKind.Cost).ToList();
        var invoiceTotal = ToUnit(exactInvoice, unit);
        var pocketTotal = ToUnit(exactPocket, unit);
        var marginTotal = ToUnit(exactMargin ?? 0m, unit);
        return
        [
            .. Fit(invoice, invoiceTotal, unit),
            .. Fit(later, pocketTotal - invoiceTotal, unit),
            .. Fit(cost, marginTotal - pocketTotal, unit),
        ];
    }

    private static IEnumerable<WaterfallStep> Fit(List<WaterfallStep> steps, decimal total, decimal unit)
    {
        if (steps.Count == 0) return steps;

        // What rounding the total moved goes onto the largest step, where it shows least; the rest is shared by remainder.
        var exact = steps.Select(step => step.Exact).ToArray();
        var largest = Array.IndexOf(exact.Select(Math.Abs).ToArray(), exact.Max(Math.Abs));
        exact[largest] += total - exact.Sum();
        var rounded = LargestRemainder.Round(exact, total, unit);
        return steps.Select((step, place) => step with { Amount = rounded[place] });
    }

    private decimal SumOf(params WaterfallStepKind[] kinds) => Lines.Where(step => kinds.Contains(step.Kind)).Sum(step => step.Amount);

    private static decimal ToUnit(decimal amount, decimal unit) => Math.Round(amount / unit, 0, MidpointRounding.AwayFromZero) * unit;
}
