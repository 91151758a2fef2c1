using System;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Validation;

/// <summary>What may not happen to the currency an organisation counts in: its rate is 1, it stays active and is not deleted.</summary>
internal static class CurrencyRules
{
    private const string Table = "transactioncurrency";
    private const int Inactive = 1;

    /// <summary>Refuses an update that would change the rate of the base currency or deactivate it.</summary>
    public static void RequireChangeable(TableLayout layout, WriteSet writes, Guid id, OrganizationFacts facts)
    {
        if (layout.Name != Table || id != facts.BaseCurrencyId) return;
        if (layout.ExchangeRate is { } rate && writes.Has(rate) && (!writes.HasValue(rate) || writes[rate].Number != rate.Factor)) throw PlatformErrors.ExchangeRateOfBaseCurrencyNotUpdatable.Fault();
        if (layout.State is { } state && writes.HasValue(state) && writes[state].Number == Inactive) throw PlatformErrors.BaseCurrencyCannotBeDeactivated.Fault();
    }

    /// <summary>Refuses to delete the base currency.</summary>
    public static void RequireDeletable(TableLayout layout, Guid id, OrganizationFacts facts)
    {
        if (layout.Name == Table && id == facts.BaseCurrencyId) throw PlatformErrors.BaseCurrencyNotDeletable.Fault();
    }
}
