using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions;

/// <summary>One component as a line of a quote, in the quote's currency.</summary>
/// <param name="Component">Which.</param>
/// <param name="Quantity">Units.</param>
/// <param name="UnitPrice">Rounded to the currency.</param>
/// <param name="Amount">Quantity times unit price, rounded to the currency.</param>
public sealed record BundleLine(BundleComponent Component, decimal Quantity, decimal UnitPrice, decimal Amount);

/// <summary>A configuration as it stands on a quote: a line for each component, and what the lines add up to.</summary>
/// <remarks>Price per component, so that each line can be judged by itself. The price is the sum of the lines as they are written, so no cent is lost between bundle and quote.</remarks>
/// <model stage="3 Solutions">goes onto a quote as its lines in one transaction</model>
public sealed class BundleQuotation
{
    /// <param name="configuration">Without violations.</param>
    /// <param name="rate">Units of the quote's currency for one of the bundle's, above zero; 1 in the same currency.</param>
    /// <param name="currency">Of the quote.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above zero.</exception>
    public BundleQuotation(BundleConfiguration configuration, decimal rate, Currency currency)
    {
        if (rate <= 0m) throw new ArgumentOutOfRangeException(nameof(rate), rate, "Above zero.");
        Lines = configuration.Chosen.Select(choice => Line(configuration[choice.ComponentId], choice.Quantity, rate, currency)).ToArray();
        Price = Lines.Sum(line => line.Amount);
        Cost = configuration.Cost is { } cost ? currency.Round(cost * rate) : null;
    }

    /// <summary>In the order of the bundle's components.</summary>
    public IReadOnlyList<BundleLine> Lines { get; }

    /// <summary>Sum of the lines.</summary>
    public decimal Price { get; }

    /// <summary>Null when the cost of a component is unknown.</summary>
    public decimal? Cost { get; }

    /// <summary>Price less cost; null when a cost is unknown.</summary>
    public decimal? Margin => Price - Cost;

    private static BundleLine Line(BundleComponent component, decimal quantity, decimal rate, Currency currency)
    {
        var price = currency.Round(component.UnitPrice * rate);
        return new BundleLine(component, quantity, price, currency.Round(price * quantity));
    }
}
