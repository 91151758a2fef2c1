using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>What a customer is worth to us, as the sheet shows it. Amounts in base currency.</summary>
public sealed record CustomerWorth
{
    /// <summary>Value score; null when not scored.</summary>
    public decimal? Score { get; init; }

    /// <summary>Band of the score.</summary>
    public ScoreBand? Band { get; init; }

    /// <summary>Revenue of the rolling window; null when never measured.</summary>
    public decimal? Revenue { get; init; }

    /// <summary>Contribution margin of the rolling window; null when unknown.</summary>
    public decimal? Margin { get; init; }

    /// <summary>Customer lifetime value with both ends of its band; null when the value model refuses.</summary>
    public LifetimeValueBand? LifetimeValue { get; init; }
}

/// <summary>A lifetime value and the band it probably lies in, base currency.</summary>
/// <param name="Value">Expected value.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record LifetimeValueBand(decimal Value, decimal Low, decimal High);

/// <summary>
/// Both sides on one page: what they are worth to us, what we are worth to them, and the share of that we charge.
/// </summary>
/// <model stage="1 Value Insights">one two-sided sheet: what they are worth to us, what we are worth to them, the share of it we charge</model>
public sealed class TwoSidedSheet
{
    /// <param name="worthToUs">The customer's worth.</param>
    /// <param name="baseCurrency">ISO code its amounts are in.</param>
    /// <param name="worthToThem">The offer's worth to the customer.</param>
    /// <param name="offerCurrency">ISO code of the proposition.</param>
    /// <param name="readerSeesCost">Whether the reader may see cost and margin; otherwise margin and lifetime value are left out.</param>
    public TwoSidedSheet(CustomerWorth worthToUs, string baseCurrency, EconomicValue worthToThem, string offerCurrency, bool readerSeesCost)
    {
        WorthToUs = readerSeesCost ? worthToUs : worthToUs with { Margin = null, LifetimeValue = null };
        WorthToThem = worthToThem;
        ToUs = new Explanation([.. SayToUs(WorthToUs, baseCurrency, readerSeesCost)]);
        ToThem = new Explanation([.. SayToThem(worthToThem, offerCurrency)]);
        Charged = new Explanation([.. SayCharged(worthToThem, offerCurrency)]);
    }

    /// <summary>The customer's worth, without what the reader may not see.</summary>
    public CustomerWorth WorthToUs { get; }

    /// <summary>The offer's worth to the customer.</summary>
    public EconomicValue WorthToThem { get; }

    /// <summary>Left side in sentences.</summary>
    public Explanation ToUs { get; }

    /// <summary>Right side in sentences.</summary>
    public Explanation ToThem { get; }

    /// <summary>Price, surplus and captured share in sentences.</summary>
    public Explanation Charged { get; }

    private static IEnumerable<Sentence> SayToUs(CustomerWorth worth, string currency, bool readerSeesCost)
    {
        if (worth.Score is { } score && worth.Band is { } band)
        {
            yield return Sentence.Of("valueInsights.sheetScore", Argument.Number(score), Argument.TextKey("valueInsights.band" + band));
        }

        if (worth.Revenue is { } revenue) yield return Of("valueInsights.sheetRevenue", revenue, currency);
        if (!readerSeesCost) yield break;
        yield return worth.Margin is { } margin ? Of("valueInsights.sheetMargin", margin, currency) : Sentence.Of("valueInsights.sheetMarginUnknown");
        if (worth.LifetimeValue is { } lifetime)
        {
            yield return Sentence.Of("valueInsights.sheetLifetimeValue", Amount(lifetime.Value, currency), Amount(lifetime.Low, currency), Amount(lifetime.High, currency));
        }
    }

    private static IEnumerable<Sentence> SayToThem(EconomicValue value, string currency)
    {
        yield return Of("valueInsights.sheetReference", value.Reference, currency);
        yield return Of("valueInsights.sheetPositive", value.Positive, currency);
        yield return Of("valueInsights.sheetNegative", value.Negative, currency);
        yield return Of("valueInsights.sheetEconomicValue", value.Total, currency);
        if (value.Unproven > 0m) yield return Of("valueInsights.sheetUnproven", value.Unproven, currency);
    }

    private static IEnumerable<Sentence> SayCharged(EconomicValue value, string currency)
    {
        if (value.Price is { } price)
        {
            yield return Of("valueInsights.sheetPrice", price, currency);
            if (price > value.Total) yield return Of("valueInsights.sheetPriceAboveValue", price - value.Total, currency);
            else yield return Of("valueInsights.sheetSurplus", value.Total - price, currency);
            if (price < value.Reference && value.Differentiation > 0m) yield return Of("valueInsights.sheetPriceBelowReference", value.Reference - price, currency);
            else if (value.CapturedPercent is { } captured) yield return Sentence.Of("valueInsights.sheetCaptured", Argument.Percent(captured));
        }

        if (value.WhyNotCaptured is { } reason) yield return Sentence.Of(reason.TextKey);
    }

    private static Sentence Of(string key, decimal amount, string currency) => Sentence.Of(key, Amount(amount, currency));

    private static Argument Amount(decimal amount, string currency) => Argument.Money(Decimals.Two(amount), currency);
}
