using System;
using System.Collections.Generic;
using Local.Dataverse.Import;
using Local.Dataverse.Storage;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Security;

/// <summary>The privileges of roles: rows of roleprivileges. They are kept with the role of the root unit; its copies in other units follow it.</summary>
internal sealed class RolePrivileges(Store store)
{
    /// <summary>Value of privilegedepthmask.</summary>
    public static int Mask(PrivilegeDepth depth) => depth switch
    {
        PrivilegeDepth.Basic => PrivilegeGrant.Basic,
        PrivilegeDepth.Local => PrivilegeGrant.Local,
        PrivilegeDepth.Deep => PrivilegeGrant.Deep,
        PrivilegeDepth.Global => PrivilegeGrant.Global,
        _ => throw PlatformErrors.NotSupportedHere($"privilege depth {depth}"),
    };

    public static PrivilegeDepth Depth(int mask) => mask switch
    {
        >= PrivilegeGrant.Global => PrivilegeDepth.Global,
        >= PrivilegeGrant.Deep => PrivilegeDepth.Deep,
        >= PrivilegeGrant.Local => PrivilegeDepth.Local,
        _ => PrivilegeDepth.Basic,
    };

    /// <summary>Gives a role a privilege, or another depth of one it has.</summary>
    public void Put(Guid role, Guid privilege, int mask)
    {
        RequirePrivilege(privilege);
        Remove(role, privilege);
        var layout = store.Layout("roleprivileges");
        var statement = store.Prepare(layout.InsertSql);
        statement.Bind(layout.Id.Parameter, StableId.Of("roleprivileges", Root(role).ToString(), privilege.ToString()));
        statement.Bind(layout.Slot("roleid").Parameter, Root(role));
        statement.Bind(layout.Slot("privilegeid").Parameter, privilege);
        statement.Bind(layout.Slot("privilegedepthmask").Parameter, mask);
        statement.Bind(layout.VersionParameter, store.NextVersion());
        statement.Run();
    }

    public void Remove(Guid role, Guid privilege)
    {
        var statement = store.Prepare("DELETE FROM \"roleprivileges\" WHERE \"roleid\" = ?1 AND \"privilegeid\" = ?2");
        statement.Bind(1, Root(role));
        statement.Bind(2, privilege);
        statement.Run();
    }

    public void Clear(Guid role)
    {
        var statement = store.Prepare("DELETE FROM \"roleprivileges\" WHERE \"roleid\" = ?1");
        statement.Bind(1, Root(role));
        statement.Run();
    }

    /// <summary>What a role has; of System Administrator everything.</summary>
    public List<RolePrivilege> OfRole(Guid role)
    {
        if (IsAdministrator(role)) return Everything();
        return Read("SELECT p.\"privilegeid\", p.\"name\", g.\"privilegedepthmask\" FROM \"roleprivileges\" g JOIN \"privilege\" p ON p.\"privilegeid\" = g.\"privilegeid\" WHERE g.\"roleid\" = ?1", Root(role));
    }

    /// <summary>What a principal has in all, each privilege with its greatest depth; null for somebody who may do everything.</summary>
    public List<RolePrivilege> Of(CallerAccess? access)
    {
        if (access is null) return Everything();
        var privileges = new List<RolePrivilege>();
        foreach (var (name, grants) in access.Grants)
        {
            var greatest = grants[0];
            foreach (var grant in grants)
            {
                if (grant.Depth > greatest.Depth) greatest = grant;
            }
            privileges.Add(new RolePrivilege(Depth(greatest.Depth), PrivilegeRows.IdOf(name), greatest.BusinessUnitId, name));
        }
        return privileges;
    }

    private List<RolePrivilege> Everything() => Read("SELECT \"privilegeid\", \"name\", 8 FROM \"privilege\"", null);

    private List<RolePrivilege> Read(string sql, Guid? role)
    {
        var privileges = new List<RolePrivilege>();
        var statement = store.Prepare(sql);
        if (role is { } id) statement.Bind(1, id);
        while (statement.Step()) privileges.Add(new RolePrivilege(Depth((int)statement.Int64(2)), statement.Guid(0), Guid.Empty, statement.Text(1)));
        return privileges;
    }

    private void RequirePrivilege(Guid privilege)
    {
        var statement = store.Prepare("SELECT 1 FROM \"privilege\" WHERE \"privilegeid\" = ?1");
        statement.Bind(1, privilege);
        if (!statement.Step()) throw PlatformErrors.ObjectDoesNotExist.Fault("privilege", privilege);
        statement.Reset();
    }

    private bool IsAdministrator(Guid role)
    {
        var statement = store.Prepare("SELECT 1 FROM \"role\" WHERE \"roleid\" = ?1 AND \"roletemplateid\" = ?2");
        statement.Bind(1, role);
        statement.Bind(2, StandardRoles.AdministratorTemplate);
        if (!statement.Step()) return false;
        statement.Reset();
        return true;
    }

    private Guid Root(Guid role)
    {
        var statement = store.Prepare("SELECT COALESCE(\"parentrootroleid\", \"roleid\") FROM \"role\" WHERE \"roleid\" = ?1");
        statement.Bind(1, role);
        if (!statement.Step()) throw PlatformErrors.ObjectDoesNotExist.Fault("role", role);
        var root = statement.Guid(0);
        statement.Reset();
        return root;
    }
}
