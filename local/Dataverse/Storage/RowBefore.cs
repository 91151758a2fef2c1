using System;

namespace Local.Dataverse.Storage;

/// <summary>A row as it is before an update.</summary>
/// <param name="Version">Its versionnumber.</param>
/// <param name="State">0 where its table has no states.</param>
/// <param name="Currency">Null where it has none.</param>
/// <param name="Status">Status reason.</param>
/// <param name="Whole">What only some updates need, when it was read along with many other rows; null when it was not.</param>
internal readonly record struct RowBefore(long Version, int State, Guid? Currency, int? Status, ValuesBefore? Whole = null);

/// <summary>Values of a row before an update from which others follow.</summary>
/// <param name="Amounts">Of the amounts that have one in the base currency, as they are kept.</param>
/// <param name="FirstName">Of a person.</param>
/// <param name="LastName">Of a person.</param>
internal sealed record ValuesBefore(long?[] Amounts, string? FirstName, string? LastName);
