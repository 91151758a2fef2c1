using System;
using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>How a lifetime value came about. The numbers are the values of the choice kam_lifetimevaluemethod.</summary>
public enum LifetimeValueMethod
{
    /// <summary>From the BG/NBD model of the whole customer base.</summary>
    BgNbd = 781340000,

    /// <summary>From the MBG/NBD model of the whole customer base.</summary>
    MbgNbd,

    /// <summary>From the shifted beta-geometric model of all contracts.</summary>
    ShiftedBetaGeometric,

    /// <summary>From the account's own rhythm of orders.</summary>
    Heuristic,

    /// <summary>Not stated, with a reason.</summary>
    NotStated,
}

/// <summary>The models that were fitted to the whole base and may be used; one that was refused is null.</summary>
public sealed record FittedModels
{
    /// <summary>No model holds.</summary>
    public static FittedModels None { get; } = new();

    /// <summary>How customers order again and leave, times in days.</summary>
    public RepeatPurchaseModel? Orders { get; init; }

    /// <summary>What an order brings.</summary>
    public GammaGammaModel? MarginPerOrder { get; init; }

    /// <summary>How contracts are renewed, in years.</summary>
    public ShiftedBetaGeometricModel? Contracts { get; init; }
}

/// <summary>What is known of one account's business, as its lifetime value needs it.</summary>
public sealed record AccountBusiness
{
    /// <summary>Days with an order, ever; times in days. Null when the account never ordered.</summary>
    public PurchaseHistory? Orders { get; init; }

    /// <summary>Contribution margin per day with an order, base currency; null when unknown.</summary>
    public decimal? MarginPerOrder { get; init; }

    /// <summary>Contribution margin of the rolling window, base currency; null when unknown.</summary>
    public decimal? MarginPerYear { get; init; }

    /// <summary>Cost to serve a month, base currency, 0 or more.</summary>
    public decimal CostToServePerMonth { get; init; }

    /// <summary>Yearly renewals the running contract has survived; null without a running contract.</summary>
    public int? RenewalsSurvived { get; init; }
}

/// <summary>
/// The lifetime value of one account with its band and its churn flag: by the model that holds for the customer base, else by the account's own rhythm,
/// else not at all.
/// </summary>
/// <remarks>
/// An unknown margin states no value, whatever the model says. The churn flag always comes from the rhythm, never from P(alive). An order model whose
/// Gamma-Gamma part was refused values an order by the account's own margin. Amounts in base currency, not rounded.
/// </remarks>
/// <model stage="1 Value Insights">Customer lifetime value on contribution margin, with an uncertainty band … A plain heuristic … stands beside the model</model>
public sealed class AccountLifetimeValue
{
    private const double DaysPerMonth = 365.25 / 12;

    private AccountLifetimeValue(LifetimeValueMethod method, OrderRhythm? rhythm)
    {
        Method = method;
        Risk = rhythm?.Risk ?? ChurnRisk.None;
        RiskSentence = rhythm?.Sentence;
    }

    /// <summary>How the value came about.</summary>
    public LifetimeValueMethod Method { get; }

    /// <summary>Null when not stated.</summary>
    public decimal? Value { get; private init; }

    /// <summary>Lower end of the band; null when the method has none.</summary>
    public decimal? Low { get; private init; }

    /// <summary>Upper end of the band; null when the method has none.</summary>
    public decimal? High { get; private init; }

    /// <summary>Probability that the customer still buys, by the model; null without one.</summary>
    public double? ProbabilityAlive { get; private init; }

    /// <summary>Orders expected over the horizon; null when nothing can be said.</summary>
    public double? ExpectedOrders { get; private init; }

    /// <summary>The churn flag.</summary>
    public ChurnRisk Risk { get; }

    /// <summary>The churn flag in words; null when the account never ordered.</summary>
    public Sentence? RiskSentence { get; }

    /// <summary>Method and churn flag in words, without amounts: they tell margin.</summary>
    public IEnumerable<Sentence> Sentences()
    {
        yield return Sentence.Of("valueInsights.lifetimeValueBy" + Method);
        if (RiskSentence is { } risk) yield return risk;
    }

