using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>Refuses an account or a contact that would become its own ancestor.</summary>
internal static class HierarchyLoop
{
    public static void Refuse(Store store, TableLayout layout, WriteSet writes, Guid id)
    {
        if (Above(layout) is not { } parent || !writes.HasValue(parent)) return;
        // A circle that is there already, from data of an older file, must not hold the walk.
        var seen = new HashSet<Guid>();
        for (Guid? above = writes[parent].Id; above is { } row && seen.Add(row); above = ParentOf(store, layout, parent, row))
        {
            if (row == id) throw (layout.Name == "account" ? PlatformErrors.AccountLoopBeingCreated : PlatformErrors.ContactLoopBeingCreated).Fault();
        }
    }

    /// <summary>Reads the ancestors of all rows that are to be put under another one, a level at a time.</summary>
    public static void LookAhead(Store store, TableLayout layout, IList<Entity> targets, Dictionary<Guid, Guid?> rowsAbove)
    {
        if (Above(layout) is not { } parent) return;
        var level = targets.Select(t => t.Attributes.TryGetValue(parent.Name, out var value) && value is EntityReference above ? above.Id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet();
        while (level.Count > 0)
        {
            foreach (var id in level) rowsAbove[id] = null;
            var next = new HashSet<Guid>();
            store.ReadEach(list => $"SELECT {layout.Id.SqlName}, {parent.SqlName} FROM {layout.SqlName} WHERE {layout.Id.SqlName} IN ({list})", level, row =>
            {
                if (row.IsNull(1)) return;
                rowsAbove[row.Guid(0)] = row.Guid(1);
                if (!rowsAbove.ContainsKey(row.Guid(1))) next.Add(row.Guid(1));
            });
            level = next;
        }
    }

    /// <summary>A row is about to get another one above it.</summary>
    public static void Note(TableLayout layout, WriteSet writes, Guid id, Dictionary<Guid, Guid?> rowsAbove)
    {
        if (Above(layout) is { } parent && writes.Has(parent)) rowsAbove[id] = writes.HasValue(parent) ? writes[parent].Id : null;
    }

    private static ColumnSlot? Above(TableLayout layout) => layout.Name switch
    {
        "account" => layout.Find("parentaccountid"),
        "contact" => layout.Find("parentcustomerid"),
        _ => null,
    };

    private static Guid? ParentOf(Store store, TableLayout layout, ColumnSlot parent, Guid id)
    {
        if (store.Pending is { } pending && pending.RowsAbove.TryGetValue(id, out var known)) return known;
        var statement = store.Prepare($"SELECT {parent.SqlName} FROM {layout.SqlName} WHERE {layout.Id.SqlName} = ?1");
        statement.Bind(1, id);
        if (!statement.Step()) return null;
        Guid? found = statement.IsNull(0) ? null : statement.Guid(0);
        statement.Reset();
        return found;
    }
}
