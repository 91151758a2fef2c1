using System;
using System.Linq;
using CsCheck;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Security;

/// <summary>Which rows SQL lets a user see must be those that a plain reading of the rules lets him see, in any organisation.</summary>
public sealed class AccessLawTests
{
    private const int None = 0, Local = 2, Deep = 4, Global = 8;

    // Owner: below 3 a user of that number, from 3 a team. SharedWith: -1 nobody, 0 the caller, from 1 a team.
    internal sealed record Row(int Owner, int SharedWith);

    internal sealed record Membership(int Unit, bool IsMember, int Depth, bool IsInherited);

    internal sealed record Case(int[] Units, int Depth, Membership[] Teams, Row[] Rows);

    private static readonly Gen<int> depthGen = Gen.Int[0, 4].Select(i => i == 0 ? None : 1 << (i - 1));

    private static readonly Gen<Membership> teamGen = Gen.Select(Gen.Int[0, 3], Gen.Bool, depthGen, Gen.Bool, (unit, member, depth, inherited) => new Membership(unit, member, depth, inherited));

    // Three users, the first is the caller; units 0 root, 1 North, 2 South, 3 Fjord below North.
    private static readonly Gen<Case> caseGen = Gen.Select(
        Gen.Int[0, 3].Array[3], depthGen, teamGen.Array[2],
        Gen.Select(Gen.Int[0, 4], Gen.Int[-1, 2], (owner, share) => new Row(owner, share)).Array[1, 8],
        (units, depth, teams, rows) => new Case(units, depth, teams, rows));

    [Fact]
    public void Sql_SeesWhatThePlainRulesSee() => caseGen.Sample(Holds, iter: 60, threads: 1);

    private static bool Holds(Case given)
    {
        using var organization = new SecuredOrganization();
        Guid[] units = [organization.Root, organization.North, organization.South, organization.Fjord];
        var other = organization.Role(Global, "prvReadContact");
        var users = given.Units.Select(u => organization.User(units[u], other)).ToArray();
        if (given.Depth != None) organization.Give("systemuser", users[0], organization.Role(given.Depth, "prvReadAccount"));
        var teams = given.Teams.Select(t => Team(organization, t, units[t.Unit], users[0])).ToArray();
        var rows = given.Rows.Select(r => Create(organization, r, users, teams)).ToArray();
        var canRead = given.Depth != None || given.Teams.Any(t => t is { IsMember: true, Depth: not None });

        var code = SecuredOrganization.Code(() => organization.Seen(users[0]));
        if (code != 0 || !canRead) return code == SecuredOrganization.PrivilegeDenied && !canRead;

        var seen = organization.Seen(users[0]);
        for (var i = 0; i < rows.Length; i++)
        {
            var expected = MayRead(given, given.Rows[i]);
            if (seen.Contains(rows[i]) != expected) return false;
            // One row is judged as many are.
            if (SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(users[0]).Retrieve("account", rows[i], new ColumnSet())) == 0 != expected) return false;
        }
        return true;
    }

    private static bool MayRead(Case given, Row row)
    {
        var ownerUnit = row.Owner < 3 ? given.Units[row.Owner] : given.Teams[row.Owner - 3].Unit;
        if (row.Owner >= 3 && given.Teams[row.Owner - 3].IsMember) return true;
        if (row.SharedWith == 0 || (row.SharedWith > 0 && given.Teams[row.SharedWith - 1].IsMember)) return true;
        if (row.Owner == 0 && (given.Depth != None || given.Teams.Any(t => t is { IsMember: true, IsInherited: true, Depth: not None }))) return true;
        if (Reaches(given.Depth, given.Units[0], ownerUnit)) return true;
        return given.Teams.Any(t => t.IsMember && Reaches(t.Depth, t.Unit, ownerUnit));
    }

    private static bool Reaches(int depth, int from, int unit) => depth switch
    {
        Global => true,
        Deep => from == unit || from == 0 || (from == 1 && unit == 3),
        Local => from == unit,
        _ => false,
    };

    private static Guid Team(SecuredOrganization organization, Membership team, Guid unit, Guid user)
    {
        if (team.Depth == None) return organization.Team(unit, team.IsMember ? [user] : []);
        var role = organization.Role(team.Depth, "prvReadAccount");
        organization.Admin.Update(new Entity("role", role) { ["isinherited"] = new OptionSetValue(team.IsInherited ? 1 : 0) });
        return organization.Team(unit, team.IsMember ? [user] : [], role);
    }

    // Written as the platform does, so that also those own rows who could not be given one.
    private static Guid Create(SecuredOrganization organization, Row row, Guid[] users, Guid[] teams)
    {
        var inside = organization.Dataverse.Organization;
        Guid id;
        using (var unit = new UnitOfWork(inside, new RequestRun()))
        {
            id = unit.Create(inside.PlatformContext(), new Entity("account")
            {
                ["name"] = "Row",
                ["ownerid"] = row.Owner < 3 ? new EntityReference("systemuser", users[row.Owner]) : new EntityReference("team", teams[row.Owner - 3]),
            });
            unit.Commit();
        }
        if (row.SharedWith < 0) return id;
        var principal = row.SharedWith == 0 ? new EntityReference("systemuser", users[0]) : new EntityReference("team", teams[row.SharedWith - 1]);
        organization.Admin.Execute(new GrantAccessRequest { Target = new EntityReference("account", id), PrincipalAccess = new PrincipalAccess { Principal = principal, AccessMask = AccessRights.ReadAccess } });
        return id;
    }
}
