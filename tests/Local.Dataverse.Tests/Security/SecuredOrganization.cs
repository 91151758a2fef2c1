using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Security;

/// <summary>
/// An organisation of four business units: the root, North and South below it, Fjord below North. The user most tests are about works in North.
/// </summary>
public sealed class SecuredOrganization : IDisposable
{
    public const int PrivilegeDenied = unchecked((int)0x80040220), AccessDenied = unchecked((int)0x80048306), DoesNotExist = unchecked((int)0x80040217);

    private int names;

    public SecuredOrganization()
    {
        Dataverse = LocalDataverse.Open(new LocalDataverseOptions());
        North = Unit("North", Root);
        South = Unit("South", Root);
        Fjord = Unit("Fjord", North);
    }

    public LocalDataverse Dataverse { get; }

    public IOrganizationService Admin => Dataverse.AdministratorService;

    public Guid Root => Dataverse.RootBusinessUnitId;

    public Guid North { get; }

    public Guid South { get; }

    public Guid Fjord { get; }

    public Guid Unit(string name, Guid parent) => Admin.Create(new Entity("businessunit")
    {
        ["name"] = name,
        ["parentbusinessunitid"] = new EntityReference("businessunit", parent),
    });

    /// <summary>A user with roles.</summary>
    public Guid User(Guid unit, params Guid[] roles)
    {
        var user = Admin.Create(new Entity("systemuser")
        {
            ["firstname"] = "User",
            ["lastname"] = Name(),
            ["domainname"] = Name() + "@local",
            ["businessunitid"] = new EntityReference("businessunit", unit),
        });
        foreach (var role in roles) Give("systemuser", user, role);
        return user;
    }

    public Guid Team(Guid unit, Guid[] members, params Guid[] roles)
    {
        var team = Admin.Create(new Entity("team") { ["name"] = Name(), ["businessunitid"] = new EntityReference("businessunit", unit) });
        foreach (var member in members) Join(team, member);
        foreach (var role in roles) Give("team", team, role);
        return team;
    }

    public void Join(Guid team, Guid user) =>
        Admin.Associate("team", team, new Relationship("teammembership_association"), [new EntityReference("systemuser", user)]);

    public void Give(string table, Guid principal, Guid role) => Admin.Associate(
        table, principal, new Relationship(table == "team" ? "teamroles_association" : "systemuserroles_association"), [new EntityReference("role", role)]);

    /// <summary>A role of the root unit with privileges of one depth.</summary>
    public Guid Role(int depth, params string[] privileges) => Role(privileges.Select(p => (p, depth)).ToArray());

    public Guid Role(params (string Privilege, int Depth)[] privileges)
    {
        var role = Admin.Create(new Entity("role") { ["name"] = Name(), ["businessunitid"] = new EntityReference("businessunit", Root) });
        Admin.Execute(new AddPrivilegesRoleRequest { RoleId = role, Privileges = [.. privileges.Select(p => new RolePrivilege(RolePrivileges.Depth(p.Depth), PrivilegeId(p.Privilege), Root))] });
        return role;
    }

    public Guid PrivilegeId(string name)
    {
        var query = new QueryExpression("privilege");
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        return Assert.Single(Admin.RetrieveMultiple(query).Entities).Id;
    }

    /// <summary>An account, owned by a user or a team.</summary>
    public Guid Account(Guid owner, string ownerTable = "systemuser") =>
        Admin.Create(new Entity("account") { ["name"] = Name(), ["ownerid"] = new EntityReference(ownerTable, owner) });

    /// <summary>The accounts a user sees.</summary>
    public HashSet<Guid> Seen(Guid user, string table = "account") =>
        Dataverse.ServiceFor(user).RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(false) }).Entities.Select(e => e.Id).ToHashSet();

    /// <summary>The error code of a request; 0 when it succeeds.</summary>
    public static int Code(Action request)
    {
        try
        {
            request();
            return 0;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return fault.Detail.ErrorCode;
        }
    }

    public static OrganizationServiceFault Refused(Action request) => Assert.Throws<FaultException<OrganizationServiceFault>>(request).Detail;

    public static string Privilege(AccessRights right, string noun) => "prv" + TableRights.Verb(right) + noun;

    public string Name() => "n" + (++names).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => Dataverse.Dispose();
}
