using System;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Security;

/// <summary>
/// What the platform does along when business units, users, teams and roles are written: default teams, settings, copies of roles, and what a move to another
/// unit takes away.
/// </summary>
/// <remarks>learn.microsoft.com, "Create or edit business units" and "Change a user's business unit": security roles do not move along, owned rows do.</remarks>
internal sealed class PrincipalRules(Store store, CoreOperations core)
{
    public static bool IsAbout(string table) => table is "businessunit" or "systemuser" or "team" or "role";

    public void Created(RequestContext context, string table, Guid id)
    {
        switch (table)
        {
            case "businessunit":
                RoleCopies.Complete(store);
                CreateDefaultTeam(context, id);
                break;
            case "role":
                RoleCopies.Complete(store);
                break;
            case "systemuser":
                Join(DefaultTeam(UnitOf("systemuser", id)), id);
                CreateSettings(context, id);
                break;
        }
    }

    /// <summary>Before a user or team is written: the unit it is in, when the request may change it.</summary>
    public Guid? UnitBefore(Entity row) =>
        row.LogicalName is "systemuser" or "team" && row.Attributes.ContainsKey("businessunitid") ? UnitOf(row.LogicalName, row.Id) : null;

    /// <summary>A user or team was written.</summary>
    public void Moved(Entity row, Guid? before)
    {
        if (before is null || UnitOf(row.LogicalName, row.Id) is not { } now || now == before) return;
        var (roles, column) = row.LogicalName == "team" ? ("teamroles", "teamid") : ("systemuserroles", "systemuserid");
        Run($"DELETE FROM \"{roles}\" WHERE \"{column}\" = ?1", row.Id);
        if (row.LogicalName == "systemuser")
        {
            if (DefaultTeam(before) is { } left) Run("DELETE FROM \"teammembership\" WHERE \"systemuserid\" = ?1 AND \"teamid\" = ?2", row.Id, left);
            Join(DefaultTeam(now), row.Id);
        }
        foreach (var layout in store.Layouts.Values)
        {
            if (layout.Owner is { } owner && layout.OwningBusinessUnit is { } unit && layout.Name != SchemaSql.ActivityView)
            {
                Run($"UPDATE {layout.SqlName} SET {unit.SqlName} = ?2 WHERE {owner.SqlName} = ?1", row.Id, now);
            }
        }
    }

    private void CreateDefaultTeam(RequestContext context, Guid unit)
    {
        var named = store.Prepare("SELECT \"name\" FROM \"businessunit\" WHERE \"businessunitid\" = ?1");
        named.Bind(1, unit);
        if (!named.Step()) return;
        var name = named.Text(0);
        named.Reset();
        core.Create(context with { ByPlatform = true, Access = null }, new Entity("team")
        {
            ["name"] = name,
            ["businessunitid"] = new EntityReference("businessunit", unit),
            ["isdefault"] = true,
            ["teamtype"] = new OptionSetValue(0),
        });
    }

    private void CreateSettings(RequestContext context, Guid user)
    {
        if (core.Exists(context, "usersettings", user)) return;
        core.Create(context with { ByPlatform = true, Access = null }, new Entity("usersettings", user) { ["systemuserid"] = user, ["businessunitid"] = UnitOf("systemuser", user) });
    }

    private Guid? DefaultTeam(Guid? unit)
    {
        if (unit is not { } id) return null;
        var statement = store.Prepare("SELECT \"teamid\" FROM \"team\" WHERE \"businessunitid\" = ?1 AND \"isdefault\" = 1");
        statement.Bind(1, id);
        return Found(statement);
    }

    private Guid? UnitOf(string table, Guid id)
    {
        var statement = store.Prepare($"SELECT \"businessunitid\" FROM \"{table}\" WHERE \"{table}id\" = ?1");
        statement.Bind(1, id);
        return Found(statement);
    }

    private static Guid? Found(Statement statement)
    {
        if (!statement.Step()) return null;
        Guid? found = statement.IsNull(0) ? null : statement.Guid(0);
        statement.Reset();
        return found;
    }

    private void Join(Guid? team, Guid user)
    {
        if (team is not { } id) return;
        var layout = store.Layout("teammembership");
        var statement = store.Prepare(layout.InsertSql);
        statement.Bind(layout.Id.Parameter, store.Ids.Next(DateTime.UtcNow));
        statement.Bind(layout.Slot("teamid").Parameter, id);
        statement.Bind(layout.Slot("systemuserid").Parameter, user);
        statement.Bind(layout.VersionParameter, store.NextVersion());
        statement.Run();
    }

    private void Run(string sql, params ReadOnlySpan<Guid> values)
    {
        var statement = store.Prepare(sql);
        for (var i = 0; i < values.Length; i++) statement.Bind(i + 1, values[i]);
        statement.Run();
    }
}
