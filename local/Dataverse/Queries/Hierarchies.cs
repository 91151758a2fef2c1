using System.Linq;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Queries;

/// <summary>Tables whose rows have a parent among themselves, by the relationship that is marked as the hierarchy.</summary>
internal sealed class Hierarchies(QueryScope scope)
{
    /// <summary>The lookup to the parent; null when the table has no hierarchy.</summary>
    public ColumnSlot? ParentOf(TableLayout table) =>
        scope.Store.Schema.ChildrenOf(table.Name).FirstOrDefault(r => r.IsHierarchical && r.ReferencingTable == table.Name) is { } relationship ? table.Slot(relationship.ReferencingColumn) : null;

    /// <summary>SQL of the ids below a row, at any depth.</summary>
    /// <param name="table">The table.</param>
    /// <param name="parent">Its lookup to the parent.</param>
    /// <param name="start">Placeholder of the row's id.</param>
    /// <param name="withSelf">The row itself belongs to it.</param>
    public static string Below(TableLayout table, ColumnSlot parent, string start, bool withSelf)
    {
        var first = withSelf
            ? $"SELECT {table.Id.SqlName} FROM {table.SqlName} WHERE {table.Id.SqlName} = {start}"
            : $"SELECT {table.Id.SqlName} FROM {table.SqlName} WHERE {parent.SqlName} = {start}";
        return $"WITH RECURSIVE h(id) AS ({first} UNION SELECT c.{table.Id.SqlName} FROM {table.SqlName} c JOIN h ON c.{parent.SqlName} = h.id) SELECT id FROM h";
    }

    /// <summary>SQL of the ids above a row, up to the top.</summary>
    public static string Above(TableLayout table, ColumnSlot parent, string start, bool withSelf)
    {
        var first = $"SELECT {(withSelf ? table.Id.SqlName : parent.SqlName)} FROM {table.SqlName} WHERE {table.Id.SqlName} = {start}";
        return $"WITH RECURSIVE h(id) AS ({first} UNION SELECT c.{parent.SqlName} FROM {table.SqlName} c JOIN h ON c.{table.Id.SqlName} = h.id) SELECT id FROM h WHERE id IS NOT NULL";
    }

    /// <summary>SQL of the count of rows the caller may read that have a row as their parent ("Row aggregate", FetchXml aggregate data).</summary>
    public string CountChildren(Source source)
    {
        var table = source.Layout;
        var parent = ParentOf(table) ?? throw PlatformErrors.InvalidArgument.Fault($"The entity '{table.Name}' has no hierarchical relationship.");
        var readable = scope.Readable(new Source(source.Node, table, "c", null, null)) is { } condition ? " AND " + condition : "";
        return $"(SELECT COUNT(*) FROM {table.SqlName} c WHERE c.{parent.SqlName} = {source.Sql}.{table.Id.SqlName}{readable})";
    }
}
