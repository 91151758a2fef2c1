using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Keeps lines without signature out of documents that have gone out: added, changed or moved there by somebody who may still write them.</summary>
/// <remarks>One request to see where the document stands, and only for a line that needs approval; no request for any other.</remarks>
/// <model stage="5 Pricing">A quote is activated only when each line is in corridor or has a valid approval for exactly that price and quantity</model>
[Step(Message.Create, QuoteLineRow.Table, Stage.PostOperation, Rank = 20)]
[Step(Message.Update, QuoteLineRow.Table, Stage.PostOperation, Rank = 20, When =
[
    QuoteLineRow.Column.ProductId, QuoteLineRow.Column.ProductDescription, QuoteLineRow.Column.UoMId, QuoteLineRow.Column.Quantity, QuoteLineRow.Column.PricePerUnit,
    QuoteLineRow.Column.IsPriceOverridden, QuoteLineRow.Column.IsProductOverridden, QuoteLineRow.Column.ManualDiscountAmount, QuoteLineRow.Column.TransactionCurrencyId, QuoteLineRow.Column.QuoteId,
])]
[Step(Message.Create, OrderLineRow.Table, Stage.PostOperation, Rank = 20)]
[Step(Message.Update, OrderLineRow.Table, Stage.PostOperation, Rank = 20, When =
[
    OrderLineRow.Column.ProductId, OrderLineRow.Column.ProductDescription, OrderLineRow.Column.UoMId, OrderLineRow.Column.Quantity, OrderLineRow.Column.PricePerUnit,
    OrderLineRow.Column.IsPriceOverridden, OrderLineRow.Column.IsProductOverridden, OrderLineRow.Column.ManualDiscountAmount, OrderLineRow.Column.TransactionCurrencyId, OrderLineRow.Column.SalesOrderId,
])]
[Image(ImageMoment.After, QuoteLineRow.Column.PriceStatus, QuoteLineRow.Column.Verdict, QuoteLineRow.Column.RequiredLevelId)]
public sealed class GuardLineOfCommitted : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // Both columns have the same names on both kinds of lines.
        var after = request.After<QuoteLineRow>();
        if (after.Verdict is not VerdictChoice.Blocked && after.RequiredLevelId is null && after.PriceStatus is not PriceStatusChoice.NeedsApproval) return;
        var offers = new OfferStore(request.DataverseAsSystem);
        var table = OfferTable.OfLines(request.Context.PrimaryEntityName)!;
        var line = offers.Line(table, request.Context.PrimaryEntityId);
        if (line.Document.IsCommitted) DocumentCover.Of(request, table, line).Require();
    }
}
