using System;
using System.Collections.Generic;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>Custom API kam_AddBundleToQuote: puts a configuration on a draft quote, a line for each component at the component's price, all in the caller's transaction.</summary>
/// <remarks>
/// Idempotent by request id: the quote is locked first, by writing it with the rights of the caller, so of two calls at the same time the second waits and then finds the offer of the first. The lines are created
/// with the rights of the caller and go through every plug-in that judges lines. Cost and margin are kept in secured columns.
/// At most eleven requests and one for each line; four when the request is a repeated one.
/// </remarks>
/// <model stage="3 Solutions">goes onto a quote as its lines in one transaction</model>
public sealed class AddBundleToQuote : KamPlugin
{
    private const int LongestRequestId = 100;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var requestId = request.Required<string>("RequestId").Trim();
        if (requestId.Length is 0 or > LongestRequestId) throw RequestParameters.Invalid("RequestId", requestId, $"1 – {LongestRequestId}");
        var choices = ChoicesText.Read(request.Required<string>("Choices"));
        var bundleId = request.Required<Guid>("SolutionBundleId");
        var store = new OfferStore(request.Dataverse, request.DataverseAsSystem);
        var quote = store.LockedQuote(request.Required<Guid>("QuoteId"));
        if (store.Existing(quote.Id, requestId) is { } existing)
        {
            if (existing.SolutionBundleId?.Id != bundleId || !ChoicesText.AreSame(choices, ChoicesText.Read(existing.Configuration ?? "[]")))
                throw new RefusalException(SolutionsReasons.RequestUsed, "RequestId", requestId, Argument.Text(requestId));
            Answer(request, existing.Id, isNew: false);
            return;
        }

        Answer(request, Add(request, store, quote, bundleId, choices, requestId), isNew: true);
    }

    private static Guid Add(Request request, OfferStore store, QuoteRow quote, Guid bundleId, IReadOnlyList<BundleChoice> choices, string requestId)
    {
        if (quote.StateCode != QuoteState.Draft) throw new RefusalException(SolutionsReasons.QuoteNotDraft, "QuoteId", quote.Id.ToString(), Argument.Text(quote.Name ?? ""));
        var stored = new BundleStore(request.DataverseAsSystem).One(bundleId);
        RefusalException.WhenAny(stored.Availability.Violations(AsOfDate.Today(request)));
        var configuration = new BundleConfiguration(stored.Bundle, choices);
        RefusalException.WhenAny(configuration.Violations());

        var quotation = store.Quotation(configuration, stored.Row.TransactionCurrencyId, quote.TransactionCurrencyId);
        var offer = store.Create(quote, stored.Row, configuration, quotation, requestId, new EntityReference(UserRow.Table, request.Context.InitiatingUserId));
        foreach (var line in quotation.Lines) store.AddLine(quote, offer, line, stored.Products.TryGetValue(line.Component.Id, out var product) ? product : null);
        return offer.Id;
    }

    private static void Answer(Request request, Guid offerId, bool isNew)
    {
        request.Answer("BundleOfferId", offerId);
        request.Answer("IsNew", isNew);
    }
}
