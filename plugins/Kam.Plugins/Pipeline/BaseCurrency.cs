using System;
using System.Linq;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pipeline;

/// <summary>The organisation's base currency: all portfolio arithmetic runs in it.</summary>
internal sealed class BaseCurrency
{
    public BaseCurrency(Guid id, string code, int precision)
    {
        Reference = new EntityReference(CurrencyRow.Table, id);
        Currency = new Currency(code, precision);
        Precision = precision;
    }

    public EntityReference Reference { get; }
    public Currency Currency { get; }
    public string Code => Currency.Code;
    public int Precision { get; }

    /// <summary>That of the organisation. One request.</summary>
    public static BaseCurrency Of(IOrganizationService dataverse)
    {
        var query = new QueryExpression(CurrencyRow.Table) { ColumnSet = new ColumnSet(CurrencyRow.Column.ISOCurrencyCode, CurrencyRow.Column.CurrencyPrecision) };
        query.AddLink(OrganizationRow.Table, CurrencyRow.Column.TransactionCurrencyId, OrganizationRow.Column.BaseCurrencyId);
        var row = dataverse.RetrieveMultiple(query).Entities.Single().ToEntity<CurrencyRow>();
        return new BaseCurrency(row.Id, row.ISOCurrencyCode!, row.CurrencyPrecision ?? 2);
    }

    /// <summary>An amount as it is stored, rounded to the currency; null stays null.</summary>
    public Money? Money(decimal? amount) => amount is { } known ? new Money(Currency.Round(known)) : null;
}
