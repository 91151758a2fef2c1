using System;
using System.Collections.Generic;
using Local.Dataverse.Schema;
using Local.Dataverse.Validation;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>Deletes rows and does to what hangs on them what the relationships say.</summary>
internal sealed class RowDeleter(Store store, Records records, Ownership ownership, Currencies currencies, OrganizationFacts facts)
{
    private readonly Tombstones tombstones = new(store);

    /// <summary>Children that go with the row, in relationships with delete cascade "Cascade". Whoever wants their own Delete pipelines sends these first.</summary>
    public List<EntityReference> CascadeTargets(TableLayout layout, Guid id)
    {
        var targets = new List<EntityReference>();
        foreach (var (child, lookup) in Children(layout, Cascade.Cascade))
        {
            // Parties are part of their activity, not rows of their own standing.
            if (child.Name == Parties.Table) continue;
            foreach (var childId in Pointing(child, lookup, id)) targets.Add(new EntityReference(child.Name, childId));
        }
        return targets;
    }

    public void Delete(TableLayout layout, Guid id)
    {
        if (!records.Exists(layout, id)) throw Records.DoesNotExist(layout, id);
        CurrencyRules.RequireDeletable(layout, id, facts);
        foreach (var (child, lookup) in Children(layout, Cascade.Restrict))
        {
            if (Pointing(child, lookup, id).Count > 0) throw PlatformErrors.CannotDeleteDueToAssociation.Fault($"Referencing entity: {child.Name}, attribute: {lookup.Name}.");
        }
        // Whatever of these the caller did not delete itself before.
        foreach (var (child, lookup) in Children(layout, Cascade.Cascade))
        {
            foreach (var childId in Pointing(child, lookup, id)) Delete(child, childId);
        }
        foreach (var (child, lookup) in Children(layout, Cascade.RemoveLink)) RemoveLink(child, lookup, id);
        foreach (var relationship in store.Schema.ManyToMany)
        {
            if (relationship.Table1 == layout.Name) RemovePairs(relationship, relationship.Column1, id);
            if (relationship.Table2 == layout.Name) RemovePairs(relationship, relationship.Column2, id);
        }
        tombstones.Note(layout, id);
        var statement = store.Prepare($"DELETE FROM {layout.SqlName} WHERE {layout.Id.SqlName} = ?1");
        statement.Bind(1, id);
        statement.Run();
        if (layout.HasFiles) store.Files.RemoveAll(id);
        ownership.Changed(layout.Name);
        currencies.Changed(layout.Name);
    }

    private IEnumerable<(TableLayout Child, ColumnSlot Lookup)> Children(TableLayout layout, Cascade cascade)
    {
        foreach (var relationship in store.Schema.ChildrenOf(layout.Name))
        {
            if (relationship.Delete != cascade || relationship.ReferencingTable == SchemaSql.ActivityView) continue;
            if (!store.Layouts.TryGetValue(relationship.ReferencingTable, out var child)) continue;
            if (child.Find(relationship.ReferencingColumn) is { } lookup) yield return (child, lookup);
        }
    }

    // Ids are unique across tables, so the table's name in a polymorphic lookup need not be compared.
    private List<Guid> Pointing(TableLayout child, ColumnSlot lookup, Guid id)
    {
        var found = new List<Guid>();
        var statement = store.Prepare($"SELECT {child.Id.SqlName} FROM {child.SqlName} WHERE {lookup.SqlName} = ?1");
        statement.Bind(1, id);
        while (statement.Step()) found.Add(statement.Guid(0));
        return found;
    }

    private void RemoveLink(TableLayout child, ColumnSlot lookup, Guid id)
    {
        var type = lookup.TypeSqlName is null ? "" : $", {lookup.TypeSqlName} = NULL";
        var statement = store.Prepare($"UPDATE {child.SqlName} SET {lookup.SqlName} = NULL{type}, {TableLayout.VersionSqlName} = ?2 WHERE {lookup.SqlName} = ?1");
        statement.Bind(1, id);
        statement.Bind(2, store.NextVersion());
        statement.Run();
    }

    private void RemovePairs(ManyToMany relationship, string column, Guid id)
    {
        var intersect = store.Layout(relationship.IntersectTable);
        tombstones.NotePairs(intersect, $"{intersect.Slot(column).SqlName} = ?1", id);
        var statement = store.Prepare($"DELETE FROM {intersect.SqlName} WHERE {intersect.Slot(column).SqlName} = ?1");
        statement.Bind(1, id);
        statement.Run();
    }
}
