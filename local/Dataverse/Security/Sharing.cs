using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Security;

/// <summary>
/// Shares of rows, given by hand and inherited: what is shared of a row is shared of the rows below it, and whoever owns the row above reaches the one
/// below, as far as the relationships say so.
/// </summary>
/// <remarks>learn.microsoft.com, "Configure table relationship cascading behavior": Share, Unshare and Reparent.</remarks>
internal sealed class Sharing(Store store)
{
    /// <summary>What the owner of the row above gets; the last bit marks it as inherited. The platform writes this very number.</summary>
    public const int OwnerAbove = 135069719;

    private readonly SharedRows shares = new(store);
    private readonly HashSet<Guid> passing = [];
    private DataverseSchema? schema;
    private Dictionary<string, OneToMany[]> above = [];

    /// <summary>Sets what is shared of a row with a principal; nothing takes the share away.</summary>
    public void Share(EntityReference row, EntityReference principal, AccessRights rights)
    {
        var known = shares.Find(row.Id, principal.Id);
        shares.Write(known with { RowTable = row.LogicalName, PrincipalTable = principal.LogicalName, Own = (int)rights });
        PassOn(store.Layout(row.LogicalName), row.Id);
    }

    /// <summary>What is shared of a row by hand.</summary>
    public IReadOnlyList<Share> Of(Guid row) => shares.OfRow(row);

    /// <summary>The share of a row with a principal, or an empty one.</summary>
    public Share Find(Guid row, Guid principal) => shares.Find(row, principal);

    /// <summary>A row was created.</summary>
    public void Created(TableLayout layout, Guid id, Entity row)
    {
        if (Changes(layout, row, owner: false)) Inherit(layout, id, isNew: true);
    }

    /// <summary>Rows of a table were created together: asks once which of them have anything to inherit.</summary>
    public void Created(TableLayout layout, IReadOnlyList<Guid> ids)
    {
        if (layout.Owner is null) return;
        var heirs = Heirs(layout, ids);
        foreach (var id in ids)
        {
            if (heirs.Contains(id)) Inherit(layout, id, isNew: true);
        }
    }

    /// <summary>Rows of a table were changed together, none of them its owner: asks once which of them inherit, or did so before.</summary>
    public void Updated(TableLayout layout, IReadOnlyList<Entity> rows)
    {
        var ids = rows.Where(r => Changes(layout, r, owner: true)).Select(r => r.Id).Distinct().ToList();
        if (ids.Count == 0) return;
        var heirs = Heirs(layout, ids);
        heirs.UnionWith(shares.RowsAmong(ids));
        foreach (var id in ids)
        {
            if (heirs.Contains(id)) Inherit(layout, id, isNew: false);
        }
    }

    private HashSet<Guid> Heirs(TableLayout layout, IReadOnlyList<Guid> ids)
    {
        var heirs = new HashSet<Guid>();
        foreach (var relationship in Above(layout))
        {
            var parent = store.Layout(relationship.ReferencedTable);
            store.ReadEach(
                list => $"SELECT c.{layout.Id.SqlName} FROM {layout.SqlName} c JOIN {parent.SqlName} p ON p.{parent.Id.SqlName} = c.{layout.Slot(relationship.ReferencingColumn).SqlName} " +
                    $"WHERE c.{layout.Id.SqlName} IN ({list}) AND (p.{parent.Owner!.SqlName} IS NOT c.{layout.Owner!.SqlName} OR {SharedRows.AnyOf($"p.{parent.Id.SqlName}")})",
                ids,
                row => heirs.Add(row.Guid(0)));
        }
        return heirs;
    }

    /// <summary>A row was changed: it may have another row above now, or another owner.</summary>
    public void Updated(TableLayout layout, Guid id, Entity row)
    {
        if (!Changes(layout, row, owner: true)) return;
        Inherit(layout, id, isNew: false);
        if (layout.Owner is { } owner && row.Attributes.ContainsKey(owner.Name)) PassOn(layout, id);
    }

    public void Deleted(Guid id) => shares.DeleteOfRow(id);

    // Whether the row names another row it inherits from, or changes its owner.
    private bool Changes(TableLayout layout, Entity row, bool owner)
    {
        if (layout.Owner is null) return false;
        if (owner && row.Attributes.ContainsKey(layout.Owner.Name)) return true;
        foreach (var relationship in Above(layout))
        {
            if (row.Attributes.TryGetValue(relationship.ReferencingColumn, out var value) && (owner || value is not null)) return true;
        }
        return false;
    }

