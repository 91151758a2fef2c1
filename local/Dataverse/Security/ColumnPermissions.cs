using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Security;

/// <summary>Which secured columns a user may read, set on create and change, by the column security profiles he and his teams are members of.</summary>
/// <remarks>
/// learn.microsoft.com, "Column-level security to control access": the profiles add up, and a column nobody is given is closed to all but System
/// Administrators. The amount in base currency is as secret as the amount.
/// </remarks>
internal sealed class ColumnPermissions
{
    private const int Allowed = 4;

    /// <summary>Those of an administrator.</summary>
    public static readonly ColumnPermissions Everything = new() { all = true };

    private bool all;
    private readonly HashSet<(string Table, string Column)> readable = [], settable = [], changeable = [];

    /// <summary>The permissions of a user.</summary>
    public static ColumnPermissions Read(Store store, Guid user)
    {
        var permissions = new ColumnPermissions();
        var statement = store.Prepare(
            "SELECT \"entityname\", \"attributelogicalname\", \"canread\", \"cancreate\", \"canupdate\" FROM \"fieldpermission\" WHERE \"fieldsecurityprofileid\" IN (" +
            "SELECT \"fieldsecurityprofileid\" FROM \"systemuserprofiles\" WHERE \"systemuserid\" = ?1 UNION SELECT p.\"fieldsecurityprofileid\" FROM \"teamprofiles\" p " +
            "JOIN \"teammembership\" m ON m.\"teamid\" = p.\"teamid\" WHERE m.\"systemuserid\" = ?1)");
        statement.Bind(1, user);
        while (statement.Step())
        {
            var column = (statement.Text(0), statement.Text(1));
            if (!statement.IsNull(2) && statement.Int64(2) == Allowed) permissions.readable.Add(column);
            if (!statement.IsNull(3) && statement.Int64(3) == Allowed) permissions.settable.Add(column);
            if (!statement.IsNull(4) && statement.Int64(4) == Allowed) permissions.changeable.Add(column);
        }
        return permissions;
    }

    /// <summary>Whether the values of a column go out.</summary>
    public bool CanRead(Table table, Column column) => all || SecuredName(table, column) is not { } name || readable.Contains((table.LogicalName, name));

    /// <summary>Takes what the caller may not read out of a row, as the platform does: the column is absent.</summary>
    public void Hide(Table table, Entity row)
    {
        foreach (var name in row.Attributes.Keys.ToList())
        {
            if (table.Find(name) is not { } column || CanRead(table, column)) continue;
            row.Attributes.Remove(name);
            row.FormattedValues.Remove(name);
        }
    }

    /// <summary>Refuses a new row with values the caller may not set.</summary>
    public void CheckCreate(Table table, Entity row)
    {
        foreach (var attribute in row.Attributes)
        {
            if (attribute.Value is not null && IsClosed(table, attribute.Key, settable)) throw SecurityErrors.SecuredColumnOnCreate(table.LogicalName, attribute.Key);
        }
    }

    /// <summary>Refuses a change of columns the caller may not change.</summary>
    public void CheckUpdate(Table table, Entity row)
    {
        foreach (var attribute in row.Attributes)
        {
            if (IsClosed(table, attribute.Key, changeable)) throw SecurityErrors.SecuredColumnOnUpdate(table.LogicalName, attribute.Key);
        }
    }

    private bool IsClosed(Table table, string name, HashSet<(string Table, string Column)> open) =>
        !all && table.Find(name) is { } column && SecuredName(table, column) is { } secured && !open.Contains((table.LogicalName, secured));

    // The column whose permission counts; null when the column is open to all.
    private static string? SecuredName(Table table, Column column)
    {
        if (column.IsSecured) return column.LogicalName;
        return column.BaseOf is { } amount && table.Find(amount) is { IsSecured: true } ? amount : null;
    }
}
