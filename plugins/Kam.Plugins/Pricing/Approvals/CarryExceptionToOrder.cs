using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Lets an order line that a quote line becomes go under the signature the quote line had: once, and only with exactly the same terms.</summary>
/// <remarks>A second order of the same quote line needs a signature of its own. No request for a line that comes from no quote line or needs no approval.</remarks>
/// <model stage="5 Pricing">a valid approval for exactly that price and quantity</model>
[Step(Message.Create, OrderLineRow.Table, Stage.PostOperation, Rank = 10)]
[Image(ImageMoment.After, OrderLineRow.Column.QuoteDetailId, OrderLineRow.Column.RequiredLevelId)]
public sealed class CarryExceptionToOrder : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var after = request.After<OrderLineRow>();
        if (after.QuoteDetailId is not { } quoteLine || after.RequiredLevelId is null) return;
        var dataverse = request.DataverseAsSystem;
        var signed = new PriceExceptionStore(dataverse).ActiveOfLine(OfferTable.Quote, quoteLine.Id)
            .FirstOrDefault(one => one.StatusCode == PriceExceptionStatusReason.Approved && one.UsedOn is null);
        if (signed is null) return;
        var line = new OfferStore(dataverse).Line(OfferTable.Order, request.Context.PrimaryEntityId);
        var terms = PriceExceptionStore.TermsOf(signed).For(line.Reference.Id, line.Document.Reference.Id);
        var exception = new PriceException(terms, new PriceParties(System.Guid.Empty, [], []), 0, ExceptionStatus.Approved, signed.ValidUntil!.Value);
        if (!exception.Permits(line.Terms, 0, AsOfDate.Today(request))) return;

        var journal = new ExceptionJournal(request);
        var change = new PriceExceptionRow { Id = signed.Id, OrderLineId = line.Reference, SalesOrderId = line.Document.Reference, UsedOn = request.Context.OperationCreatedOn };
        journal.Change(change, ExceptionEventChoice.Approved, journal.Say("pricing.logOrdered", Argument.Text(line.Number)));
        journal.Trace(line.Reference, signed.Id, PriceStatusChoice.Approved);
    }
}
