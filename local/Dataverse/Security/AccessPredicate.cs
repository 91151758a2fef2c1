using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Security;

/// <summary>Writes as SQL which rows of a table the caller may touch, for any table of a statement. One predicate for queries and for single rows.</summary>
/// <param name="store">The rows.</param>
/// <param name="caller">Whose rights count.</param>
/// <param name="parameter">Adds a value to the statement and returns its placeholder.</param>
internal sealed class AccessPredicate(Store store, CallerAccess caller, Func<Guid, string> parameter)
{
    private int aliases;

    /// <summary>The condition on a row; null when every row qualifies.</summary>
    /// <param name="layout">The table.</param>
    /// <param name="alias">Its name in the statement.</param>
    /// <param name="right">What is to be done with the row.</param>
    /// <exception cref="System.ServiceModel.FaultException{T}">The caller has not the privilege at all.</exception>
    public string? Of(TableLayout layout, string alias, AccessRights right)
    {
        var rights = caller.Catalog.Of(layout.Table);
        switch (rights.Scope)
        {
            case RowScope.Free when layout.Name == SharedRows.Table && right == AccessRights.ReadAccess:
                // Shares name rows the caller may know nothing of: he sees his own.
                return In(alias, layout.Slot("principalid"), [caller.UserId, .. caller.Principal.Teams]);
            case RowScope.Free:
                return right == AccessRights.ReadAccess ? null : "0";
            case RowScope.Parent or RowScope.Pair:
                return Following(layout, alias, right, rights);
        }
        var reach = caller.Require(rights, right);
        if (reach.All || rights.Scope == RowScope.Organization) return null;
        var terms = rights.Scope == RowScope.Owner ? OfOwner(layout, alias, reach, right) : OfBusinessUnit(layout, alias, reach);
        if (Shared(layout, alias, right) is { } shared) terms.Add(shared);
        return terms.Count == 0 ? "0" : "(" + string.Join(" OR ", terms) + ")";
    }

    private string? Following(TableLayout layout, string alias, AccessRights right, TableRights rights)
    {
        var terms = new List<string>();
        foreach (var (column, table) in rights.Follows)
        {
            var followed = store.Layout(table);
            var inner = "a" + (++aliases).ToString(CultureInfo.InvariantCulture);
            if (Of(followed, inner, right) is not { } condition) continue;
            terms.Add($"EXISTS (SELECT 1 FROM {followed.SqlName} {inner} WHERE {inner}.{followed.Id.SqlName} = {alias}.{layout.Slot(column).SqlName} AND {condition})");
        }
        return terms.Count == 0 ? null : string.Join(" AND ", terms);
    }

    private List<string> OfOwner(TableLayout layout, string alias, Reach reach, AccessRights right)
    {
        var terms = new List<string>();
        if (layout.Owner is { } owner && caller.Owners(reach, right) is { Count: > 0 } owners) terms.Add(In(alias, owner, owners));
        if (layout.OwningBusinessUnit is { } unit && reach.BusinessUnits.Count > 0) terms.Add(In(alias, unit, reach.BusinessUnits));
        return terms;
    }

    // Of users a user has himself, of teams his own, of units his own.
    private List<string> OfBusinessUnit(TableLayout layout, string alias, Reach reach)
    {
        var terms = new List<string>();
        var unit = layout.Name == "businessunit" ? layout.Id : layout.Find("businessunitid");
        if (unit is not null && reach.BusinessUnits.Count > 0) terms.Add(In(alias, unit, reach.BusinessUnits));
        var self = layout.Name is "usersettings" ? layout.Find("systemuserid") : layout.Id;
        if (self is not null && reach.Owners.Count > 0) terms.Add(In(alias, self, reach.Owners));
        if (layout.Name is "businessunit") terms.Add($"{alias}.{layout.Id.SqlName} = {parameter(caller.Principal.BusinessUnitId)}");
        return terms;
    }

    private string? Shared(TableLayout layout, string alias, AccessRights right)
    {
        var principals = new List<Guid>(caller.Principal.Teams) { caller.UserId };
        principals.AddRange(caller.Reports.Reaching(right));
        if (!SharedRows.AnyWith(store, principals)) return null;
        return $"{alias}.{layout.Id.SqlName} IN (SELECT \"objectid\" FROM \"principalobjectaccess\" WHERE \"principalid\" IN ({List(principals)}) " +
            $"AND ((\"accessrightsmask\" | \"inheritedaccessrightsmask\") & {((int)right).ToString(CultureInfo.InvariantCulture)}) <> 0)";
    }

    private string In(string alias, ColumnSlot column, IEnumerable<Guid> values) => $"{alias}.{column.SqlName} IN ({List(values)})";

    private string List(IEnumerable<Guid> values) => string.Join(',', values.Select(parameter));
}
