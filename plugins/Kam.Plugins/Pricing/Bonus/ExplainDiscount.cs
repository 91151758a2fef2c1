using System;
using System.Globalization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>Custom API kam_ExplainDiscount: what a further discount on a line costs the house in margin and the caller in bonus. Two requests.</summary>
/// <remarks>
/// The line is read with the rights of the caller. Whoever may not read its margin gets the bonus computed as if the line earned the plan's standard margin, and builds on the last statement
/// and not on today's orders: so no series of discounts tells what the line costs, nor what a single order earned. The margin given away is the discount itself. Only differences are told.
/// Cross-selling is left out: whether the family is new is settled when the bonus is stated.
/// </remarks>
/// <model stage="5 Pricing">"what does this discount cost me" live on the quote (nobody in the field has this before invoicing)</model>
public sealed class ExplainDiscount : KamPlugin
{
    private const decimal Whole = 100m;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var percent = request.Required<decimal>("DiscountPercent");
        if (percent is < 0m or > Whole) throw RequestParameters.Invalid("DiscountPercent", percent.ToString(CultureInfo.InvariantCulture), "0 – 100");
        var line = Line(request);
        var position = BonusPosition.Of(request.DataverseAsSystem, request.Context.InitiatingUserId, AsOfDate.Today(request));

        var price = PocketPrice(line);
        var quantity = line.Quantity ?? 0m;
        var discount = price * percent / Whole;
        request.Answer("Margin", Decimals.Two(discount * quantity));
        request.Answer("Pay", position is null ? 0m : Cost(position, line, price, quantity, discount).Pay);
        request.Answer("HasPlan", position is not null);
        if (position?.StatedUntil is { } until) request.Answer("StatedUntil", until);
    }

    private static DiscountCost Cost(BonusPosition position, QuoteLineRow line, decimal price, decimal quantity, decimal discount)
    {
        // Price realisation only asks for the difference; where the line stands to its target does not matter for it.
        var isJudged = line.PriceStatus is not null and not PriceStatusChoice.NotJudged;
        var unitCost = line.PocketMarginBase?.Value is { } margin && quantity != 0m ? price - (margin / quantity) : price * (Whole - position.Plan.StandardMarginPercent) / Whole;
        var bonusLine = new BonusLine(line.Id, quantity, price, unitCost, isJudged ? price : null, false, position.Plan.StandardMarginPercent);
        return new DiscountCost(position.Plan, position.Sums, bonusLine, discount, position.MarginBefore, position.Share, Hundredths);
    }

    private static Currency Hundredths { get; } = new("XXX", 2);

    // Order lines have the same columns, so both are read as the row of a quote line.
    private static QuoteLineRow Line(Request request)
    {
        var table = request.Optional<string>("Table") is { Length: > 0 } given ? given : QuoteLineRow.Table;
        if (table is not (QuoteLineRow.Table or OrderLineRow.Table)) throw RequestParameters.Invalid("Table", table, $"{QuoteLineRow.Table}, {OrderLineRow.Table}");
        var row = request.Dataverse.Retrieve(table, request.Required<Guid>("LineId"), new ColumnSet(
            QuoteLineRow.Column.Quantity, QuoteLineRow.Column.ExtendedAmount, QuoteLineRow.Column.Tax, QuoteLineRow.Column.ExchangeRate, QuoteLineRow.Column.PriceStatus,
            QuoteLineRow.Column.PocketPriceBase, QuoteLineRow.Column.PocketMarginBase));
        return new QuoteLineRow { Id = row.Id, Attributes = row.Attributes };
    }

    private static decimal PocketPrice(QuoteLineRow line)
    {
        if (line.PocketPriceBase?.Value is { } found) return found;
        var net = (line.ExtendedAmount?.Value ?? 0m) - (line.Tax?.Value ?? 0m);
        return line.Quantity is { } quantity and not 0m ? net / quantity / (line.ExchangeRate is { } rate and not 0m ? rate : 1m) : 0m;
    }
}
