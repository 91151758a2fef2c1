using System;
using System.Collections.Generic;

namespace Local.Dataverse.Storage;

/// <summary>Who owns rows: a user or a team, and with it a business unit. Remembers what it read until such a row changes.</summary>
internal sealed class Ownership(Store store, OrganizationFacts facts)
{
    private readonly Dictionary<Guid, Guid> businessUnits = new();
    private int generation;

    /// <summary>Says that a row of a table changed.</summary>
    public void Changed(string table)
    {
        if (table is "systemuser" or "team") businessUnits.Clear();
    }

    /// <summary>Fills the owner and what follows from it.</summary>
    public void Put(TableLayout layout, WriteSet writes, Guid ownerId, string ownerTable)
    {
        writes.Put(layout.Owner, ownerId, ownerTable);
        if (ownerTable == "team")
        {
            writes.Put(layout.OwningTeam, ownerId, "team");
            writes.PutNull(layout.OwningUser);
        }
        else
        {
            writes.Put(layout.OwningUser, ownerId, "systemuser");
            writes.PutNull(layout.OwningTeam);
        }
        if (layout.OwningBusinessUnit is { } unit) writes.Put(unit, BusinessUnitOf(ownerId, ownerTable), "businessunit");
    }

    /// <summary>The business unit of a user or team; the root one where the row is not there yet, as while the organisation is being set up.</summary>
    public Guid BusinessUnitOf(Guid ownerId, string ownerTable)
    {
        if (generation != store.Generation)
        {
            businessUnits.Clear();
            generation = store.Generation;
        }
        if (businessUnits.TryGetValue(ownerId, out var unit)) return unit;
        return businessUnits[ownerId] = Read(ownerId, ownerTable) ?? facts.RootBusinessUnitId;
    }

    private Guid? Read(Guid ownerId, string ownerTable)
    {
        if (!store.Layouts.TryGetValue(ownerTable, out var layout) || layout.Find("businessunitid") is not { } unit) return null;
        var statement = store.Prepare($"SELECT {unit.SqlName} FROM {layout.SqlName} WHERE {layout.Id.SqlName} = ?1");
        statement.Bind(1, ownerId);
        if (!statement.Step()) return null;
        Guid? found = statement.IsNull(0) ? null : statement.Guid(0);
        statement.Reset();
        return found;
    }
}
