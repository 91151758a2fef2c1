using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Local.Dataverse.Schema;

/// <summary>How much a column is asked for; the platform enforces <see cref="SystemRequired"/> alone.</summary>
public enum RequiredLevel { None, Recommended, ApplicationRequired, SystemRequired }

/// <summary>How a date column treats time zones.</summary>
public enum DateBehavior { UserLocal = 1, DateOnly = 2, TimeZoneIndependent = 3 }

/// <summary>Where a money column's precision comes from.</summary>
public enum PrecisionSource { Column = 0, Organization = 1, Currency = 2 }

/// <summary>One column of a table: everything validation, storage and metadata messages need. Built once, then read only.</summary>
public sealed record Column
{
    /// <summary>Lower-case name used in code and queries.</summary>
    public required string LogicalName { get; init; }
    public required string SchemaName { get; init; }
    public required ColumnType Type { get; init; }
    public Labels DisplayName { get; init; } = Labels.None;
    public Labels Description { get; init; } = Labels.None;
    public RequiredLevel Required { get; init; }
    /// <summary>Characters, for text.</summary>
    public int? MaxLength { get; init; }
    public decimal? MinValue { get; init; }
    public decimal? MaxValue { get; init; }
    /// <summary>Digits after the decimal point, for Decimal, Double and Money.</summary>
    public int Precision { get; init; }
    public PrecisionSource PrecisionSource { get; init; }
    /// <summary>Largest content of a file or image column, in kilobytes of 1,024 bytes; null for the platform's limit.</summary>
    public int? MaxSizeInKb { get; init; }
    /// <summary>Text or date format as the platform names it: text, email, url, phone, textarea, date, datetime ...</summary>
    public string? Format { get; init; }
    public DateBehavior DateBehavior { get; init; } = DateBehavior.UserLocal;
    public OptionSet? OptionSet { get; init; }
    /// <summary>Value a row gets on create when none is given: choice or yes/no.</summary>
    public int? DefaultValue { get; init; }
    /// <summary>Logical names a lookup may point to. Several for Customer, Owner and polymorphic lookups.</summary>
    public IReadOnlyList<string> Targets { get; init; } = Array.Empty<string>();
    /// <summary>For <c>x_base</c>: the money column it is computed from.</summary>
    public string? BaseOf { get; init; }
    public bool ValidForCreate { get; init; } = true;
    public bool ValidForUpdate { get; init; } = true;
    public bool ValidForRead { get; init; } = true;
    public bool IsPrimaryId { get; init; }
    public bool IsPrimaryName { get; init; }
    public bool IsCustom { get; init; }
    /// <summary>Column security is on.</summary>
    public bool IsSecured { get; init; }
    /// <summary>0 simple, 1 calculated, 2 rollup, 3 Power Fx.</summary>
    public int SourceType { get; init; }
    /// <summary>How a column with a <see cref="SourceType"/> is computed: workflow XAML, or Power Fx.</summary>
    public string? FormulaDefinition { get; init; }
    public string? AutoNumberFormat { get; init; }

    /// <summary>Same object: a definition is never compared by content, and lookups by it stay cheap.</summary>
    public bool Equals(Column? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
