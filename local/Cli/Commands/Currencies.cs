using System;
using Local.Cli.Loading;
using Local.Dataverse;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Cli.Commands;

/// <summary>The currency of a data set in an organisation.</summary>
internal static class Currencies
{
    /// <exception cref="CommandException">The organisation has no such currency: an exchange rate would have to be invented.</exception>
    public static Guid Find(LocalDataverse organisation, CurrencyMapping currency)
    {
        var query = new QueryExpression("transactioncurrency") { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition("isocurrencycode", ConditionOperator.Equal, currency.Code);
        var found = organisation.AdministratorService.RetrieveMultiple(query).Entities;
        return found.Count > 0
            ? found[0].Id
            : throw new CommandException($"The data is in {currency.Code}, and the organisation has no such currency. Create the organisation with --currency {currency.Code}, or add the currency with its exchange rate first.");
    }
}
