using System;
using System.Collections.Generic;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Security;

/// <summary>Hierarchy security: by the manager model the people who report to a user, by the position model those in positions below his; and their teams.</summary>
/// <remarks>
/// learn.microsoft.com, "Hierarchy security": a manager reads, writes, appends and appends to the rows of his direct reports, and reads those of the reports
/// below them down to the depth the organisation sets. A report counts in the manager's business unit and those below it; a position counts in every unit,
/// and who has the same position as another reaches nothing of him.
/// </remarks>
internal sealed class Reports
{
    public static readonly Reports None = new();

    /// <summary>Depth of an organisation that sets none.</summary>
    private const int UsualDepth = 3;

    private readonly List<Guid> direct = [], all = [];

    /// <summary>Users and teams whose rows a right reaches.</summary>
    public IReadOnlyList<Guid> Reaching(AccessRights right) => right switch
    {
        AccessRights.ReadAccess => all,
        AccessRights.WriteAccess or AccessRights.AppendAccess or AccessRights.AppendToAccess => direct,
        _ => [],
    };

    /// <summary>The people below a user, when the organisation has one of the models on.</summary>
    public static Reports Read(Store store, Guid manager, HashSet<Guid> units)
    {
        var (depth, byPosition) = Model(store);
        if (depth == 0) return None;
        var reports = new Reports();
        var seen = new HashSet<Guid> { manager };
        List<Guid> level = [manager];
        var positions = byPosition ? Ids(store, "SELECT \"positionid\" FROM \"systemuser\" WHERE \"systemuserid\" = ?1 AND \"positionid\" IS NOT NULL", manager) : [];
        for (var i = 0; i < depth && (byPosition ? positions.Count : level.Count) > 0; i++)
        {
            level = byPosition ? InPositionsBelow(store, ref positions, seen) : Below(store, level, units, seen);
            var withTeams = new List<Guid>(level);
            foreach (var report in level) withTeams.AddRange(Ids(store, "SELECT \"teamid\" FROM \"teammembership\" WHERE \"systemuserid\" = ?1", report));
            reports.all.AddRange(withTeams);
            if (i == 0) reports.direct.AddRange(withTeams);
        }
        return reports;
    }

    private static List<Guid> Below(Store store, List<Guid> managers, HashSet<Guid> units, HashSet<Guid> seen)
    {
        var below = new List<Guid>();
        foreach (var manager in managers)
        {
            var statement = store.Prepare("SELECT \"systemuserid\", \"businessunitid\" FROM \"systemuser\" WHERE \"parentsystemuserid\" = ?1");
            statement.Bind(1, manager);
            while (statement.Step())
            {
                if (units.Contains(statement.Guid(1)) && seen.Add(statement.Guid(0))) below.Add(statement.Guid(0));
            }
        }
        return below;
    }

    // A position may have nobody in it: what is below it counts all the same.
    private static List<Guid> InPositionsBelow(Store store, ref List<Guid> positions, HashSet<Guid> seen)
    {
        var below = new List<Guid>();
        foreach (var position in positions)
        {
            foreach (var lower in Ids(store, "SELECT \"positionid\" FROM \"position\" WHERE \"parentpositionid\" = ?1", position))
            {
                if (seen.Add(lower)) below.Add(lower);
            }
        }
        var users = new List<Guid>();
        foreach (var position in below)
        {
            foreach (var user in Ids(store, "SELECT \"systemuserid\" FROM \"systemuser\" WHERE \"positionid\" = ?1", position))
            {
                if (seen.Add(user)) users.Add(user);
            }
        }
        positions = below;
        return users;
    }

    private static (int Depth, bool ByPosition) Model(Store store)
    {
        var statement = store.Prepare("SELECT \"ishierarchicalsecuritymodelenabled\", \"maxdepthforhierarchicalsecuritymodel\", \"usepositionhierarchy\" FROM \"organization\"");
        if (!statement.Step()) return (0, false);
        var isOn = !statement.IsNull(0) && statement.Int64(0) != 0;
        var depth = statement.IsNull(1) ? UsualDepth : (int)statement.Int64(1);
        var byPosition = !statement.IsNull(2) && statement.Int64(2) != 0;
        statement.Reset();
        return (isOn ? depth : 0, byPosition);
    }

    private static List<Guid> Ids(Store store, string sql, Guid of)
    {
        var ids = new List<Guid>();
        var statement = store.Prepare(sql);
        statement.Bind(1, of);
        while (statement.Step()) ids.Add(statement.Guid(0));
        return ids;
    }
}
