using System;
using System.Collections.Generic;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Security;

/// <summary>Reads what a user may do from the rows: his roles, his teams, their roles.</summary>
internal sealed class AccessReader(Store store, RightsCatalog catalog)
{
    // A role of a business unit is a copy; its privileges are those of the role it was copied from.
    private const string Privileges =
        "JOIN \"role\" r ON r.\"roleid\" = m.\"roleid\" " +
        "JOIN \"roleprivileges\" g ON g.\"roleid\" = COALESCE(r.\"parentrootroleid\", r.\"roleid\") " +
        "JOIN \"privilege\" p ON p.\"privilegeid\" = g.\"privilegeid\" ";

    private const string OfUser =
        "SELECT p.\"name\", g.\"privilegedepthmask\" FROM \"systemuserroles\" m " + Privileges + "WHERE m.\"systemuserid\" = ?1";

    private const string OfTeam = "SELECT p.\"name\", g.\"privilegedepthmask\" FROM \"teamroles\" m " + Privileges + "WHERE m.\"teamid\" = ?1";

    private const string OfTeams =
        "SELECT p.\"name\", g.\"privilegedepthmask\", t.\"businessunitid\", r.\"isinherited\" FROM \"teammembership\" u " +
        "JOIN \"team\" t ON t.\"teamid\" = u.\"teamid\" JOIN \"teamroles\" m ON m.\"teamid\" = t.\"teamid\" " + Privileges + "WHERE u.\"systemuserid\" = ?1";

    private const string Templates =
        "SELECT r.\"roletemplateid\" FROM \"systemuserroles\" m JOIN \"role\" r ON r.\"roleid\" = m.\"roleid\" WHERE m.\"systemuserid\" = ?1 " +
        "UNION ALL SELECT r.\"roletemplateid\" FROM \"teammembership\" u JOIN \"teamroles\" m ON m.\"teamid\" = u.\"teamid\" " +
        "JOIN \"role\" r ON r.\"roleid\" = m.\"roleid\" WHERE u.\"systemuserid\" = ?1";

    /// <summary>What the user may do; null when everything: a System Administrator.</summary>
    /// <param name="user">The user.</param>
    /// <param name="businessUnit">His unit.</param>
    /// <param name="units">All units.</param>
    /// <exception cref="System.ServiceModel.FaultException{T}">Has no role.</exception>
    public CallerAccess? Read(Guid user, Guid businessUnit, BusinessUnitTree units)
    {
        var roles = 0;
        var isAdministrator = false;
        var statement = store.Prepare(Templates);
        statement.Bind(1, user);
        while (statement.Step())
        {
            roles++;
            isAdministrator |= !statement.IsNull(0) && statement.Guid(0) == StandardRoles.AdministratorTemplate;
        }
        if (roles == 0) throw SecurityErrors.UserWithoutRoles(user);
        if (isAdministrator) return null;
        return new CallerAccess(new Principal("systemuser", user, businessUnit, TeamsOf(user), roles), Grants(user, businessUnit), units, catalog, ColumnPermissions.Read(store, user), Reports.Read(store, user, units.Below(businessUnit)));
    }

    /// <summary>What a team may do by its own roles; null when everything.</summary>
    public CallerAccess? ReadTeam(Guid team, Guid businessUnit, BusinessUnitTree units)
    {
        var roles = 0;
        var isAdministrator = false;
        var statement = store.Prepare("SELECT r.\"roletemplateid\" FROM \"teamroles\" m JOIN \"role\" r ON r.\"roleid\" = m.\"roleid\" WHERE m.\"teamid\" = ?1");
        statement.Bind(1, team);
        while (statement.Step())
        {
            roles++;
            isAdministrator |= !statement.IsNull(0) && statement.Guid(0) == StandardRoles.AdministratorTemplate;
        }
        if (isAdministrator) return null;
        var grants = new Dictionary<string, List<PrivilegeGrant>>(StringComparer.OrdinalIgnoreCase);
        var own = store.Prepare(OfTeam);
        own.Bind(1, team);
        while (own.Step()) Add(grants, own.Text(0), new PrivilegeGrant((int)own.Int64(1), businessUnit, IsDirect: true));
        return new CallerAccess(new Principal("team", team, businessUnit, [team], roles), grants, units, catalog, new ColumnPermissions(), Reports.None);
    }

    /// <summary>Teams the user is a member of.</summary>
    public List<Guid> TeamsOf(Guid user)
    {
        var teams = new List<Guid>();
        var statement = store.Prepare("SELECT \"teamid\" FROM \"teammembership\" WHERE \"systemuserid\" = ?1");
        statement.Bind(1, user);
        while (statement.Step()) teams.Add(statement.Guid(0));
        return teams;
    }

    private Dictionary<string, List<PrivilegeGrant>> Grants(Guid user, Guid businessUnit)
    {
        var grants = new Dictionary<string, List<PrivilegeGrant>>(StringComparer.OrdinalIgnoreCase);
        var own = store.Prepare(OfUser);
        own.Bind(1, user);
        while (own.Step()) Add(grants, own.Text(0), new PrivilegeGrant((int)own.Int64(1), businessUnit, IsDirect: true));
        var ofTeams = store.Prepare(OfTeams);
        ofTeams.Bind(1, user);
        while (ofTeams.Step())
        {
            var isInherited = !ofTeams.IsNull(3) && ofTeams.Int64(3) == StandardRoles.MembersInherit;
            Add(grants, ofTeams.Text(0), new PrivilegeGrant((int)ofTeams.Int64(1), ofTeams.Guid(2), isInherited));
        }
        return grants;
    }

    private static void Add(Dictionary<string, List<PrivilegeGrant>> grants, string privilege, PrivilegeGrant grant)
    {
        if (!grants.TryGetValue(privilege, out var list)) grants[privilege] = list = [];
        list.Add(grant);
    }
}
