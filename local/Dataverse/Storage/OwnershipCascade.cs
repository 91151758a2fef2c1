using System;
using System.Collections.Generic;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>Finds the rows whose owner changes along with a row's, by the Assign behaviour of its relationships.</summary>
internal sealed class OwnershipCascade(Store store)
{
    private const int ActiveState = 0;

    /// <summary>Rows one level below; none when the owner stays as it is. To be asked before the owner is written.</summary>
    public List<EntityReference> Targets(TableLayout layout, Guid id, Guid newOwner)
    {
        var targets = new List<EntityReference>();
        if (OwnerOf(layout, id) is not { } owner || owner == newOwner) return targets;
        foreach (var relationship in store.Schema.ChildrenOf(layout.Name))
        {
            if (relationship.Assign is not (Cascade.Cascade or Cascade.Active or Cascade.UserOwned) || relationship.ReferencingTable == SchemaSql.ActivityView) continue;
            if (!store.Layouts.TryGetValue(relationship.ReferencingTable, out var child) || child.Owner is null || child.Table.Ownership != Schema.Ownership.User) continue;
            if (child.Find(relationship.ReferencingColumn) is { } lookup) Add(targets, child, lookup, id, owner, relationship.Assign);
        }
        return targets;
    }

    private void Add(List<EntityReference> targets, TableLayout child, ColumnSlot lookup, Guid id, Guid owner, Cascade cascade)
    {
        var which = cascade switch
        {
            Cascade.Active when child.State is { } state => $" AND {state.SqlName} = {ActiveState}",
            Cascade.UserOwned => $" AND {child.Owner!.SqlName} = ?2",
            _ => "",
        };
        var statement = store.Prepare($"SELECT {child.Id.SqlName} FROM {child.SqlName} WHERE {lookup.SqlName} = ?1{which}");
        statement.Bind(1, id);
        if (cascade == Cascade.UserOwned) statement.Bind(2, owner);
        while (statement.Step()) targets.Add(new EntityReference(child.Name, statement.Guid(0)));
    }

    private Guid? OwnerOf(TableLayout layout, Guid id)
    {
        if (layout.Owner is not { } owner) return null;
        var statement = store.Prepare($"SELECT {owner.SqlName} FROM {layout.SqlName} WHERE {layout.Id.SqlName} = ?1");
        statement.Bind(1, id);
        if (!statement.Step()) return null;
        Guid? found = statement.IsNull(0) ? null : statement.Guid(0);
        statement.Reset();
        return found;
    }
}
