using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Security;

/// <summary>Whether a caller's privilege reaches a row: asked for one row, or for many in a statement.</summary>
internal sealed class RowReach(Store store)
{
    private readonly FactsAhead<(CallerAccess Caller, TableLayout Layout, AccessRights Right, Guid Row), bool> known = new(store);

    /// <summary>True also for a row that is not there.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The caller has not the privilege at all.</exception>
    public bool Reaches(CallerAccess access, TableLayout layout, Guid id, AccessRights right)
    {
        if (known.TryGet((access, layout, right, id), out var reaches)) return reaches;
        var values = new List<Guid> { id };
        if (Predicate(access, layout, right, values) is not { } predicate) return true;
        var statement = store.PrepareQuery($"SELECT {predicate} FROM {layout.SqlName} t0 WHERE t0.{layout.Id.SqlName} = ?1");
        for (var i = 0; i < values.Count; i++) statement.Bind(i + 1, values[i]);
        if (!statement.Step()) return true;
        reaches = IsTrue(statement, 0);
        statement.Reset();
        return reaches;
    }

    /// <summary>Asks about many rows before each of them is asked about. Without the privilege there is nothing to ask.</summary>
    public void LookAhead(CallerAccess access, TableLayout layout, AccessRights right, IReadOnlyCollection<Guid> ids)
    {
        if (!HasPrivilege(access, layout, right)) return;
        var asked = ids.Distinct().Where(id => !known.Knows((access, layout, right, id))).ToList();
        if (asked.Count < 2) return;
        var values = new List<Guid>();
        if (Predicate(access, layout, right, values) is not { } predicate) return;
        var refused = new HashSet<Guid>();
        store.ReadEach(
            list => $"SELECT t0.{layout.Id.SqlName}, {predicate} FROM {layout.SqlName} t0 WHERE t0.{layout.Id.SqlName} IN ({list})",
            values,
            asked,
            row =>
            {
                if (!IsTrue(row, 1)) refused.Add(row.Guid(0));
            });
        foreach (var id in asked) known.Put((access, layout, right, id), !refused.Contains(id));
    }

    private string? Predicate(CallerAccess access, TableLayout layout, AccessRights right, List<Guid> values) => new AccessPredicate(store, access, value =>
    {
        values.Add(value);
        return "?" + values.Count.ToString(CultureInfo.InvariantCulture);
    }).Of(layout, "t0", right);

    private bool HasPrivilege(CallerAccess access, TableLayout layout, AccessRights right)
    {
        var rights = access.Catalog.Of(layout.Table);
        return rights.Scope switch
        {
            RowScope.Free => right == AccessRights.ReadAccess,
            RowScope.Parent or RowScope.Pair => rights.Follows.All(f => HasPrivilege(access, store.Layout(f.Table), right)),
            _ => access.Has(rights.Privilege(right)),
        };
    }

    private static bool IsTrue(Statement row, int column) => !row.IsNull(column) && row.Int64(column) != 0;
}
