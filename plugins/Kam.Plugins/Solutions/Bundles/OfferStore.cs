using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>Reads and writes what a bundle becomes on a quote.</summary>
internal sealed class OfferStore
{
    private readonly IOrganizationService dataverse, asSystem;

    /// <param name="dataverse">With the rights of the caller: the quote and its lines.</param>
    /// <param name="asSystem">With all rights: the offer, because it keeps cost and margin.</param>
    public OfferStore(IOrganizationService dataverse, IOrganizationService asSystem)
    {
        this.dataverse = dataverse;
        this.asSystem = asSystem;
    }

    /// <summary>The quote, which nobody else changes until this transaction ends: writing a row locks it, writing its name as it is changes nothing. Three requests.</summary>
    public QuoteRow LockedQuote(Guid quoteId)
    {
        var quote = Quote(quoteId, QuoteRow.Column.Name);
        if (quote.StateCode == QuoteState.Draft) dataverse.Update(new QuoteRow { Id = quoteId, Name = quote.Name });
        return Quote(quoteId, QuoteRow.Column.Name, QuoteRow.Column.CustomerId, QuoteRow.Column.TransactionCurrencyId);
    }

    /// <summary>The offer that a request has made on a quote; null when it has made none. One request.</summary>
    public BundleOfferRow? Existing(Guid quoteId, string requestId)
    {
        var query = new QueryExpression(BundleOfferRow.Table) { ColumnSet = new ColumnSet(BundleOfferRow.Column.SolutionBundleId, BundleOfferRow.Column.Configuration) };
        query.Criteria.AddCondition(BundleOfferRow.Column.QuoteId, ConditionOperator.Equal, quoteId);
        query.Criteria.AddCondition(BundleOfferRow.Column.RequestId, ConditionOperator.Equal, requestId);
        return asSystem.RetrieveMultiple(query).Entities.SingleOrDefault()?.ToEntity<BundleOfferRow>();
    }

    /// <summary>The configuration in the currency of the quote, at the rates of today; without a currency, amounts are in base currency. One request, two then.</summary>
    public BundleQuotation Quotation(BundleConfiguration configuration, EntityReference? from, EntityReference? to)
    {
        if (from is null || to is null)
        {
            var known = BaseCurrency.Of(asSystem).Reference;
            return Quotation(configuration, from ?? known, to ?? known);
        }

        var query = new QueryExpression(CurrencyRow.Table)
        {
            ColumnSet = new ColumnSet(CurrencyRow.Column.ISOCurrencyCode, CurrencyRow.Column.CurrencyPrecision, CurrencyRow.Column.ExchangeRate),
        };
        query.Criteria.AddCondition(CurrencyRow.Column.TransactionCurrencyId, ConditionOperator.In, new[] { from.Id, to.Id }.Distinct().Cast<object>().ToArray());
        var currencies = asSystem.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<CurrencyRow>()).ToDictionary(row => row.Id);
        var target = currencies[to.Id];
        var rate = from.Id == to.Id ? 1m : target.ExchangeRate!.Value / currencies[from.Id].ExchangeRate!.Value;
        return new BundleQuotation(configuration, rate, new Currency(target.ISOCurrencyCode!, target.CurrencyPrecision ?? 2));
    }

    /// <summary>Writes what was put together. One request.</summary>
    public EntityReference Create(QuoteRow quote, SolutionBundleRow bundle, BundleConfiguration configuration, BundleQuotation quotation, string requestId, EntityReference owner)
    {
        var offer = new BundleOfferRow
        {
            Name = $"{bundle.Name} – {quote.Name}",
            SolutionBundleId = bundle.ToEntityReference(),
            QuoteId = quote.ToEntityReference(),
            AccountId = quote.CustomerId is { LogicalName: AccountRow.Table } account ? account : null,
            RequestId = requestId,
            TransactionCurrencyId = quote.TransactionCurrencyId,
            Price = new Money(quotation.Price),
            Cost = quotation.Cost is { } cost ? new Money(cost) : null,
            Margin = quotation.Margin is { } margin ? new Money(margin) : null,
            Differentiation = configuration.Differentiation,
            Configuration = ChoicesText.Write(quotation.Lines),
            OwnerId = owner,
        };
        return new EntityReference(BundleOfferRow.Table, asSystem.Create(offer));
    }

    /// <summary>A line at the price of the bundle; what has no product is written in. One request.</summary>
    public void AddLine(QuoteRow quote, EntityReference offer, BundleLine line, ComponentProduct? product) => dataverse.Create(new QuoteLineRow
    {
        QuoteId = quote.ToEntityReference(),
        BundleOfferId = offer,
        IsProductOverridden = product is null,
        ProductDescription = product is null ? line.Component.Name : null,
        ProductId = product?.Product,
        UoMId = product?.Unit,
        IsPriceOverridden = true,
        PricePerUnit = new Money(line.UnitPrice),
        Quantity = line.Quantity,
    });

    private QuoteRow Quote(Guid quoteId, params string[] columns) =>
        dataverse.Retrieve(QuoteRow.Table, quoteId, new ColumnSet([QuoteRow.Column.StateCode, .. columns])).ToEntity<QuoteRow>();
}
