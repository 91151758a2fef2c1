using System;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>
/// Lets a quote be activated or won, an order be submitted, fulfilled or invoiced, an order be made from a quote and an agreement come into force only when each line
/// is in its corridor or signed for exactly what it says. Refuses with all lines that are not.
/// </summary>
/// <remarks>
/// After the operation, so that what changes together with the status counts. On Update and, as the platform runs no Update steps for the older message, on SetState. What an order goes
/// out with is used from then on and no longer expires.
/// </remarks>
/// <model stage="5 Pricing">A quote is activated only when each line is in corridor or has a valid approval for exactly that price and quantity</model>
[Step(Message.Update, QuoteRow.Table, Stage.PostOperation, Rank = 20, When = [QuoteRow.Column.StateCode])]
[Step(Message.SetState, QuoteRow.Table, Stage.PostOperation, Rank = 20)]
[Step(Message.Create, QuoteRow.Table, Stage.PostOperation, Rank = 20)]
[Step(Message.Update, OrderRow.Table, Stage.PostOperation, Rank = 20, When = [OrderRow.Column.StateCode])]
[Step(Message.SetState, OrderRow.Table, Stage.PostOperation, Rank = 20)]
[Step(Message.Create, OrderRow.Table, Stage.PostOperation, Rank = 20)]
[Step(Message.Update, PriceAgreementRow.Table, Stage.PostOperation, Rank = 20, When = [PriceAgreementRow.Column.StatusCode, PriceAgreementRow.Column.StateCode])]
[Step(Message.SetState, PriceAgreementRow.Table, Stage.PostOperation, Rank = 20)]
public sealed class GuardCommitment : KamPlugin
{
    // Where both events reach us, the inner one has looked already.
    private const string Looked = "kam_coverwaslookedat";

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.Context.MessageName == Message.Create)
        {
            MadeFromQuote(request);
            return;
        }
        var table = OfferTable.OfDocuments(request.Context.PrimaryEntityName)!;
        var documentId = request.Context.PrimaryEntityId;
        if (WasLookedAt(request, documentId) || !IsToGoOut(request, table, documentId)) return;
        var cover = DocumentCover.Of(request, table, documentId);
        cover.Require();
        if (table == OfferTable.Order) Use(request, cover);
        MarkLookedAt(request, documentId);
    }

    private static void MadeFromQuote(Request request)
    {
        if (request.Context.PrimaryEntityName == OrderRow.Table && request.Target<OrderRow>().QuoteId is { } quote) DocumentCover.Of(request, OfferTable.Quote, quote.Id).Require();
    }

    // What the caller names, no request; where only a status reason comes, what is stored.
    private static bool IsToGoOut(Request request, OfferTable table, Guid documentId)
    {
        var state = request.Context.InputParameters.TryGetValue("State", out var given) && given is OptionSetValue ofMessage ? ofMessage : null;
        if (table == OfferTable.Agreement) return new OfferStore(request.DataverseAsSystem).Document(table, documentId).IsCommitted;
        state ??= request.Target<Entity>().GetAttributeValue<OptionSetValue>(QuoteRow.Column.StateCode);
        if (state is null) return false;
        return table == OfferTable.Quote
            ? (QuoteState)state.Value is QuoteState.Active or QuoteState.Won
            : (OrderState)state.Value is OrderState.Submitted or OrderState.Fulfilled or OrderState.Invoiced;
    }

    private static void Use(Request request, DocumentCover cover)
    {
        var journal = new ExceptionJournal(request);
        foreach (var signed in cover.Signatures())
        {
            if (signed.Value.Exception.IsUsed) continue;
            var change = new PriceExceptionRow { Id = signed.Value.Id, UsedOn = request.Context.OperationCreatedOn };
            journal.Change(change, ExceptionEventChoice.Approved, journal.Say("pricing.logOrdered", Kam.Rules.Vocabulary.Argument.Text(signed.Key.Number)));
        }
    }

    private static bool WasLookedAt(Request request, Guid documentId) => request.Context.SharedVariables.TryGetValue(Looked, out var looked) && looked is Guid id && id == documentId;

    private static void MarkLookedAt(Request request, Guid documentId)
    {
        for (IPluginExecutionContext? context = request.Context.ParentContext; context is not null; context = context.ParentContext)
            if (context.PrimaryEntityId == documentId) context.SharedVariables[Looked] = documentId;
    }
}
