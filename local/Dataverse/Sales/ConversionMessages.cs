using System;
using System.Collections.Generic;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>
/// The messages that make one document from another: GenerateQuoteFromOpportunity, GenerateSalesOrderFromOpportunity, ConvertQuoteToSalesOrder,
/// ConvertSalesOrderToInvoice, ReviseQuote.
/// </summary>
internal static class ConversionMessages
{
    private const int QuoteDraft = 0, QuoteActive = 1, QuoteWon = 2, QuoteClosed = 3;
    private const int OrderCanceled = 2, OrderInvoiced = 4;
    private const int DefaultStatus = -1;

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("GenerateQuoteFromOpportunity", static e => FromOpportunity(e, "quote"), static () => new GenerateQuoteFromOpportunityResponse());
        catalog.Add("GenerateSalesOrderFromOpportunity", static e => FromOpportunity(e, "salesorder"), static () => new GenerateSalesOrderFromOpportunityResponse());
        catalog.Add("ConvertQuoteToSalesOrder", ConvertQuote, static () => new ConvertQuoteToSalesOrderResponse());
        catalog.Add("ConvertSalesOrderToInvoice", ConvertOrder, static () => new ConvertSalesOrderToInvoiceResponse());
        catalog.Add("ReviseQuote", ReviseQuote, static () => new ReviseQuoteResponse());
    }

    private static void FromOpportunity(MessageExecution execution, string table) => Convert(execution, "OpportunityId", "opportunity", (frame, opportunity) =>
        new DocumentCopy(execution, frame).Make(opportunity, table, "opportunityid", lockPrices: false));

    private static void ConvertQuote(MessageExecution execution) => Convert(execution, "QuoteId", "quote", (frame, quote) =>
    {
        if (ClosingMessages.StateOf(quote) == QuoteActive) Win(execution, frame, quote);
        else if (ClosingMessages.StateOf(quote) != QuoteWon) throw SalesErrors.InvalidState.Fault();
        return new DocumentCopy(execution, frame).Make(quote, "salesorder", "quoteid", lockPrices: true);
    });

    // A quote that is still active is won along.
    private static void Win(MessageExecution execution, PipelineFrame frame, Entity quote)
    {
        var close = new Entity("quoteclose")
        {
            ["quoteid"] = quote.ToEntityReference(),
            ["subject"] = execution.Optional<string>("QuoteCloseSubject") ?? quote.GetAttributeValue<string>("name"),
            ["description"] = execution.Optional<string>("QuoteCloseDescription"),
            ["quotenumber"] = quote.GetAttributeValue<string>("quotenumber"),
        };
        if (execution.Optional<DateTime?>("QuoteCloseDate") is { } date && date != default) close["actualend"] = date;
        ClosingMessages.QuoteWon.Close(execution, frame, close, ClosingMessages.MustBeActiveQuote, (change, activity, row) =>
        {
            ClosingMessages.StampClosed(change, activity, row);
            if (execution.Optional<OptionSetValue>("QuoteCloseStatus") is { Value: not DefaultStatus } status) change["statuscode"] = status;
        });
    }

    private static void ConvertOrder(MessageExecution execution) => Convert(execution, "SalesOrderId", "salesorder", (frame, order) =>
    {
        if (ClosingMessages.StateOf(order) is OrderCanceled or OrderInvoiced) throw SalesErrors.InvalidState.Fault();
        var invoice = new DocumentCopy(execution, frame).Make(order, "invoice", "salesorderid", lockPrices: true);
        execution.SendUpdate(new Entity("salesorder", order.Id) { ["statecode"] = new OptionSetValue(OrderInvoiced) }, frame, byPlatform: true);
        return invoice;
    });

    private static void ReviseQuote(MessageExecution execution) => Convert(execution, "QuoteId", "quote", (frame, quote) =>
    {
        if (ClosingMessages.StateOf(quote) != QuoteClosed) throw SalesErrors.InvalidState.Fault();
        if (HasOpenRevision(execution, quote)) throw SalesErrors.QuoteReviseExistingActiveQuote.Fault();
        return new DocumentCopy(execution, frame).Make(
            quote, "quote", lookupToSource: null, lockPrices: false,
            KeyValuePair.Create<string, object>("quotenumber", quote.GetAttributeValue<string>("quotenumber")),
            KeyValuePair.Create<string, object>("revisionnumber", quote.GetAttributeValue<int>("revisionnumber") + 1));
    }, "Revise");

    private static bool HasOpenRevision(MessageExecution execution, Entity quote)
    {
        var query = new QueryExpression("quote") { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition("quotenumber", ConditionOperator.Equal, quote.GetAttributeValue<string>("quotenumber"));
        query.Criteria.AddCondition("statecode", ConditionOperator.In, QuoteDraft, QuoteActive);
        return execution.Unit.RetrieveMultiple(execution.PlatformContext, query).Entities.Count > 0;
    }

    private static void Convert(
        MessageExecution execution, string parameter, string table, Func<PipelineFrame, Entity, EntityReference> make, string? eventName = null)
    {
        var source = new EntityReference(table, execution.Required<Guid>(parameter));
        var columns = execution.Required<ColumnSet>("ColumnSet");
        var results = StagedPipeline.Run(execution, table, source.Id, frame =>
        {
            var row = execution.Unit.Retrieve(execution.Context, source, new ColumnSet(true));
            frame.Output["Entity"] = execution.Unit.Retrieve(execution.Context, make(frame, row), columns);
        }, eventName: eventName);
        execution.Output["Entity"] = results["Entity"];
    }
}
