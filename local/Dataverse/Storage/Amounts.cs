using System;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Storage;

/// <summary>What follows from amounts in a row: its currency and exchange rate, the rounding, and the amounts in the base currency.</summary>
/// <remarks>Rounding is commercial (half away from zero). Amount ÷ rate = base amount; the rate is the currency's at the time of the write.</remarks>
internal sealed class Amounts(Store store, Currencies currencies, OrganizationFacts facts)
{
    private const decimal Most = 922_337_203_685_477.5807m;

    /// <summary>Fills currency, rate and base amounts of a new row and rounds its amounts.</summary>
    public void CompleteNew(TableLayout layout, WriteSet writes)
    {
        if (layout.Currency is { } column && !writes.HasValue(column) && HasAmount(writes)) writes.Put(column, facts.BaseCurrencyId, "transactioncurrency");
        Complete(layout, writes, layout.Currency is { } own && writes.HasValue(own) ? writes[own].Id : null);
    }

    /// <summary>Rounds the amounts that are written to an existing row; with a new currency, or new amounts, base amounts follow. </summary>
    public void CompleteExisting(TableLayout layout, WriteSet writes, Guid id, in RowBefore before)
    {
        var currency = before.Currency;
        var currencyChanges = layout.Currency is { } column && writes.Has(column);
        if (currencyChanges) currency = writes.HasValue(layout.Currency!) ? writes[layout.Currency!].Id : null;
        if (!currencyChanges && !WritesAmount(writes)) return;
        if (currency is null && layout.Currency is not null && HasAmount(writes))
        {
            currency = facts.BaseCurrencyId;
            writes.Put(layout.Currency, facts.BaseCurrencyId, "transactioncurrency");
        }
        // All base amounts of a row follow one rate, also those of amounts that stay as they are.
        if (layout.BaseAmounts.Count > 0) AddUnchanged(layout, writes, before.Whole?.Amounts ?? AmountsOf(layout, id));
        Complete(layout, writes, currency);
    }

    private static void AddUnchanged(TableLayout layout, WriteSet writes, long?[] kept)
    {
        for (var i = 0; i < kept.Length; i++)
        {
            var amount = layout.BaseAmounts[i].Amount;
            if (!writes.Has(amount) && kept[i] is { } number) writes.Put(amount).Amount = number / amount.Factor;
        }
    }

    private long?[] AmountsOf(TableLayout layout, Guid id)
    {
        var statement = store.Prepare(layout.AmountsSql);
        statement.Bind(1, id);
        if (!statement.Step()) return [];
        var kept = new long?[layout.BaseAmounts.Count];
        for (var i = 0; i < kept.Length; i++) kept[i] = statement.IsNull(i) ? null : statement.Int64(i);
        statement.Reset();
        return kept;
    }

    private void Complete(TableLayout layout, WriteSet writes, Guid? currencyId)
    {
        var currency = currencyId is { } id ? currencies.Find(id) ?? throw PlatformErrors.InvalidCurrency.Fault() : null;
        if (currency is not null && layout.ExchangeRate is { Kind: StorageKind.Scaled } rate && layout.Name != "transactioncurrency")
        {
            writes.Put(rate, (long)(Math.Round(currency.Rate, rate.Scale, MidpointRounding.AwayFromZero) * rate.Factor));
        }
        // The loop also sees cells put into the set meanwhile: base amounts come after and are rounded already.
        var written = writes.Count;
        for (var i = 0; i < written; i++)
        {
            var slot = writes.Cells[i].Slot;
            if (slot.Kind != StorageKind.Money || writes.Cells[i].IsNull) continue;
            ref var cell = ref writes[slot];
            cell.Amount = Math.Round(cell.Amount, DigitsOf(slot.Column, currency), MidpointRounding.AwayFromZero);
            cell.Number = Kept(layout, slot, cell.Amount);
        }
        foreach (var (amount, inBase) in layout.BaseAmounts)
        {
            if (!writes.Has(amount)) continue;
            if (!writes.HasValue(amount))
            {
                writes.PutNull(inBase);
                continue;
            }
            var value = Math.Round(writes[amount].Amount / (currency?.Rate ?? 1m), DigitsOf(inBase.Column, currencies.Base), MidpointRounding.AwayFromZero);
            if (Math.Abs(value) > Most) throw PlatformErrors.BaseCurrencyOverflow.Fault(amount.Name, Most);
            ref var cell = ref writes.Put(inBase);
            cell.Amount = value;
            cell.Number = Kept(layout, inBase, value);
        }
    }

    private int DigitsOf(Column column, Currency? currency) => Math.Clamp(
        column.PrecisionSource switch
        {
            PrecisionSource.Organization => currencies.PricingPrecision,
            PrecisionSource.Currency => currency?.Precision ?? facts.BaseCurrencyPrecision,
            _ => column.Precision,
        },
        0, 4);

    private static long Kept(TableLayout layout, ColumnSlot slot, decimal amount)
    {
        if (Math.Abs(amount) > Most) throw PlatformErrors.ValueOutOfRange.Fault(slot.Name, layout.Name);
        return (long)(amount * slot.Factor);
    }

    private static bool HasAmount(WriteSet writes)
    {
        foreach (ref readonly var cell in writes.Cells)
        {
            if (cell.Slot.Kind == StorageKind.Money && !cell.IsNull) return true;
        }
        return false;
    }

    private static bool WritesAmount(WriteSet writes)
    {
        foreach (ref readonly var cell in writes.Cells)
        {
            if (cell.Slot.Kind == StorageKind.Money) return true;
        }
        return false;
    }
}
