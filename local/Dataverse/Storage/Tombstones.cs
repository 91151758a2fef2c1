using System;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Storage;

/// <summary>What is kept of deleted rows of tables with change tracking: the id, and a version greater than every one given before the deletion.</summary>
internal sealed class Tombstones(Store store)
{
    public const string SqlName = "\"$deleted\"";

    public static void CreateTable(Store store) =>
        store.Execute($"CREATE TABLE IF NOT EXISTS {SqlName}(tablename TEXT NOT NULL, version INTEGER NOT NULL, id BLOB NOT NULL, PRIMARY KEY(tablename, version)) WITHOUT ROWID");

    /// <summary>Whether changes of a table can be asked for: it has change tracking; an intersect table has it when both its tables do.</summary>
    public static bool IsTracked(DataverseSchema schema, TableLayout layout)
    {
        if (!layout.Table.IsIntersect) return layout.Table.ChangeTracking;
        foreach (var relationship in schema.ManyToMany)
        {
            if (relationship.IntersectTable == layout.Name) return Tracks(relationship.Table1) && Tracks(relationship.Table2);
        }
        return layout.Table.ChangeTracking;

        bool Tracks(string table) => schema.Find(table) is { ChangeTracking: true };
    }

    /// <summary>Notes that a row is about to be deleted.</summary>
    public void Note(TableLayout layout, Guid id)
    {
        if (!IsTracked(store.Schema, layout)) return;
        var statement = store.Prepare($"INSERT INTO {SqlName}(tablename, version, id) VALUES(?1, ?2, ?3)");
        statement.Bind(1, layout.Name);
        statement.Bind(2, store.NextVersion());
        statement.Bind(3, id);
        statement.Run();
    }

    /// <summary>Notes that the pairs of an intersect table that meet a condition are about to be deleted.</summary>
    /// <param name="layout">The intersect table.</param>
    /// <param name="condition">SQL over its columns with the parameters ?1 and ?2.</param>
    /// <param name="one">First parameter.</param>
    /// <param name="two">Second parameter; null when the condition has one.</param>
    public void NotePairs(TableLayout layout, string condition, Guid one, Guid? two = null)
    {
        if (!IsTracked(store.Schema, layout)) return;
        var pairs = store.Prepare($"SELECT {layout.Id.SqlName} FROM {layout.SqlName} WHERE {condition}");
        pairs.Bind(1, one);
        if (two is { } second) pairs.Bind(2, second);
        while (pairs.Step()) Note(layout, pairs.Guid(0));
    }
}
