using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>
/// Ends the exceptions of a quote's or order's lines when what all lines share changes under them: customer, price list, currency, discount on the document, and the total where an amount off the
/// whole is shared by it.
/// </summary>
/// <remarks>One request without exceptions, three with, and two or three for each that ends; none where only the total changed and no amount is off the whole.</remarks>
/// <model stage="5 Pricing">the approval dies when the line changes</model>
[Step(Message.Update, QuoteRow.Table, Stage.PostOperation, Rank = 10, When =
[
    QuoteRow.Column.CustomerId, QuoteRow.Column.PriceLevelId, QuoteRow.Column.TransactionCurrencyId, QuoteRow.Column.DiscountAmount, QuoteRow.Column.DiscountPercentage,
    QuoteRow.Column.TotalLineItemAmount,
])]
[Step(Message.Update, OrderRow.Table, Stage.PostOperation, Rank = 10, When =
[
    OrderRow.Column.CustomerId, OrderRow.Column.PriceLevelId, OrderRow.Column.TransactionCurrencyId, OrderRow.Column.DiscountAmount, OrderRow.Column.DiscountPercentage,
    OrderRow.Column.TotalLineItemAmount,
])]
[Image(ImageMoment.After, QuoteRow.Column.DiscountAmount)]
public sealed class VoidExceptionsOfDocument : KamPlugin
{
    // Both documents have these columns under the same names.
    private static readonly string[] Shared =
        [QuoteRow.Column.CustomerId, QuoteRow.Column.PriceLevelId, QuoteRow.Column.TransactionCurrencyId, QuoteRow.Column.DiscountAmount, QuoteRow.Column.DiscountPercentage];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var target = request.Target<Entity>();
        if (!Shared.Any(target.Contains) && request.After<QuoteRow>().DiscountAmount?.Value is (null or 0m)) return;
        var table = OfferTable.OfDocuments(request.Context.PrimaryEntityName)!;
        var active = new PriceExceptionStore(request.DataverseAsSystem).ActiveOfDocument(table, request.Context.PrimaryEntityId);
        if (active.Count > 0) LineEvents.Compare(request, active, new OfferStore(request.DataverseAsSystem).Lines(table, request.Context.PrimaryEntityId));
    }
}
