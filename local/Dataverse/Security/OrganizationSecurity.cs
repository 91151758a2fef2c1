using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Security;

/// <summary>Who may do what, read once for each user and forgotten when a row it was read from changes.</summary>
internal sealed class OrganizationSecurity(Organization organization)
{
    private static readonly FrozenSet<string> readTables = FrozenSet.ToFrozenSet(
    [
        "systemuser", "team", "teammembership", "businessunit", "role", "roleprivileges", "privilege", "systemuserroles", "teamroles",
        "organization", "position", "fieldsecurityprofile", "fieldpermission", "systemuserprofiles", "teamprofiles",
    ]);

    private readonly Dictionary<Guid, CallerAccess?> callers = [];
    private readonly Dictionary<Guid, CallerAccess?> principals = [];
    private readonly Dictionary<(Guid User, Guid Sender), CallerAccess> impersonated = [];
    private RightsCatalog? rights;
    private BusinessUnitTree? units;
    private int generation;

    private Store Store => organization.Store;

    /// <summary>How rights work for each table.</summary>
    public RightsCatalog Rights => rights is not null && ReferenceEquals(rights.Schema, Store.Schema) ? rights : rights = new RightsCatalog(Store.Schema);

    public BusinessUnitTree Units => units ??= BusinessUnitTree.Read(Store);

    /// <summary>What a user may do; null when everything.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">Is disabled, has no role, or does not exist.</exception>
    public CallerAccess? Of(Guid user)
    {
        if (user == organization.SystemUserId) return null;
        if (generation != Store.Generation) Forget();
        if (callers.TryGetValue(user, out var access)) return access;
        var settings = organization.Settings.Of(user);
        if (settings.IsDisabled) throw SecurityErrors.UserIsDisabled(user, organization.Facts.OrganizationId);
        return callers[user] = new AccessReader(Store, Rights).Read(user, settings.BusinessUnitId, Units);
    }

    /// <summary>What a user may do when somebody acts for him: of his privileges those the sender has too, on the rows he reaches himself; null when everything.</summary>
    public CallerAccess? Of(Guid user, Guid? onBehalfBy)
    {
        var access = Of(user);
        if (onBehalfBy is not { } sender || sender == user || Of(sender) is not { } limits) return access;
        if (impersonated.TryGetValue((user, sender), out var known)) return known;
        return impersonated[(user, sender)] = access?.SentBy(limits)
            ?? CallerAccess.AdministratorSentBy(limits, new Principal("systemuser", user, organization.Settings.Of(user).BusinessUnitId, [], Roles: 1));
    }

    /// <summary>What a user or team may do, also a disabled user; null when everything.</summary>
    public CallerAccess? OfPrincipal(EntityReference principal)
    {
        if (principal.Id == organization.SystemUserId) return null;
        if (generation != Store.Generation) Forget();
        if (callers.TryGetValue(principal.Id, out var access) || principals.TryGetValue(principal.Id, out access)) return access;
        var reader = new AccessReader(Store, Rights);
        var unit = organization.Core.BusinessUnitOf(principal.Id, principal.LogicalName);
        // A user's is not what he himself is let in with: he may be disabled.
        if (principal.LogicalName != "team") return principals[principal.Id] = reader.Read(principal.Id, unit, Units);
        return callers[principal.Id] = reader.ReadTeam(principal.Id, unit, Units);
    }

    /// <summary>Says that a row of a table was written.</summary>
    public void NoteWrite(string table)
    {
        if (readTables.Contains(table)) Forget();
    }

    public void Forget()
    {
        callers.Clear();
        principals.Clear();
        impersonated.Clear();
        units = null;
        generation = Store.Generation;
    }
}