    private void PassOn(TableLayout layout, Guid id)
    {
        if (!passing.Add(id)) return;
        try
        {
            foreach (var relationship in store.Schema.ChildrenOf(layout.Name))
            {
                if (!Inherits(relationship) || !store.Layouts.TryGetValue(relationship.ReferencingTable, out var child)) continue;
                if (child.Owner is null || child.Name == SchemaSql.ActivityView || child.Find(relationship.ReferencingColumn) is not { } lookup) continue;
                foreach (var below in Below(child, lookup, id))
                {
                    if (Inherit(child, below, isNew: false)) PassOn(child, below);
                }
            }
        }
        finally
        {
            passing.Remove(id);
        }
    }

    // Works out anew what a row inherits. True when something changed.
    private bool Inherit(TableLayout layout, Guid id, bool isNew)
    {
        var wanted = new Dictionary<Guid, Share>();
        foreach (var relationship in Above(layout)) AddInherited(wanted, layout, id, relationship);
        var changed = false;
        if (!isNew)
        {
            foreach (var known in shares.OfRow(id))
            {
                wanted.Remove(known.PrincipalId, out var share);
                if (known.Inherited == share.Inherited) continue;
                shares.Write(known with { Inherited = share.Inherited });
                changed = true;
            }
        }
        foreach (var share in wanted.Values) shares.Write(share);
        return changed || wanted.Count > 0;
    }

    private void AddInherited(Dictionary<Guid, Share> wanted, TableLayout layout, Guid id, OneToMany relationship)
    {
        var parent = store.Layout(relationship.ReferencedTable);
        var lookup = layout.Slot(relationship.ReferencingColumn);
        var state = layout.State?.SqlName ?? "0";
        var statement = store.Prepare(
            $"SELECT p.{parent.Id.SqlName}, p.{parent.Owner!.SqlName}, p.{parent.Owner.TypeSqlName}, c.{layout.Owner!.SqlName}, {(layout.State is null ? state : "c." + state)} " +
            $"FROM {layout.SqlName} c JOIN {parent.SqlName} p ON p.{parent.Id.SqlName} = c.{lookup.SqlName} WHERE c.{layout.Id.SqlName} = ?1");
        statement.Bind(1, id);
        if (!statement.Step()) return;
        var parentId = statement.Guid(0);
        Guid? parentOwner = statement.IsNull(1) ? null : statement.Guid(1), owner = statement.IsNull(3) ? null : statement.Guid(3);
        var ownerTable = parentOwner is null ? "" : statement.Text(2);
        var isActive = statement.IsNull(4) || statement.Int64(4) == 0;
        statement.Reset();

        bool Applies(Cascade cascade) => cascade == Cascade.Cascade || (cascade == Cascade.Active && isActive) || (cascade == Cascade.UserOwned && parentOwner == owner);
        if (Applies(relationship.Reparent) && parentOwner is { } above && above != owner) Add(wanted, layout, id, above, ownerTable, OwnerAbove);
        if (!Applies(relationship.Share) && !Applies(relationship.Reparent)) return;
        foreach (var share in shares.OfRow(parentId)) Add(wanted, layout, id, share.PrincipalId, share.PrincipalTable, share.Own | share.Inherited);
    }

    private static void Add(Dictionary<Guid, Share> wanted, TableLayout layout, Guid id, Guid principal, string principalTable, int rights)
    {
        var inherited = wanted.TryGetValue(principal, out var known) ? known.Inherited | rights : rights;
        wanted[principal] = new Share(null, id, layout.Name, principal, principalTable, 0, inherited);
    }

    private List<Guid> Below(TableLayout child, ColumnSlot lookup, Guid id)
    {
        var found = new List<Guid>();
        var statement = store.Prepare($"SELECT {child.Id.SqlName} FROM {child.SqlName} WHERE {lookup.SqlName} = ?1");
        statement.Bind(1, id);
        while (statement.Step()) found.Add(statement.Guid(0));
        return found;
    }

    // Relationships in which rows of the table inherit from the one side.
    private OneToMany[] Above(TableLayout layout)
    {
        if (!ReferenceEquals(schema, store.Schema))
        {
            schema = store.Schema;
            above = [];
        }
        if (above.TryGetValue(layout.Name, out var relationships)) return relationships;
        var found = new List<OneToMany>();
        foreach (var relationship in schema.LookupsOf(layout.Name))
        {
            if (!Inherits(relationship) || layout.Find(relationship.ReferencingColumn) is null) continue;
            if (store.Layouts.TryGetValue(relationship.ReferencedTable, out var parent) && parent.Owner?.TypeSqlName is not null && parent.Table.Ownership == Schema.Ownership.User) found.Add(relationship);
        }
        return above[layout.Name] = [.. found];
    }

    private static bool Inherits(OneToMany relationship) => Cascades(relationship.Share) || Cascades(relationship.Reparent);

    private static bool Cascades(Cascade cascade) => cascade is Cascade.Cascade or Cascade.Active or Cascade.UserOwned;
}
