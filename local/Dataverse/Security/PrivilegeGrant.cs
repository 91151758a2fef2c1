using System;
using System.Collections.Generic;

namespace Local.Dataverse.Security;

/// <summary>A privilege somebody has through a role: how deep, and through whom.</summary>
/// <param name="Depth">1 user, 2 business unit, 4 business unit and those below, 8 organisation: the values of roleprivileges.privilegedepthmask.</param>
/// <param name="BusinessUnitId">The unit depths count from: the user's, or that of the team that has the role.</param>
/// <param name="IsDirect">From a role of the user, or from a role of a team whose members have its user level themselves (role.isinherited).</param>
internal readonly record struct PrivilegeGrant(int Depth, Guid BusinessUnitId, bool IsDirect)
{
    public const int Basic = 1, Local = 2, Deep = 4, Global = 8;
}

/// <summary>The rows a privilege reaches. Rows shared with the caller and rows of people below him come on top.</summary>
internal sealed class Reach
{
    public static readonly Reach Everything = new() { All = true };

    /// <summary>Every row of the organisation.</summary>
    public bool All { get; private init; }

    /// <summary>Rows owned by these users and teams.</summary>
    public HashSet<Guid> Owners { get; } = [];

    /// <summary>Rows whose owner is in these business units.</summary>
    public HashSet<Guid> BusinessUnits { get; } = [];
}
