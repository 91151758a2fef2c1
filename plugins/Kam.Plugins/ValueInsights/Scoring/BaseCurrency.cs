using System.Linq;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>The organisation's base currency: all portfolio arithmetic runs in it. One request.</summary>
internal sealed class BaseCurrency
{
    private readonly Currency currency;

    public EntityReference Reference { get; }
    public string Code => currency.Code;

    public BaseCurrency(IOrganizationService dataverse)
    {
        var query = new QueryExpression(CurrencyRow.Table) { ColumnSet = new ColumnSet(CurrencyRow.Column.ISOCurrencyCode, CurrencyRow.Column.CurrencyPrecision) };
        query.AddLink(OrganizationRow.Table, CurrencyRow.Column.TransactionCurrencyId, OrganizationRow.Column.BaseCurrencyId);
        var row = dataverse.RetrieveMultiple(query).Entities.Single().ToEntity<CurrencyRow>();
        Reference = new EntityReference(CurrencyRow.Table, row.Id);
        currency = new Currency(row.ISOCurrencyCode!, row.CurrencyPrecision ?? 2);
    }

    /// <summary>An amount as it is stored, rounded to the currency; null stays null.</summary>
    public Money? Money(decimal? amount) => amount is { } known ? new Money(currency.Round(known)) : null;
}
