using System;
using System.Collections.Generic;

namespace Local.Dataverse.Storage;

/// <summary>Refuses an account or a contact that would become its own ancestor.</summary>
internal static class HierarchyLoop
{
    public static void Refuse(Store store, TableLayout layout, WriteSet writes, Guid id)
    {
        var (column, loop) = layout.Name switch
        {
            "account" => ("parentaccountid", PlatformErrors.AccountLoopBeingCreated),
            "contact" => ("parentcustomerid", PlatformErrors.ContactLoopBeingCreated),
            _ => (null, null),
        };
        if (column is null || layout.Find(column) is not { } parent || !writes.HasValue(parent)) return;
        // A circle that is there already, from data of an older file, must not hold the walk.
        var seen = new HashSet<Guid>();
        for (Guid? above = writes[parent].Id; above is { } row && seen.Add(row); above = ParentOf(store, layout, parent, row))
        {
            if (row == id) throw loop!.Fault();
        }
    }

    private static Guid? ParentOf(Store store, TableLayout layout, ColumnSlot parent, Guid id)
    {
        var statement = store.Prepare($"SELECT {parent.SqlName} FROM {layout.SqlName} WHERE {layout.Id.SqlName} = ?1");
        statement.Bind(1, id);
        if (!statement.Step()) return null;
        Guid? found = statement.IsNull(0) ? null : statement.Guid(0);
        statement.Reset();
        return found;
    }
}
