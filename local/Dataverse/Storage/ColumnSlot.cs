using System;
using System.Collections.Generic;
using Local.Dataverse.Columns.Files;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Storage;

/// <summary>How a column is kept in SQLite.</summary>
internal enum StorageKind
{
    /// <summary>TEXT in the engine's collation.</summary>
    Text,
    /// <summary>INTEGER.</summary>
    Integer,
    /// <summary>INTEGER holding value × 10^scale: exact, and SQLite's SUM of it is exact or fails.</summary>
    Scaled,
    /// <summary>INTEGER holding amount × 10,000, the range and the grain of SQL Server's money.</summary>
    Money,
    /// <summary>REAL.</summary>
    Real,
    /// <summary>INTEGER, seconds since 1970-01-01 UTC.</summary>
    Seconds,
    /// <summary>BLOB of 16 bytes, big-endian.</summary>
    Guid,
    /// <summary>A Guid; where several tables may be meant, the table's name in a second column.</summary>
    Reference,
    /// <summary>TEXT <c>;1;2;3;</c>, ascending.</summary>
    OptionList,
    /// <summary>The id of a file kept beside the rows; read, its content.</summary>
    Image,
}

/// <summary>One column of a table and where it is kept.</summary>
internal sealed class ColumnSlot
{
    /// <summary>Stands in <see cref="Expression"/> for the table's name in the statement.</summary>
    public const char SourcePlaceholder = '\u0001';

    private const int MoneyScale = 4;

    public ColumnSlot(Column column, int ordinal, int scale)
    {
        Column = column;
        Name = column.LogicalName;
        Ordinal = ordinal;
        Kind = KindOf(column.Type);
        Scale = Kind == StorageKind.Money ? MoneyScale : scale;
        var factor = 1m;
        for (var i = 0; i < Scale; i++) factor *= 10;
        Factor = factor;
        SqlName = Quote(Name);
        if (Kind == StorageKind.Image) Expression = $"(SELECT i.content FROM {FileStore.Table} i WHERE i.id = {SourcePlaceholder}.{SqlName})";
        Targets = TargetsOf(column);
        if (Kind == StorageKind.Reference && Targets.Count != 1) TypeSqlName = Quote(Name + "$type");
    }

    public Column Column { get; }

    public string Name { get; }

    public StorageKind Kind { get; }

    /// <summary>Position in the layout; the INSERT's parameter is <c>1 + 2 × Ordinal</c>, the table's name of a reference comes next to it.</summary>
    public int Ordinal { get; }

    public int Parameter => 1 + (2 * Ordinal);

    /// <summary>Digits kept after the point, for <see cref="StorageKind.Scaled"/> and <see cref="StorageKind.Money"/>.</summary>
    public int Scale { get; }

    /// <summary>10^<see cref="Scale"/>.</summary>
    public decimal Factor { get; }

    /// <summary>Name in SQL, quoted.</summary>
    public string SqlName { get; }

    /// <summary>SQL of the value of a column that is computed when it is read; null for a stored one.</summary>
    public string? Expression { get; set; }

    /// <summary>SQL of the value in the row of a table known in the statement as <paramref name="source"/>.</summary>
    public string In(string source) =>
        Expression is null ? source + "." + SqlName : Expression.Replace(SourcePlaceholder.ToString(), source, StringComparison.Ordinal);

    /// <summary>SQL column with the referenced table's name; null where only one table can be meant.</summary>
    public string? TypeSqlName { get; }

    /// <summary>Tables a reference may point to; empty means any.</summary>
    public IReadOnlyList<string> Targets { get; }

    public string SqlType => Kind switch
    {
        StorageKind.Text or StorageKind.OptionList => "TEXT COLLATE " + TextOrder.Collation,
        StorageKind.Real => "REAL",
        StorageKind.Guid or StorageKind.Reference or StorageKind.Image => "BLOB",
        _ => "INTEGER",
    };

    /// <summary>Whether a column of the type is kept in the table's own row at all: parties are rows of their own.</summary>
    public static bool IsStored(ColumnType type) => type is not ColumnType.PartyList;

    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static StorageKind KindOf(ColumnType type) => type switch
    {
        ColumnType.String or ColumnType.Memo or ColumnType.EntityName => StorageKind.Text,
        ColumnType.Integer or ColumnType.BigInt or ColumnType.Boolean or ColumnType.Picklist or ColumnType.State or ColumnType.Status
            or ColumnType.ManagedProperty => StorageKind.Integer,
        ColumnType.Decimal => StorageKind.Scaled,
        ColumnType.Money => StorageKind.Money,
        ColumnType.Double => StorageKind.Real,
        ColumnType.DateTime => StorageKind.Seconds,
        ColumnType.Uniqueidentifier or ColumnType.File => StorageKind.Guid,
        ColumnType.Image => StorageKind.Image,
        ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner => StorageKind.Reference,
        ColumnType.MultiSelectPicklist => StorageKind.OptionList,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This type has no storage."),
    };

    private static IReadOnlyList<string> TargetsOf(Column column) => column.Type switch
    {
        ColumnType.Owner when column.Targets.Count == 0 => ["systemuser", "team"],
        ColumnType.Customer when column.Targets.Count == 0 => ["account", "contact"],
        _ => column.Targets,
    };
}
