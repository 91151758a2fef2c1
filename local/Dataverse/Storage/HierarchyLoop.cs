using System;
using System.Collections.Generic;

namespace Local.Dataverse.Storage;

/// <summary>Refuses an account that would become its own ancestor.</summary>
internal static class HierarchyLoop
{
    public static void Refuse(Store store, TableLayout layout, WriteSet writes, Guid id)
    {
        if (layout.Name != "account" || layout.Find("parentaccountid") is not { } parent || !writes.HasValue(parent)) return;
        // A circle that is there already, from data of an older file, must not hold the walk.
        var seen = new HashSet<Guid>();
        for (Guid? above = writes[parent].Id; above is { } account && seen.Add(account); above = ParentOf(store, layout, parent, account))
        {
            if (account == id) throw PlatformErrors.AccountLoopBeingCreated.Fault();
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