    /// <summary>Values one account.</summary>
    /// <param name="business">What is known of it.</param>
    /// <param name="models">What holds for the whole base.</param>
    /// <param name="rhythmSettings">When silence is a warning, times in days.</param>
    /// <param name="horizonMonths">From 1.</param>
    /// <param name="discountRatePercent">A year, 0 or more.</param>
    /// <param name="bandPercent">Width of the band, above 0 and below 100.</param>
    public static AccountLifetimeValue Of(
        AccountBusiness business, FittedModels models, OrderRhythmSettings rhythmSettings, int horizonMonths, decimal discountRatePercent, decimal bandPercent)
    {
        var rhythm = business.Orders is { } orders ? new OrderRhythm(orders, rhythmSettings) : null;
        var months = new ValuationTerms(
            horizonMonths, DaysPerMonth, ValuationTerms.RatePerPeriod(discountRatePercent, 12), business.CostToServePerMonth, bandPercent);

        if (business.RenewalsSurvived is { } renewals && models.Contracts is { } contracts && business.MarginPerYear is { } perYear)
        {
            var years = new ValuationTerms(
                Math.Max(1, horizonMonths / 12), 1, (double)discountRatePercent / 100, business.CostToServePerMonth * 12m, bandPercent);
            // The margin of a contract year is before cost to serve, which the terms take off.
            return Stated(LifetimeValueMethod.ShiftedBetaGeometric, rhythm, CustomerLifetimeValue.OfContract(contracts, renewals, ExpectedValue.Exactly(perYear), years));
        }

        if (business.Orders is not { } history) return new AccountLifetimeValue(LifetimeValueMethod.NotStated, rhythm);
        if (models.Orders is { } model) return ByModel(business, history, models, model, rhythm, months);
        if (business.MarginPerOrder is not { } margin || rhythm!.UsualGap is null)
        {
            return new AccountLifetimeValue(LifetimeValueMethod.NotStated, rhythm) { ExpectedOrders = rhythm!.UsualGap is null ? null : rhythm.ExpectedOrders(months.Periods * DaysPerMonth) };
        }

        return new AccountLifetimeValue(LifetimeValueMethod.Heuristic, rhythm)
        {
            Value = rhythm.LifetimeValue(ExpectedValue.Exactly(margin), months),
            ExpectedOrders = rhythm.ExpectedOrders(months.Periods * DaysPerMonth),
        };
    }

    private static AccountLifetimeValue ByModel(
        AccountBusiness business, PurchaseHistory history, FittedModels models, RepeatPurchaseModel model, OrderRhythm? rhythm, ValuationTerms months)
    {
        if (business.MarginPerOrder is not { } margin)
        {
            return new AccountLifetimeValue(LifetimeValueMethod.NotStated, rhythm)
            {
                ProbabilityAlive = model.ProbabilityAlive(history),
                ExpectedOrders = model.ExpectedPurchases(history, months.Periods * DaysPerMonth),
            };
        }

        var method = model.Family == RepeatPurchaseFamily.BgNbd ? LifetimeValueMethod.BgNbd : LifetimeValueMethod.MbgNbd;
        return Stated(method, rhythm, CustomerLifetimeValue.OfOrders(model, history, PerOrder(margin, history, models.MarginPerOrder), months));
    }

    // An account that loses money is not lifted to the positive mean of the others.
    private static ExpectedValue PerOrder(decimal margin, PurchaseHistory history, GammaGammaModel? model) =>
        model is null || margin <= 0m ? ExpectedValue.Exactly(margin)
        : history.RepeatPurchases == 0 ? model.Expect()
        : model.Expect(new RepeatSpend(history.RepeatPurchases, margin));

    private static AccountLifetimeValue Stated(LifetimeValueMethod method, OrderRhythm? rhythm, CustomerLifetimeValue value) => new(method, rhythm)
    {
        Value = value.Value,
        Low = value.Low,
        High = value.High,
        ProbabilityAlive = value.ProbabilityAlive,
        ExpectedOrders = value.ExpectedOrders,
    };
}
