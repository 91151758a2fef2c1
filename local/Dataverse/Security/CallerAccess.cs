using System;
using System.Collections.Generic;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Security;

/// <summary>What one user may do, worked out from roles, teams and business units. Kept until one of them changes.</summary>
/// <remarks>learn.microsoft.com, "How access to a record is determined": first the privilege, then ownership, role, share and hierarchy.</remarks>
internal sealed class CallerAccess
{
    private readonly Dictionary<string, List<PrivilegeGrant>> grants;
    private readonly BusinessUnitTree units;
    private readonly Dictionary<string, Reach> reaches = new(StringComparer.OrdinalIgnoreCase);

    public CallerAccess(Principal principal, Dictionary<string, List<PrivilegeGrant>> grants, BusinessUnitTree units, RightsCatalog catalog, ColumnPermissions columns, Reports reports)
    {
        Catalog = catalog;
        Columns = columns;
        Reports = reports;
        Principal = principal;
        this.grants = grants;
        this.units = units;
    }

    public Principal Principal { get; }

    /// <summary>How rights work for each table.</summary>
    public RightsCatalog Catalog { get; }

    /// <summary>Which secured columns are open to the caller.</summary>
    public ColumnPermissions Columns { get; }

    public Guid UserId => Principal.Id;

    /// <summary>The people below the caller, when managers reach their rows.</summary>
    public Reports Reports { get; }

    /// <summary>Everything granted, by the name of the privilege.</summary>
    public IReadOnlyDictionary<string, List<PrivilegeGrant>> Grants => grants;

    /// <summary>Who acts for the caller and is not allowed everything himself; he needs each privilege too. Null when nobody does.</summary>
    /// <remarks>
    /// learn.microsoft.com, "Impersonate another user": "the impersonator is allowed to do something if and only if the impersonator and the
    /// impersonated user have the privilege necessary for the action."
    /// </remarks>
    public CallerAccess? Sender { get; private init; }

    /// <summary>The caller when somebody acts for him.</summary>
    public CallerAccess SentBy(CallerAccess sender) => new(Principal, grants, units, Catalog, Columns, Reports) { Sender = sender };

    /// <summary>Somebody who may do everything, of a sender who may not: all that the sender has, with every row and every column.</summary>
    public static CallerAccess AdministratorSentBy(CallerAccess sender, Principal administrator)
    {
        var everywhere = new PrivilegeGrant(PrivilegeGrant.Global, administrator.BusinessUnitId, IsDirect: true);
        var grants = new Dictionary<string, List<PrivilegeGrant>>(StringComparer.OrdinalIgnoreCase);
        foreach (var privilege in sender.grants.Keys) grants[privilege] = [everywhere];
        return new CallerAccess(administrator, grants, sender.units, sender.Catalog, ColumnPermissions.Everything, Reports.None) { Sender = sender };
    }

    public bool Has(string privilege) => grants.ContainsKey(privilege) && Sender?.Has(privilege) != false;

    /// <summary>Refuses a caller without a privilege that is about no table.</summary>
    public void Require(string privilege)
    {
        Sender?.Require(privilege);
        if (!Has(privilege)) throw SecurityErrors.PrivilegeMissing(this, privilege, table: null);
    }

    /// <summary>The rows of a table the caller may touch.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">Has not the privilege at all.</exception>
    public Reach Require(TableRights rights, AccessRights right)
    {
        var privilege = rights.Privilege(right);
        if (Sender?.Has(privilege) == false) throw SecurityErrors.PrivilegeMissing(Sender, privilege, rights.Table);
        if (reaches.TryGetValue(privilege, out var reach)) return reach;
        if (!grants.TryGetValue(privilege, out var granted)) throw SecurityErrors.PrivilegeMissing(this, privilege, rights.Table);
        return reaches[privilege] = ReachOf(granted);
    }

    /// <summary>Whose rows a privilege reaches for one right: those of the reach, and of people below the caller.</summary>
    public IReadOnlyCollection<Guid> Owners(Reach reach, AccessRights right)
    {
        var below = Reports.Reaching(right);
        return below.Count == 0 ? reach.Owners : [.. reach.Owners, .. below];
    }

    private Reach ReachOf(List<PrivilegeGrant> granted)
    {
        var reach = new Reach();
        foreach (var grant in granted)
        {
            if (grant.Depth >= PrivilegeGrant.Global) return Reach.Everything;
            // Any depth suffices for what the caller or one of his teams owns; his own only when the privilege is his.
            if (grant.IsDirect) reach.Owners.Add(UserId);
            if (grant.Depth == PrivilegeGrant.Local) reach.BusinessUnits.Add(grant.BusinessUnitId);
            if (grant.Depth == PrivilegeGrant.Deep) reach.BusinessUnits.UnionWith(units.Below(grant.BusinessUnitId));
        }
        reach.Owners.UnionWith(Principal.Teams);
        return reach;
    }
}

/// <summary>A user or team as rights see it.</summary>
/// <param name="Table">systemuser or team.</param>
/// <param name="Id">The user or team.</param>
/// <param name="BusinessUnitId">His unit.</param>
/// <param name="Teams">Owner and access teams a user is a member of; of a team itself.</param>
/// <param name="Roles">How many roles he has, his own and his teams'.</param>
internal sealed record Principal(string Table, Guid Id, Guid BusinessUnitId, IReadOnlyList<Guid> Teams, int Roles);
