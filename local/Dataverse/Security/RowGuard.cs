using System;
using System.Collections.Generic;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Security;

/// <summary>Asks before a row is written or read whether the caller may. Callers with every right pass without a look.</summary>
internal sealed class RowGuard(Organization organization)
{
    private const string Created = "overriddencreatedon";

    private Store Store => organization.Store;

    /// <summary>The privileges a Create needs. Whether they reach the row shows when it is there: <see cref="AfterCreate"/>.</summary>
    public void BeforeCreate(RequestContext context, Entity row)
    {
        if (context.Access is not { } access) return;
        RequirePrivilege(access, row.LogicalName, AccessRights.CreateAccess);
        access.Columns.CheckCreate(Store.Layout(row.LogicalName).Table, row);
        if (row.Attributes.TryGetValue(Created, out var given) && given is not null) access.Require("prvOverrideCreatedOnCreatedBy");
    }

    public void AfterCreate(RequestContext context, Entity row, Guid id)
    {
        if (context.Access is not { } access) return;
        Require(access, row.LogicalName, id, AccessRights.CreateAccess);
        RequireReferences(context, access, row, id);
    }

    public void BeforeUpdate(RequestContext context, Entity row)
    {
        if (context.Access is not { } access) return;
        var layout = Store.Layout(row.LogicalName);
        var id = row.Id != Guid.Empty ? row.Id : organization.Core.FindExisting(context, row) ?? Guid.Empty;
        var assigns = layout.Owner is { } owner && row.Attributes.ContainsKey(owner.Name);
        if (assigns) Require(access, layout.Name, id, AccessRights.AssignAccess);
        if (!assigns || row.Attributes.Count > 1) Require(access, layout.Name, id, AccessRights.WriteAccess);
        access.Columns.CheckUpdate(layout.Table, row);
        RequireReferences(context, access, row, id);
    }

    public void BeforeDelete(RequestContext context, EntityReference row)
    {
        if (context.Access is { } access) Require(access, row.LogicalName, organization.Core.Resolve(context, row), AccessRights.DeleteAccess);
    }

    public void BeforeRetrieve(RequestContext context, EntityReference row)
    {
        if (context.Access is { } access) Require(access, row.LogicalName, organization.Core.Resolve(context, row), AccessRights.ReadAccess);
    }

    /// <summary>Takes the columns the caller may not read out of a row that was read.</summary>
    public Entity Hide(RequestContext context, Entity row)
    {
        context.Access?.Columns.Hide(Store.Layout(row.LogicalName).Table, row);
        return row;
    }

    /// <summary>Before rows are tied together or apart.</summary>
    public void BeforeLink(RequestContext context, EntityReference row, Relationship relationship, EntityReferenceCollection related)
    {
        if (context.Access is not { } access) return;
        if (IntersectTable(relationship) is not { } pairs)
        {
            RequireOneToMany(access, row, relationship, related);
            return;
        }
        switch (pairs)
        {
            case "systemuserroles" or "teamroles":
                access.Require("prvAssignRole");
                return;
            case "teammembership":
                foreach (var team in TeamsIn(row, related)) Require(access, "team", team.Id, AccessRights.WriteAccess);
                return;
        }
        // "For many-to-many relationships, you must have Append privilege for both tables being associated or disassociated."
        Require(access, row.LogicalName, row.Id, AccessRights.AppendAccess);
        foreach (var other in related) Require(access, other.LogicalName, other.Id, AccessRights.AppendAccess);
    }

    /// <summary>The intersect table of an N:N relationship; null for another one.</summary>
    public string? IntersectTable(Relationship relationship)
    {
        foreach (var pairs in Store.Schema.ManyToMany)
        {
            if (string.Equals(pairs.SchemaName, relationship.SchemaName, StringComparison.OrdinalIgnoreCase)) return pairs.IntersectTable;
        }
        return null;
    }

