using System;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Proposition;

/// <summary>Custom API kam_ValueToCustomer: the two-sided sheet of a proposition, with the figures its parts add up to.</summary>
/// <remarks>Everything is read with the rights of the caller, so the sheet shows nothing they could not see elsewhere. Six requests.</remarks>
/// <model stage="1 Value Insights">one two-sided sheet: what they are worth to us, what we are worth to them, the share of it we charge</model>
public sealed class ValueToCustomer : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var store = new PropositionStore(request.Dataverse);
        var proposition = store.One(request.Required<Guid>("ValuePropositionId"));
        var value = PropositionStore.Value(proposition, store.Differences(proposition.Id));
        RefusalException.WhenAny(value.Violations());
        var baseCurrency = BaseCurrency.Of(request.DataverseAsSystem).Code;
        var worth = CurrentWorth.Of(request, proposition.AccountId!.Id);
        var offerCurrency = CurrencyOf(request, proposition) ?? baseCurrency;
        var sheet = new TwoSidedSheet(worth.Worth, baseCurrency, value, offerCurrency, worth.CallerSeesCost);

        request.Answer("EconomicValue", new Money(value.Total));
        request.Answer("DifferentiationValue", new Money(value.Differentiation));
        request.Answer("CustomerSurplus", value.CustomerSurplus is { } surplus ? new Money(surplus) : null);
        request.Answer("CapturedPercent", value.CapturedPercent);
        request.Answer("Sheet", SheetText.Write(sheet, baseCurrency, offerCurrency, worth.CallerSeesCost));
    }

    private static string? CurrencyOf(Request request, ValuePropositionRow proposition) => proposition.TransactionCurrencyId is { } currency
        ? request.DataverseAsSystem.Retrieve(CurrencyRow.Table, currency.Id, new ColumnSet(CurrencyRow.Column.ISOCurrencyCode)).ToEntity<CurrencyRow>().ISOCurrencyCode
        : null;
}
