using System;

namespace Local.Dataverse.Storage;

/// <summary>What storage must know of the organisation to fill defaults. Made once, when the organisation is opened.</summary>
internal sealed class OrganizationFacts
{
    public required Guid OrganizationId { get; init; }
    public required Guid RootBusinessUnitId { get; init; }
    public required Guid BaseCurrencyId { get; init; }
    /// <summary>Digits that amounts in the base currency (<c>x_base</c>) are rounded to.</summary>
    public int BaseCurrencyPrecision { get; init; } = 2;
    /// <summary>Digits of money columns whose precision comes from the organisation.</summary>
    public int PricingDecimalPrecision { get; init; } = 2;
    /// <summary>Language in which labels are given when the user's language has none.</summary>
    public int BaseLanguage { get; init; } = 1033;
}
