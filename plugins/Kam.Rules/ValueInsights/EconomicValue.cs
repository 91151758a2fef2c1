using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>
/// What an offer is worth to the customer: the price of the next best alternative plus what we do better, less what we do worse.
/// </summary>
/// <remarks>
/// Economic value estimation after Forbis and Mehta, "Value-Based Strategies for Industrial Products" (Business Horizons, 1981),
/// and Nagle, Hogan and Zale, "The Strategy and Tactics of Pricing": total economic value = reference value + positive
/// differentiation − negative differentiation; the price shares the differentiation value between both sides. All amounts in the
/// proposition's currency. Nothing is rounded but the percentage.
/// </remarks>
/// <model stage="1 Value Insights">economic value to the customer = reference value + positive differentiation − negative differentiation</model>
public sealed class EconomicValue
{
    /// <param name="reference">Price of the customer's next best alternative, zero or more.</param>
    /// <param name="differences">What differs from it.</param>
    /// <param name="price">What we charge; null while there is no price.</param>
    public EconomicValue(decimal reference, IReadOnlyList<ValueDifferentiation> differences, decimal? price)
    {
        Reference = reference;
        Differences = differences;
        Price = price;
    }

    /// <summary>Price of the next best alternative.</summary>
    public decimal Reference { get; }

    /// <summary>The differences, proven and unproven.</summary>
    public IReadOnlyList<ValueDifferentiation> Differences { get; }

    /// <summary>What we charge; null while there is no price.</summary>
    public decimal? Price { get; }

    /// <summary>What we do better.</summary>
    public decimal Positive => Amount(DifferentiationDirection.Positive);

    /// <summary>What we do worse, as a positive amount.</summary>
    public decimal Negative => Amount(DifferentiationDirection.Negative);

    /// <summary>Positive less negative differentiation; zero or below when the alternative is as good or better.</summary>
    public decimal Differentiation => Positive - Negative;

    /// <summary>Economic value to the customer. Below zero when our drawbacks cost more than the alternative does.</summary>
    public decimal Total => Reference + Differentiation;

    /// <summary>What the customer keeps: economic value less price. Negative when the price is above the value; null without a price.</summary>
    public decimal? CustomerSurplus => Total - Price;

    /// <summary>
    /// Share of the differentiation value that our price takes: (price − reference) / differentiation, percent with two decimals.
    /// </summary>
    /// <remarks>
    /// 0 at the price of the alternative, 100 when the customer keeps nothing, above 100 when the price exceeds the value,
    /// below 0 when it is under the alternative's. Null without a price, or when the differentiation is zero or negative: there is
    /// no extra value to share.
    /// </remarks>
    public decimal? CapturedPercent =>
        Price is { } price && Differentiation > 0m ? Decimals.Two((price - Reference) / Differentiation * 100m) : null;

    /// <summary>Sum of the amounts, better and worse alike, that nothing proves yet.</summary>
    public decimal Unproven => Differences.Where(difference => !difference.IsProven).Sum(difference => difference.Amount);

    /// <summary>Why the captured share is unknown (KAM-VAL-073, 074); null when it is known.</summary>
    public Reason? WhyNotCaptured =>
        Price is null ? ValueInsightsReasons.PriceMissing : Differentiation <= 0m ? ValueInsightsReasons.NoExtraValue : null;

    /// <summary>Everything wrong with reference and price at once. The amount of a difference has no lower value than zero in its column.</summary>
    public IReadOnlyList<Violation> Violations() =>
    [
        .. BelowZero(ValueInsightsReasons.ReferenceValueBelowZero, nameof(Reference), Reference),
        .. BelowZero(ValueInsightsReasons.PriceBelowZero, nameof(Price), Price ?? 0m),
    ];

    private static IEnumerable<Violation> BelowZero(Reason reason, string field, decimal amount)
    {
        if (amount < 0m) yield return Violation.Of(reason, field, amount.ToString(CultureInfo.InvariantCulture), Argument.Number(amount));
    }

    private decimal Amount(DifferentiationDirection direction) =>
        Differences.Where(difference => difference.Direction == direction).Sum(difference => difference.Amount);
}