    /// <summary>Refuses a caller who may not do something with a row. A row that is not there is left to whoever works on it.</summary>
    public void Require(CallerAccess access, string table, Guid id, AccessRights right)
    {
        RequirePrivilege(access, table, right);
        if (!Reaches(access, Store.Layout(table), id, right)) throw SecurityErrors.AccessMissing(access.UserId, right, table, id);
    }

    /// <summary>Whether the caller's privilege reaches a row; true also for a row that is not there.</summary>
    public bool Reaches(CallerAccess access, TableLayout layout, Guid id, AccessRights right)
    {
        var values = new List<Guid> { id };
        var predicate = new AccessPredicate(Store, access, value =>
        {
            values.Add(value);
            return "?" + values.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }).Of(layout, "t0", right);
        if (predicate is null) return true;
        var statement = Store.PrepareQuery($"SELECT {predicate} FROM {layout.SqlName} t0 WHERE t0.{layout.Id.SqlName} = ?1");
        for (var i = 0; i < values.Count; i++) statement.Bind(i + 1, values[i]);
        if (!statement.Step()) return true;
        var reaches = !statement.IsNull(0) && statement.Int64(0) != 0;
        statement.Reset();
        return reaches;
    }

    private void RequirePrivilege(CallerAccess access, string table, AccessRights right)
    {
        var rights = access.Catalog.Of(Store.Layout(table).Table);
        if (rights.Scope is RowScope.Free or RowScope.Pair)
        {
            if (right != AccessRights.ReadAccess) throw SecurityErrors.PrivilegeMissing(access, TableRights.Verb(right) + rights.Table.SchemaName, rights.Table);
            return;
        }
        access.Require(rights, right);
    }

    // A lookup that is set appends the row to the one it names.
    private void RequireReferences(RequestContext context, CallerAccess access, Entity row, Guid id)
    {
        var layout = Store.Layout(row.LogicalName);
        var appends = false;
        foreach (var attribute in row.Attributes)
        {
            if (attribute.Value is not EntityReference reference || layout.Find(attribute.Key) is not { } slot || slot == layout.Owner) continue;
            if (!slot.Column.ValidForCreate && !slot.Column.ValidForUpdate) continue;
            var target = access.Catalog.Of(Store.Layout(reference.LogicalName).Table);
            if (target.Scope is RowScope.Free or RowScope.Pair || IsParent(access, layout, slot)) continue;
            appends = true;
            Require(access, reference.LogicalName, organization.Core.Resolve(context, reference), AccessRights.AppendToAccess);
        }
        if (appends) Require(access, layout.Name, id, AccessRights.AppendAccess);
    }

    // Being a line of an order is what the right to write the order is about.
    private static bool IsParent(CallerAccess access, TableLayout layout, ColumnSlot slot)
    {
        var rights = access.Catalog.Of(layout.Table);
        return rights.Scope == RowScope.Parent && rights.Follows[0].Column == slot.Name;
    }

    private void RequireOneToMany(CallerAccess access, EntityReference row, Relationship relationship, EntityReferenceCollection related)
    {
        foreach (var candidate in Store.Schema.OneToMany)
        {
            if (!string.Equals(candidate.SchemaName, relationship.SchemaName, StringComparison.OrdinalIgnoreCase)) continue;
            foreach (var other in related)
            {
                var (child, parent) = IsChild(candidate, row, other) ? (row, other) : (other, row);
                Require(access, child.LogicalName, child.Id, AccessRights.AppendAccess);
                Require(access, parent.LogicalName, parent.Id, AccessRights.AppendToAccess);
            }
            return;
        }
    }

    private static bool IsChild(OneToMany relationship, EntityReference row, EntityReference other) =>
        row.LogicalName == relationship.ReferencingTable && other.LogicalName == relationship.ReferencedTable && relationship.ReferencingTable != relationship.ReferencedTable;

    private static EntityReferenceCollection TeamsIn(EntityReference row, EntityReferenceCollection related) => row.LogicalName == "team" ? [row] : related;
}
