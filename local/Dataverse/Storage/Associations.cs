using System;
using System.Linq;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>Ties rows together and apart through a relationship: a pair in the intersect table, or a lookup.</summary>
internal sealed class Associations(Store store, Records records, RowWriter writer)
{
    public void Associate(RequestContext context, EntityReference target, Relationship relationship, EntityReferenceCollection related)
    {
        if (ManyToManyOf(relationship) is { } pairs)
        {
            foreach (var other in related) Insert(pairs, target, other, relationship.PrimaryEntityRole);
            return;
        }
        SetLookups(context, OneToManyOf(relationship), target, related, remove: false);
    }

    public void Disassociate(RequestContext context, EntityReference target, Relationship relationship, EntityReferenceCollection related)
    {
        if (ManyToManyOf(relationship) is { } pairs)
        {
            foreach (var other in related) Remove(pairs, target, other, relationship.PrimaryEntityRole);
            return;
        }
        SetLookups(context, OneToManyOf(relationship), target, related, remove: true);
    }

    private ManyToMany? ManyToManyOf(Relationship relationship) =>
        store.Schema.ManyToMany.FirstOrDefault(r => string.Equals(r.SchemaName, relationship.SchemaName, StringComparison.OrdinalIgnoreCase));

    private OneToMany OneToManyOf(Relationship relationship) =>
        store.Schema.OneToMany.FirstOrDefault(r => string.Equals(r.SchemaName, relationship.SchemaName, StringComparison.OrdinalIgnoreCase))
        ?? throw PlatformErrors.InvalidArgument.Fault($"Could not find an entity relationship with name '{relationship.SchemaName}'.");

    private void Insert(ManyToMany relationship, EntityReference target, EntityReference other, EntityRole? role)
    {
        var (one, two) = Pair(relationship, target, other, role);
        RequireExisting(target);
        RequireExisting(other);
        var layout = store.Layout(relationship.IntersectTable);
        var statement = store.Prepare(layout.InsertSql);
        statement.Bind(layout.Id.Parameter, store.Ids.Next(DateTime.UtcNow));
        statement.Bind(layout.Slot(relationship.Column1).Parameter, one);
        statement.Bind(layout.Slot(relationship.Column2).Parameter, two);
        statement.Bind(layout.VersionParameter, store.NextVersion());
        try
        {
            statement.Run();
        }
        catch (StorageException failure) when (failure.IsUniqueViolation)
        {
            throw PlatformErrors.DuplicateRecord.Fault();
        }
    }

    private void Remove(ManyToMany relationship, EntityReference target, EntityReference other, EntityRole? role)
    {
        var (one, two) = Pair(relationship, target, other, role);
        var layout = store.Layout(relationship.IntersectTable);
        var pair = $"{layout.Slot(relationship.Column1).SqlName} = ?1 AND {layout.Slot(relationship.Column2).SqlName} = ?2";
        new Tombstones(store).NotePairs(layout, pair, one, two);
        var statement = store.Prepare($"DELETE FROM {layout.SqlName} WHERE {pair}");
        statement.Bind(1, one);
        statement.Bind(2, two);
        statement.Run();
    }

    // A relationship of a table with itself needs the role: Referenced means that the target stands in the second column.
    private static (Guid One, Guid Two) Pair(ManyToMany relationship, EntityReference target, EntityReference other, EntityRole? role)
    {
        if (relationship.Table1 == relationship.Table2)
        {
            if (role is null) throw PlatformErrors.InvalidArgument.Fault("PrimaryEntityRole must be specified for a relationship of an entity with itself.");
            return role == EntityRole.Referenced ? (other.Id, target.Id) : (target.Id, other.Id);
        }
        if (relationship.Table1 == target.LogicalName && relationship.Table2 == other.LogicalName) return (target.Id, other.Id);
        if (relationship.Table2 == target.LogicalName && relationship.Table1 == other.LogicalName) return (other.Id, target.Id);
        throw PlatformErrors.InvalidArgument.Fault($"The relationship '{relationship.SchemaName}' does not tie '{target.LogicalName}' to '{other.LogicalName}'.");
    }

    private void SetLookups(RequestContext context, OneToMany relationship, EntityReference target, EntityReferenceCollection related, bool remove)
    {
        var child = store.Layout(relationship.ReferencingTable);
        var lookup = child.Slot(relationship.ReferencingColumn);
        foreach (var other in related)
        {
            var targetIsChild = target.LogicalName == relationship.ReferencingTable && other.LogicalName == relationship.ReferencedTable
                && (relationship.ReferencingTable != relationship.ReferencedTable);
            var (row, parent) = targetIsChild ? (target, other) : (other, target);
            if (row.LogicalName != relationship.ReferencingTable || parent.LogicalName != relationship.ReferencedTable)
            {
                throw PlatformErrors.InvalidArgument.Fault($"The relationship '{relationship.SchemaName}' does not tie '{target.LogicalName}' to '{other.LogicalName}'.");
            }
            writer.SetLookup(context, child, row.Id, lookup, remove ? null : parent);
        }
    }

    private void RequireExisting(EntityReference reference)
    {
        var layout = store.Layout(reference.LogicalName);
        if (!records.Exists(layout, reference.Id)) throw Records.DoesNotExist(layout, reference.Id);
    }
}
