using System;
using System.Collections.Generic;

namespace Local.Dataverse.Storage;

/// <summary>A currency of the organisation.</summary>
/// <param name="Id">Row of transactioncurrency.</param>
/// <param name="Rate">Units of it for one unit of the base currency.</param>
/// <param name="Precision">Digits of its amounts.</param>
/// <param name="Symbol">What stands beside an amount.</param>
internal sealed record Currency(Guid Id, decimal Rate, int Precision, string Symbol);

/// <summary>The currencies, remembered until one of them changes.</summary>
internal sealed class Currencies(Store store, OrganizationFacts facts)
{
    private const string Table = "transactioncurrency";

    private readonly Dictionary<Guid, Currency?> known = new();
    private int generation;
    private int? pricingPrecision;

    /// <summary>Says that a row of a table changed.</summary>
    public void Changed(string table)
    {
        if (table is Table or "organization") Forget();
    }

    /// <summary>The currency, or null when there is none of that id. The base currency exists even before its row does.</summary>
    public Currency? Find(Guid id)
    {
        Refresh();
        if (known.TryGetValue(id, out var currency)) return currency;
        currency = Read(id) ?? (id == facts.BaseCurrencyId ? new Currency(id, 1m, facts.BaseCurrencyPrecision, "") : null);
        return known[id] = currency;
    }

    /// <summary>Digits of money columns whose precision comes from the organisation.</summary>
    public int PricingPrecision
    {
        get
        {
            Refresh();
            return pricingPrecision ??= ReadPricingPrecision();
        }
    }

    /// <summary>The organisation's own currency.</summary>
    public Currency Base => Find(facts.BaseCurrencyId)!;

    private void Refresh()
    {
        if (generation == store.Generation) return;
        Forget();
        generation = store.Generation;
    }

    private void Forget()
    {
        known.Clear();
        pricingPrecision = null;
    }

    private int ReadPricingPrecision()
    {
        if (!store.Layouts.TryGetValue("organization", out var layout) || layout.Find("pricingdecimalprecision") is not { } precision) return facts.PricingDecimalPrecision;
        var statement = store.Prepare($"SELECT {precision.SqlName} FROM {layout.SqlName} WHERE {layout.Id.SqlName} = ?1");
        statement.Bind(1, facts.OrganizationId);
        if (!statement.Step()) return facts.PricingDecimalPrecision;
        var digits = statement.IsNull(0) ? facts.PricingDecimalPrecision : (int)statement.Int64(0);
        statement.Reset();
        return digits;
    }

    private Currency? Read(Guid id)
    {
        if (!store.Layouts.TryGetValue(Table, out var layout)) return null;
        ColumnSlot rate = layout.Slot("exchangerate"), precision = layout.Slot("currencyprecision"), symbol = layout.Slot("currencysymbol");
        var statement = store.Prepare($"SELECT {rate.SqlName}, {precision.SqlName}, {symbol.SqlName} FROM {layout.SqlName} WHERE {layout.Id.SqlName} = ?1");
        statement.Bind(1, id);
        if (!statement.Step()) return null;
        var currency = new Currency(
            id,
            statement.IsNull(0) ? 1m : statement.Int64(0) / rate.Factor,
            statement.IsNull(1) ? 2 : (int)statement.Int64(1),
            statement.IsNull(2) ? "" : statement.Text(2));
        statement.Reset();
        return currency;
    }
}
