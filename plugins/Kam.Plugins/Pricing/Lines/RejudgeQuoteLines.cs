using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Judges the lines of a quote again when what they share changes: customer, price list, currency, discounts; and the total, where an amount off the whole is shared by it.</summary>
/// <remarks>One request, and for each line its update. Nothing where only the total changed and no amount is off the whole, which is the ordinary case.</remarks>
/// <model stage="5 Pricing">Validation on every quote and order line</model>
[Step(Message.Update, QuoteRow.Table, Stage.PostOperation, When = [
    QuoteRow.Column.CustomerId, QuoteRow.Column.PriceLevelId, QuoteRow.Column.TransactionCurrencyId, QuoteRow.Column.DiscountAmount, QuoteRow.Column.DiscountPercentage,
    QuoteRow.Column.TotalLineItemAmount])]
[Image(ImageMoment.Before, QuoteRow.Column.CustomerId, QuoteRow.Column.PriceLevelId, QuoteRow.Column.TransactionCurrencyId, QuoteRow.Column.DiscountAmount, QuoteRow.Column.DiscountPercentage, QuoteRow.Column.TotalLineItemAmount)]
[Image(ImageMoment.After, QuoteRow.Column.CustomerId, QuoteRow.Column.PriceLevelId, QuoteRow.Column.TransactionCurrencyId, QuoteRow.Column.DiscountAmount, QuoteRow.Column.DiscountPercentage, QuoteRow.Column.TotalLineItemAmount)]
public sealed class RejudgeQuoteLines : KamPlugin
{
    private static readonly string[] Shared = [QuoteRow.Column.CustomerId, QuoteRow.Column.PriceLevelId, QuoteRow.Column.TransactionCurrencyId, QuoteRow.Column.DiscountAmount, QuoteRow.Column.DiscountPercentage];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var before = request.Before<QuoteRow>();
        var after = request.After<QuoteRow>();
        var sharesByTotal = after.DiscountAmount?.Value is not (null or 0m) && !Equals(before.TotalLineItemAmount, after.TotalLineItemAmount);
        if (!sharesByTotal && Shared.All(column => Equals(Value(before, column), Value(after, column)))) return;
        var query = new QueryExpression(QuoteLineRow.Table) { ColumnSet = new ColumnSet(QuoteLineRow.Column.PriceStatus), PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } };
        query.Criteria.AddCondition(QuoteLineRow.Column.QuoteId, ConditionOperator.Equal, after.Id);
        // What is found about a line wakes its judgement when somebody writes it.
        foreach (var line in request.DataverseAsSystem.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<QuoteLineRow>()))
            request.DataverseAsSystem.Update(new QuoteLineRow { Id = line.Id, PriceStatus = line.PriceStatus });
    }

    private static object? Value(Entity row, string column) => row.Attributes.TryGetValue(column, out var value) ? value : null;
}
