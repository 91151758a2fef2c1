using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Ends the exception of a line as soon as product, unit, price, quantity, discount or currency change, the line moves to another document, or goes.</summary>
/// <remarks>Compares what is stored after the operation, platform's own calculation included. No request for a line without exception.</remarks>
/// <model stage="5 Pricing">the approval dies when the line changes</model>
[Step(Message.Update, QuoteLineRow.Table, Stage.PostOperation, Rank = 10, When =
[
    QuoteLineRow.Column.ProductId, QuoteLineRow.Column.ProductDescription, QuoteLineRow.Column.UoMId, QuoteLineRow.Column.Quantity, QuoteLineRow.Column.PricePerUnit,
    QuoteLineRow.Column.IsPriceOverridden, QuoteLineRow.Column.IsProductOverridden, QuoteLineRow.Column.ManualDiscountAmount, QuoteLineRow.Column.TransactionCurrencyId, QuoteLineRow.Column.QuoteId,
])]
[Step(Message.Delete, QuoteLineRow.Table, Stage.PreOperation)]
[Step(Message.Update, OrderLineRow.Table, Stage.PostOperation, Rank = 10, When =
[
    OrderLineRow.Column.ProductId, OrderLineRow.Column.ProductDescription, OrderLineRow.Column.UoMId, OrderLineRow.Column.Quantity, OrderLineRow.Column.PricePerUnit,
    OrderLineRow.Column.IsPriceOverridden, OrderLineRow.Column.IsProductOverridden, OrderLineRow.Column.ManualDiscountAmount, OrderLineRow.Column.TransactionCurrencyId, OrderLineRow.Column.SalesOrderId,
])]
[Step(Message.Delete, OrderLineRow.Table, Stage.PreOperation)]
[Step(Message.Update, PriceAgreementLineRow.Table, Stage.PostOperation, Rank = 10, When =
[
    PriceAgreementLineRow.Column.ProductId, PriceAgreementLineRow.Column.FamilyId, PriceAgreementLineRow.Column.FromQuantity, PriceAgreementLineRow.Column.PricePerUnit,
    PriceAgreementLineRow.Column.DiscountPercent, PriceAgreementLineRow.Column.TransactionCurrencyId, PriceAgreementLineRow.Column.PriceAgreementId,
])]
[Step(Message.Delete, PriceAgreementLineRow.Table, Stage.PreOperation)]
[Image(ImageMoment.Before, QuoteLineRow.Column.PriceExceptionId)]
public sealed class VoidExceptionOfLine : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // The column has this name on all three kinds of lines.
        if (request.Before<Entity>().GetAttributeValue<EntityReference>(QuoteLineRow.Column.PriceExceptionId) is null) return;
        var table = OfferTable.OfLines(request.Context.PrimaryEntityName)!;
        var lineId = request.Context.PrimaryEntityId;
        var active = new PriceExceptionStore(request.DataverseAsSystem).ActiveOfLine(table, lineId);
        if (active.Count == 0) return;
        if (request.Context.MessageName == Message.Delete)
            foreach (var exception in active) LineEvents.EndAsVoid(request, exception, "pricing.logLineDeleted", wasShown: false);
        else
            LineEvents.Compare(request, active, [new OfferStore(request.DataverseAsSystem).Line(table, lineId)]);
    }
}
