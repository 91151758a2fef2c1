using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Notes on a line, and on a document, who last set what it costs, so that this person does not approve it; and keeps clients from writing that or the exception of a line themselves.</summary>
/// <remarks>A copy of a line (a revised quote) begins without exception. No request.</remarks>
/// <model stage="5 Pricing">Approvers never approve their own request.</model>
[Step(Message.Create, QuoteLineRow.Table, Stage.PreOperation)]
[Step(Message.Update, QuoteLineRow.Table, Stage.PreOperation, When =
[
    QuoteLineRow.Column.ProductId, QuoteLineRow.Column.ProductDescription, QuoteLineRow.Column.UoMId, QuoteLineRow.Column.Quantity, QuoteLineRow.Column.PricePerUnit,
    QuoteLineRow.Column.IsPriceOverridden, QuoteLineRow.Column.IsProductOverridden, QuoteLineRow.Column.ManualDiscountAmount, QuoteLineRow.Column.TransactionCurrencyId, QuoteLineRow.Column.QuoteId,
    QuoteLineRow.Column.PriceSetById, QuoteLineRow.Column.PriceExceptionId,
])]
[Step(Message.Create, OrderLineRow.Table, Stage.PreOperation)]
[Step(Message.Update, OrderLineRow.Table, Stage.PreOperation, When =
[
    OrderLineRow.Column.ProductId, OrderLineRow.Column.ProductDescription, OrderLineRow.Column.UoMId, OrderLineRow.Column.Quantity, OrderLineRow.Column.PricePerUnit,
    OrderLineRow.Column.IsPriceOverridden, OrderLineRow.Column.IsProductOverridden, OrderLineRow.Column.ManualDiscountAmount, OrderLineRow.Column.TransactionCurrencyId, OrderLineRow.Column.SalesOrderId,
    OrderLineRow.Column.PriceSetById, OrderLineRow.Column.PriceExceptionId,
])]
[Step(Message.Create, PriceAgreementLineRow.Table, Stage.PreOperation)]
[Step(Message.Update, PriceAgreementLineRow.Table, Stage.PreOperation, When =
[
    PriceAgreementLineRow.Column.ProductId, PriceAgreementLineRow.Column.FamilyId, PriceAgreementLineRow.Column.FromQuantity, PriceAgreementLineRow.Column.PricePerUnit,
    PriceAgreementLineRow.Column.DiscountPercent, PriceAgreementLineRow.Column.TransactionCurrencyId, PriceAgreementLineRow.Column.PriceAgreementId, PriceAgreementLineRow.Column.PriceSetById,
    PriceAgreementLineRow.Column.PriceExceptionId,
])]
[Step(Message.Create, QuoteRow.Table, Stage.PreOperation)]
[Step(Message.Update, QuoteRow.Table, Stage.PreOperation, When =
[
    QuoteRow.Column.CustomerId, QuoteRow.Column.PriceLevelId, QuoteRow.Column.TransactionCurrencyId, QuoteRow.Column.DiscountAmount, QuoteRow.Column.DiscountPercentage, QuoteRow.Column.PriceSetById,
])]
[Step(Message.Create, OrderRow.Table, Stage.PreOperation)]
[Step(Message.Update, OrderRow.Table, Stage.PreOperation, When =
[
    OrderRow.Column.CustomerId, OrderRow.Column.PriceLevelId, OrderRow.Column.TransactionCurrencyId, OrderRow.Column.DiscountAmount, OrderRow.Column.DiscountPercentage, OrderRow.Column.PriceSetById,
])]
public sealed class StampPriceSetter : KamPlugin
{
    // Three kinds of lines and two of documents carry the two columns under the same names.
    private const string PriceSetBy = QuoteLineRow.Column.PriceSetById, Exception = QuoteLineRow.Column.PriceExceptionId;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (OwnWrites.Is(request)) return;
        var row = request.Target<Entity>();
        row.Attributes.Remove(Exception);
        row.Attributes.Remove(PriceSetBy);
        if (row.Attributes.Count == 0 || (row.Attributes.Count == 1 && IsOnlyId(row))) return;
        row.Attributes[PriceSetBy] = new EntityReference(UserRow.Table, request.Context.InitiatingUserId);
    }

    private static bool IsOnlyId(Entity row)
    {
        foreach (var attribute in row.Attributes)
            if (attribute.Value is System.Guid id && id == row.Id) return true;
        return false;
    }
}
