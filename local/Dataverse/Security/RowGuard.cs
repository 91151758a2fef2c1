using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
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

    private readonly Sharing sharing = new(organization.Store);
    private readonly RowReach reach = new(organization.Store);
    private readonly PrincipalRules principals = new(organization.Store, organization.Core);

    private Store Store => organization.Store;

    /// <summary>What can be said of a Create or an Update before any step inside the transaction has run.</summary>
    public void AllowWrite(RequestContext context, Entity row, bool isCreate)
    {
        if (context.Access is not { } access) return;
        var table = Store.Layout(row.LogicalName).Table;
        if (isCreate)
        {
            BeforeCreate(context, row);
            access.Columns.CheckCreate(table, row);
        }
        else
        {
            BeforeUpdate(context, row);
            access.Columns.CheckUpdate(table, row);
        }
    }

    /// <summary>The same of a message about one row.</summary>
    public void Allow(RequestContext context, string message, EntityReference row)
    {
        if (context.Access is not { } access) return;
        AccessRights? right = message switch
        {
            "Retrieve" => AccessRights.ReadAccess,
            "Delete" => AccessRights.DeleteAccess,
            "Assign" => AccessRights.AssignAccess,
            "SetState" or "SetStateDynamicEntity" => AccessRights.WriteAccess,
            "GrantAccess" or "ModifyAccess" or "RevokeAccess" => AccessRights.ShareAccess,
            _ => null,
        };
        if (right is { } needed) Require(access, row.LogicalName, row.Id, needed);
    }

    /// <summary>The privileges a Create needs. Whether they reach the row shows when it is there: <see cref="AfterCreate(RequestContext, Entity, Guid)"/>.</summary>
    public void BeforeCreate(RequestContext context, Entity row)
    {
        RequireReadingOwner(context, row);
        if (context.Access is not { } access) return;
        RequirePrivilege(access, row.LogicalName, AccessRights.CreateAccess);
        if (row.Attributes.TryGetValue(Created, out var given) && given is not null) access.Require("prvOverrideCreatedOnCreatedBy");
    }

    /// <summary>Rows of one table were created together, none of them a user, team, unit or role.</summary>
    public void AfterCreate(RequestContext context, IReadOnlyList<(Entity Row, Guid Id)> rows)
    {
        if (!context.ByPlatform) sharing.Created(Store.Layout(rows[0].Row.LogicalName), rows.Select(r => r.Id).ToList());
        if (context.Access is not { } access) return;
        LookAhead(access, rows, isCreate: true);
        foreach (var (row, id) in rows)
        {
            Require(access, row.LogicalName, id, AccessRights.CreateAccess);
            RequireReferences(context, access, row, id);
        }
    }

    public void AfterCreate(RequestContext context, Entity row, Guid id)
    {
        if (!context.ByPlatform) sharing.Created(Store.Layout(row.LogicalName), id, row);
        if (PrincipalRules.IsAbout(row.LogicalName))
        {
            organization.Security.Forget();
            principals.Created(context, row.LogicalName, id);
        }
        if (context.Access is not { } access) return;
        Require(access, row.LogicalName, id, AccessRights.CreateAccess);
        RequireReferences(context, access, row, id);
    }

    /// <returns>The unit of a user or team, when the change may move him to another one.</returns>
    public Guid? BeforeUpdate(RequestContext context, Entity row)
    {
        RequireReadingOwner(context, row);
        var unit = PrincipalRules.IsAbout(row.LogicalName) ? principals.UnitBefore(row) : null;
        if (context.Access is not { } access) return unit;
        var layout = Store.Layout(row.LogicalName);
        var id = row.Id != Guid.Empty ? row.Id : organization.Core.FindExisting(context, row) ?? Guid.Empty;
        var assigns = layout.Owner is { } owner && row.Attributes.ContainsKey(owner.Name);
        if (assigns) Require(access, layout.Name, id, AccessRights.AssignAccess);
        if (!assigns || row.Attributes.Count > 1) Require(access, layout.Name, id, AccessRights.WriteAccess);
        RequireReferences(context, access, row, id);
        return unit;
    }

    /// <summary>What a change of a row brings along: shares of rows above and below, and a user's move to another unit.</summary>
    public void AfterUpdate(RequestContext context, Entity row, Guid? unitBefore)
    {
        if (!context.ByPlatform) sharing.Updated(Store.Layout(row.LogicalName), row.Id, row);
        if (!PrincipalRules.IsAbout(row.LogicalName)) return;
        organization.Security.Forget();
        principals.Moved(row, unitBefore);
    }

    /// <summary>The same of rows of one table that were written together, none of them a user, team, unit or role.</summary>
    public void AfterUpdate(RequestContext context, List<Entity> rows)
    {
        if (!context.ByPlatform) sharing.Updated(Store.Layout(rows[0].LogicalName), rows);
    }

    /// <summary>Asks at once what <see cref="BeforeUpdate"/> asks of each of these rows.</summary>
    public void LookAhead(RequestContext context, IList<Entity> rows)
    {
        if (context.Access is { } access) LookAhead(access, rows.Where(r => r.Id != Guid.Empty).Select(r => (r, r.Id)), isCreate: false);
    }

    public void AfterDelete(EntityReference row) => sharing.Deleted(row.Id);

    public void BeforeDelete(RequestContext context, EntityReference row)
    {
        if (context.Access is { } access) Require(access, row.LogicalName, organization.Core.Resolve(context, row), AccessRights.DeleteAccess);
    }

    public void BeforeRetrieve(RequestContext context, EntityReference row)
    {
        if (context.Access is { } access) Require(access, row.LogicalName, organization.Core.Resolve(context, row), AccessRights.ReadAccess);
    }

    /// <summary>Changes a share. Nobody shares what he may not do himself.</summary>
    public void Share(RequestContext context, EntityReference row, EntityReference principal, AccessRights asked, Func<Share, AccessRights> rights)
    {
        var layout = Store.Layout(row.LogicalName);
        if (organization.Security.Rights.Of(layout.Table).Scope != RowScope.Owner) throw SecurityErrors.NotShareable("GrantAccess", layout.Name);
        if (!organization.Core.Exists(context, row.LogicalName, row.Id)) throw Records.DoesNotExist(layout, row.Id);
        if (!organization.Core.Exists(context, principal.LogicalName, principal.Id)) throw Records.DoesNotExist(Store.Layout(principal.LogicalName), principal.Id);
        if (context.Access is { } access)
        {
            Require(access, layout.Name, row.Id, AccessRights.ShareAccess);
            foreach (var right in Enum.GetValues<AccessRights>())
            {
                if (right != AccessRights.None && (asked & right) != 0) Require(access, layout.Name, row.Id, right);
            }
        }
        sharing.Share(row, principal, rights(sharing.Find(row.Id, principal.Id)));
    }

    /// <summary>What is shared by hand of a row the caller may read.</summary>
    public IReadOnlyList<Share> SharesOf(RequestContext context, EntityReference row)
    {
        BeforeRetrieve(context, row);
        return sharing.Of(row.Id);
    }

    /// <summary>Whether a user or team may do something with a row the caller may read.</summary>
    public bool MayDo(RequestContext context, EntityReference row, EntityReference principal, AccessRights right)
    {
        BeforeRetrieve(context, row);
        var layout = Store.Layout(row.LogicalName);
        if (!organization.Core.Exists(context, row.LogicalName, row.Id)) throw Records.DoesNotExist(layout, row.Id);
        if (organization.Security.OfPrincipal(principal) is not { } access) return true;
        var rights = access.Catalog.Of(layout.Table);
        return (rights.Noun.Length == 0 || access.Has(rights.Privilege(right))) && reach.Reaches(access, layout, row.Id, right);
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
        if (!reach.Reaches(access, Store.Layout(table), id, right)) throw SecurityErrors.AccessMissing(access.UserId, right, table, id);
    }

    // Whoever is to own a row must be able to read rows of its table, whoever gives it to him.
    private void RequireReadingOwner(RequestContext context, Entity row)
    {
        if (context.ByPlatform || !row.Attributes.TryGetValue("ownerid", out var value) || value is not EntityReference owner || owner.Id == context.UserId) return;
        var rights = organization.Security.Rights.Of(Store.Layout(row.LogicalName).Table);
        if (rights.Scope != RowScope.Owner || owner.LogicalName is not ("systemuser" or "team")) return;
        var id = organization.Core.Resolve(context, owner);
        if (!organization.Core.Exists(context, owner.LogicalName, id)) return;
        try
        {
            organization.Security.OfPrincipal(new EntityReference(owner.LogicalName, id))?.Require(rights, AccessRights.ReadAccess);
        }
        catch (FaultException<OrganizationServiceFault> missing)
        {
            throw SecurityErrors.OwnerMayNotRead(missing);
        }
    }

    private void RequirePrivilege(CallerAccess access, string table, AccessRights right)
    {
        var rights = access.Catalog.Of(Store.Layout(table).Table);
        if (rights.Scope is RowScope.Free or RowScope.Pair)
        {
            if (right != AccessRights.ReadAccess) throw SecurityErrors.PrivilegeMissing(access, "prv" + TableRights.Verb(right) + rights.Table.SchemaName, rights.Table);
            return;
        }
        access.Require(rights, right);
    }

    private void LookAhead(CallerAccess access, IEnumerable<(Entity Row, Guid Id)> rows, bool isCreate)
    {
        var wanted = new Dictionary<(string Table, AccessRights Right), HashSet<Guid>>();
        void Want(string table, Guid id, AccessRights right)
        {
            if (!wanted.TryGetValue((table, right), out var ids)) wanted[(table, right)] = ids = [];
            ids.Add(id);
        }

        foreach (var (row, id) in rows)
        {
            var layout = Store.Layout(row.LogicalName);
            var assigns = !isCreate && layout.Owner is { } owner && row.Attributes.ContainsKey(owner.Name);
            if (isCreate) Want(layout.Name, id, AccessRights.CreateAccess);
            if (assigns) Want(layout.Name, id, AccessRights.AssignAccess);
            if (!isCreate && (!assigns || row.Attributes.Count > 1)) Want(layout.Name, id, AccessRights.WriteAccess);
            // A table that is not there is told of when the row's turn comes.
            if (row.Attributes.Values.OfType<EntityReference>().Any(r => !Store.Layouts.ContainsKey(r.LogicalName ?? ""))) continue;
            var appended = AppendedTo(access, layout, row).ToList();
            if (appended.Count > 0) Want(layout.Name, id, AccessRights.AppendAccess);
            foreach (var reference in appended)
            {
                if (organization.Core.Known(reference) is { } known) Want(reference.LogicalName, known, AccessRights.AppendToAccess);
            }
        }
        foreach (var ((table, right), ids) in wanted) reach.LookAhead(access, Store.Layout(table), right, ids);
    }

    // A lookup that is set appends the row to the one it names.
    private void RequireReferences(RequestContext context, CallerAccess access, Entity row, Guid id)
    {
        var layout = Store.Layout(row.LogicalName);
        var appends = false;
        foreach (var reference in AppendedTo(access, layout, row))
        {
            appends = true;
            Require(access, reference.LogicalName, organization.Core.Resolve(context, reference), AccessRights.AppendToAccess);
        }
        if (appends) Require(access, layout.Name, id, AccessRights.AppendAccess);
    }

    private IEnumerable<EntityReference> AppendedTo(CallerAccess access, TableLayout layout, Entity row)
    {
        foreach (var attribute in row.Attributes)
        {
            if (attribute.Value is not EntityReference reference || layout.Find(attribute.Key) is not { } slot || slot == layout.Owner) continue;
            if (!slot.Column.ValidForCreate && !slot.Column.ValidForUpdate) continue;
            var target = access.Catalog.Of(Store.Layout(reference.LogicalName).Table);
            if (target.Scope is not (RowScope.Free or RowScope.Pair) && !IsParent(access, layout, slot)) yield return reference;
        }
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
