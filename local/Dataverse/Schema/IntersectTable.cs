using System;
using System.Linq;

namespace Local.Dataverse.Schema;

/// <summary>The table the platform keeps the pairs of an N:N relationship in.</summary>
internal static class IntersectTable
{
    /// <summary>Makes one.</summary>
    /// <param name="schemaName">Its name.</param>
    /// <param name="column1">Key of the one side.</param>
    /// <param name="column2">Key of the other.</param>
    /// <param name="typeCode">Its number.</param>
    public static Table Of(string schemaName, string column1, string column2, int typeCode)
    {
        var name = schemaName.ToLowerInvariant();
        var id = name + "id";
        Column[] columns =
        [
            Identifier(id) with { IsPrimaryId = true }, Identifier(column1), Identifier(column2),
            new Column { LogicalName = "versionnumber", SchemaName = "VersionNumber", Type = ColumnType.BigInt, ValidForCreate = false, ValidForUpdate = false },
        ];
        return new Table
        {
            LogicalName = name,
            SchemaName = schemaName,
            EntitySetName = name + "set",
            ObjectTypeCode = typeCode,
            PrimaryId = id,
            IsIntersect = true,
            IsCustom = true,
            Columns = columns.ToDictionary(c => c.LogicalName, StringComparer.Ordinal),
        };
    }

    private static Column Identifier(string name) => new()
    {
        LogicalName = name,
        SchemaName = name,
        Type = ColumnType.Uniqueidentifier,
        Required = RequiredLevel.SystemRequired,
        ValidForUpdate = false,
    };
}
