using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>
/// Keeps price exceptions to their ways: creating one is asking, whatever else a client sends along is dropped; nobody changes or deletes one, not even an
/// administrator, except by deciding, taking back, escalating, or by changing the line.
/// </summary>
/// <remarks>Owner and sharing may change. No request.</remarks>
/// <model stage="5 Pricing">A quote is activated only when each line is in corridor or has a valid approval for exactly that price and quantity</model>
[Step(Message.Create, PriceExceptionRow.Table, Stage.PreOperation)]
[Step(Message.Update, PriceExceptionRow.Table, Stage.PreOperation, When =
[
    PriceExceptionRow.Column.Name, PriceExceptionRow.Column.QuoteLineId, PriceExceptionRow.Column.OrderLineId, PriceExceptionRow.Column.AgreementLineId, PriceExceptionRow.Column.QuoteId,
    PriceExceptionRow.Column.SalesOrderId, PriceExceptionRow.Column.AccountId, PriceExceptionRow.Column.ProductId, PriceExceptionRow.Column.ProductDescription, PriceExceptionRow.Column.UomId,
    PriceExceptionRow.Column.Quantity, PriceExceptionRow.Column.PricePerUnit, PriceExceptionRow.Column.Discount, PriceExceptionRow.Column.DeviationPercent,
    PriceExceptionRow.Column.AmountBelowMinimum, PriceExceptionRow.Column.ApprovalLevelId, PriceExceptionRow.Column.RequestedById, PriceExceptionRow.Column.PriceSetById,
    PriceExceptionRow.Column.Reason, PriceExceptionRow.Column.ValidUntil, PriceExceptionRow.Column.DecidedById, PriceExceptionRow.Column.ActsForId, PriceExceptionRow.Column.DecidedOn,
    PriceExceptionRow.Column.Comment, PriceExceptionRow.Column.DecideBy, PriceExceptionRow.Column.UsedOn, PriceExceptionRow.Column.Terms, PriceExceptionRow.Column.TransactionCurrencyId,
    PriceExceptionRow.Column.StateCode, PriceExceptionRow.Column.StatusCode,
])]
[Step(Message.Delete, PriceExceptionRow.Table, Stage.PreOperation)]
public sealed class GuardPriceException : KamPlugin
{
    private static readonly string[] Asked =
    [
        PriceExceptionRow.Column.PriceExceptionId, PriceExceptionRow.Column.QuoteLineId, PriceExceptionRow.Column.OrderLineId, PriceExceptionRow.Column.AgreementLineId,
        PriceExceptionRow.Column.Reason, PriceExceptionRow.Column.ValidUntil,
    ];

    private static readonly string[] OfItsOwn = [PriceExceptionRow.Column.TransactionCurrencyId, PriceExceptionRow.Column.StateCode, PriceExceptionRow.Column.StatusCode];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.Context.MessageName != Message.Create)
        {
            if (!OwnWrites.Is(request)) throw new RefusalException(PricingReasons.ExceptionFrozen, request.Context.PrimaryEntityName, request.Context.PrimaryEntityId.ToString());
            return;
        }

        // The platform's own columns stay: who owns it, who created it, its row of an import.
        var exception = request.Target<PriceExceptionRow>();
        foreach (var column in exception.Attributes.Keys.Where(column => column.StartsWith("kam_", System.StringComparison.Ordinal) && !Asked.Contains(column)).ToList())
            exception.Attributes.Remove(column);
        foreach (var column in OfItsOwn) exception.Attributes.Remove(column);
    }
}
