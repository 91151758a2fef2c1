using System;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Sales;

/// <summary>
/// WinOpportunity, LoseOpportunity, WinQuote, CloseQuote, CancelSalesOrder, FulfillSalesOrder and CloseIncident. Steps on them are registered
/// under the short names Win, Lose, Close, Cancel and Fulfill ("Supported messages and tables for plug-ins").
/// </summary>
internal static class ClosingMessages
{
    private const int Open = 0, QuoteDraft = 0, QuoteActive = 1, OrderActive = 0, OrderSubmitted = 1;

    public static readonly CloseActivity QuoteWon = new("QuoteClose", "quote", "quoteid", State: 2, "Win");

    private static readonly CloseActivity
        opportunityWon = new("OpportunityClose", "opportunity", "opportunityid", State: 1, "Win"),
        opportunityLost = new("OpportunityClose", "opportunity", "opportunityid", State: 2, "Lose"),
        quoteClosed = new("QuoteClose", "quote", "quoteid", State: 3, "Close"),
        orderCanceled = new("OrderClose", "salesorder", "salesorderid", State: 2, "Cancel"),
        orderFulfilled = new("OrderClose", "salesorder", "salesorderid", State: 3, "Fulfill"),
        incidentClosed = new("IncidentResolution", "incident", "incidentid", State: 1, "Close");

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("WinOpportunity", static e => opportunityWon.Run(e, MustBeOpen, StampActual), static () => new WinOpportunityResponse());
        catalog.Add("LoseOpportunity", static e => opportunityLost.Run(e, MustBeOpen, StampActual), static () => new LoseOpportunityResponse());
        catalog.Add("WinQuote", static e => QuoteWon.Run(e, MustBeActiveQuote, StampClosed), static () => new WinQuoteResponse());
        catalog.Add("CloseQuote", static e => quoteClosed.Run(e, MustNotBeClosedQuote, StampClosed), static () => new CloseQuoteResponse());
        catalog.Add("CancelSalesOrder", static e => orderCanceled.Run(e, MustBeOpenOrder, Nothing), static () => new CancelSalesOrderResponse());
        catalog.Add("FulfillSalesOrder", static e => orderFulfilled.Run(e, MustBeOpenOrder, StampFulfilled, "datefulfilled"), static () => new FulfillSalesOrderResponse());
        catalog.Add("CloseIncident", static e => incidentClosed.Run(e, MustBeActiveIncident, Nothing), static () => new CloseIncidentResponse());
    }

    public static void MustBeActiveQuote(Entity quote) => Must(StateOf(quote) == QuoteActive);

    /// <summary>Sets the day on which the quote was closed.</summary>
    public static void StampClosed(Entity change, Entity close, Entity row) => change["closedon"] = DayOf(close);

    public static int StateOf(Entity row) => row.GetAttributeValue<OptionSetValue>("statecode").Value;

    private static void StampActual(Entity change, Entity close, Entity opportunity)
    {
        change["actualclosedate"] = DayOf(close);
        if (close.Contains("actualrevenue")) change["actualvalue"] = close["actualrevenue"];
    }

    private static void StampFulfilled(Entity change, Entity close, Entity order)
    {
        if (!order.Contains("datefulfilled")) change["datefulfilled"] = DayOf(close);
    }

    private static void Nothing(Entity change, Entity close, Entity row)
    {
    }

    private static DateTime DayOf(Entity close) => close.GetAttributeValue<DateTime>("actualend").Date;

    private static void MustBeOpen(Entity opportunity)
    {
        if (StateOf(opportunity) != Open) throw SalesErrors.OpportunityIsAlreadyClosed.Fault();
    }

    private static void MustNotBeClosedQuote(Entity quote) => Must(StateOf(quote) is QuoteDraft or QuoteActive);

    private static void MustBeOpenOrder(Entity order) => Must(StateOf(order) is OrderActive or OrderSubmitted);

    private static void MustBeActiveIncident(Entity incident) => Must(StateOf(incident) == Open);

    private static void Must(bool holds)
    {
        if (!holds) throw SalesErrors.InvalidState.Fault();
    }
}
