using System;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// The plain rule beside the models: an account that is quiet for much longer than its usual gap between orders is about to be lost; any
/// other goes on ordering as often as so far.
/// </summary>
/// <remarks>
/// Frequency first, then recency. On published hold-outs it often does as well as the models (Wübben and von Wangenheim 2008), it needs no customer base,
/// and it alone raises the churn flag: P(alive) depends on what others do and calls one-time buyers alive. A silence exactly on a multiple
/// counts as on its better side. Times in the unit of the history; the sentences say days.
/// </remarks>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public sealed class OrderRhythm
{
    private readonly PurchaseHistory history;
    private readonly double? rateOfOthers;

    /// <param name="history">The account's purchases.</param>
    /// <param name="settings">The multiples.</param>
    /// <param name="usualGapOfOthers">For an account with a single order: the usual gap in its segment, above 0; null when unknown.</param>
    /// <exception cref="ArgumentException">The gap of others is not a finite time above 0.</exception>
    public OrderRhythm(PurchaseHistory history, OrderRhythmSettings settings, double? usualGapOfOthers = null)
    {
        if (usualGapOfOthers is { } gap && (!(gap > 0) || double.IsInfinity(gap)))
        {
            throw new ArgumentException("A gap is a finite time above 0.", nameof(usualGapOfOthers));
        }

        this.history = history;
        rateOfOthers = 1 / usualGapOfOthers;
        UsualGap = history.RepeatPurchases > 0 ? Math.Max(settings.ShortestGap, history.Recency / history.RepeatPurchases) : usualGapOfOthers;
        Risk = history.Silence > settings.AtRiskMultiple * UsualGap ? ChurnRisk.AtRisk
            : history.Silence > settings.WatchMultiple * UsualGap ? ChurnRisk.Watch
            : ChurnRisk.None;
    }

    /// <summary>Mean time between orders; null when the account has ordered once and nothing is known of others.</summary>
    public double? UsualGap { get; }

    /// <summary>The churn flag.</summary>
    public ChurnRisk Risk { get; }

    /// <summary>Why the flag is what it is.</summary>
    public Reason Reason => UsualGap is null ? LifetimeValueReasons.NoUsualGap
        : Risk == ChurnRisk.None ? LifetimeValueReasons.OrdersAsUsual
        : LifetimeValueReasons.OrdersOverdue;

    /// <summary>The flag in words: silence, usual gap and how many gaps the silence is long. The text says days.</summary>
    public Sentence Sentence => UsualGap is { } gap
        ? Sentence.Of(Reason.TextKey, Figure.TwoOrNone(history.Silence), Figure.Rounded(gap), Figure.TwoOrNone(history.Silence / gap))
        : Sentence.Of(Reason.TextKey);

    /// <summary>Orders to expect in a time from now on: none from an account at risk, otherwise as often as so far.</summary>
    /// <exception cref="ArgumentException">Time is negative or not finite.</exception>
    public double ExpectedOrders(double time)
    {
        if (!(time >= 0) || double.IsInfinity(time)) throw new ArgumentException("Time is a finite number of at least 0.", nameof(time));
        return Rate * time;
    }

    /// <summary>Lifetime value by this rule: expected orders times value of one, less cost to serve, discounted; nothing from an account at risk.</summary>
    /// <remarks>Says nothing about its own error, so it has no band. Not rounded.</remarks>
    public decimal LifetimeValue(ExpectedValue valuePerOrder, ValuationTerms terms)
    {
        if (Risk == ChurnRisk.AtRisk) return 0;
        var perPeriod = valuePerOrder.Amount * Rate * terms.TimePerPeriod - (double)terms.CostToServe;
        double discount = 1, periods = 0;
        for (var period = 1; period <= terms.Periods; period++)
        {
            discount /= 1 + terms.DiscountRate;
            periods += discount;
        }

        return (decimal)(perPeriod * periods);
    }

    /// <summary>That value in words. Amounts are rounded to two decimals for reading.</summary>
    /// <param name="valuePerOrder">As given to <see cref="LifetimeValue"/>.</param>
    /// <param name="terms">As given to <see cref="LifetimeValue"/>.</param>
    /// <param name="currencyCode">ISO code of the currency of the value per order.</param>
    public Sentence Explain(ExpectedValue valuePerOrder, ValuationTerms terms, string currencyCode) => Sentence.Of(
        "valueInsights.lifetimeValueByRhythm",
        Argument.Money(Decimals.Two(LifetimeValue(valuePerOrder, terms)), currencyCode),
        Figure.Two(ExpectedOrders(terms.Periods * terms.TimePerPeriod)),
        Figure.Whole(terms.Periods),
        Argument.Money(Decimals.Two((decimal)valuePerOrder.Amount), currencyCode));

    private double Rate => Risk == ChurnRisk.AtRisk ? 0
        : history.RepeatPurchases > 0 ? history.RepeatPurchases / history.Age
        : rateOfOthers ?? 0;
}
