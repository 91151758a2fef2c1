using Local.Dataverse.Schema;

namespace Local.WebApi.Model;

/// <summary>How columns and relationships are called in the Web API ("Web API types and operations", "Lookup properties").</summary>
public static class PropertyNames
{
    /// <summary>A lookup is read as <c>_name_value</c>; every other column has its logical name.</summary>
    public static string Of(Column column) => IsLookup(column) ? $"_{column.LogicalName}_value" : column.LogicalName;

    public static bool IsLookup(Column column) => column.Type is ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner;

    /// <summary>
    /// The single-valued navigation property of a lookup: custom columns by schema name, others by logical name; with the target behind it where
    /// there are several; with the activity's name at its end where activitypointer already has that name.
    /// </summary>
    public static string OfLookup(Table table, Column column, string target)
    {
        var name = column.IsCustom ? column.SchemaName : column.LogicalName;
        if (column.Targets.Count > 1 && column.Type != ColumnType.Owner) name = $"{name}_{target}";
        return name;
    }
}
