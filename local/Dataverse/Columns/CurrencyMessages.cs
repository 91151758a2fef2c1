using System;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Columns;

/// <summary>RetrieveExchangeRate: units of a currency for one unit of the base currency.</summary>
internal static class CurrencyMessages
{
    public static void AddTo(MessageCatalog catalog) => catalog.Add("RetrieveExchangeRate", RetrieveExchangeRate, static () => new RetrieveExchangeRateResponse());

    private static void RetrieveExchangeRate(MessageExecution execution)
    {
        var currency = new EntityReference("transactioncurrency", execution.Required<Guid>("TransactionCurrencyId"));
        execution.Output["ExchangeRate"] = execution.Unit.Retrieve(execution.Context, currency, new ColumnSet("exchangerate"))["exchangerate"];
    }
}
