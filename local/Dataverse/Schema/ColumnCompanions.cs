using System.Collections.Generic;

namespace Local.Dataverse.Schema;

/// <summary>Columns the platform puts beside others: name of a file, address and time of an image, moment and state of a rollup.</summary>
internal static class ColumnCompanions
{
    /// <summary>The companions of a column.</summary>
    public static IEnumerable<Column> Of(Column column)
    {
        var name = column.SchemaName;
        switch (column.Type)
        {
            case ColumnType.File:
                yield return Companion(column, name + "_Name", ColumnType.String) with { MaxLength = 255, Format = "text" };
                break;
            case ColumnType.Image:
                yield return Companion(column, name + "Id", ColumnType.Uniqueidentifier);
                yield return Companion(column, name + "_Timestamp", ColumnType.BigInt);
                yield return Companion(column, name + "_URL", ColumnType.String) with { MaxLength = 200, Format = "url" };
                break;
            default:
                if (column is not { SourceType: 2, FormulaDefinition: not null, BaseOf: null }) break;
                yield return Companion(column, name + "_Date", ColumnType.DateTime) with { Format = "datetime" };
                yield return Companion(column, name + "_State", ColumnType.Integer);
                break;
        }
    }

    private static Column Companion(Column of, string schemaName, ColumnType type) => new()
    {
        LogicalName = schemaName.ToLowerInvariant(),
        SchemaName = schemaName,
        Type = type,
        ValidForCreate = false,
        ValidForUpdate = false,
        IsCustom = of.IsCustom,
    };
}
