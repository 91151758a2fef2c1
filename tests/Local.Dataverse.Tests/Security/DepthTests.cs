using System;
using System.Collections.Generic;
using Local.Dataverse.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Security;

/// <summary>Each right at each depth, on rows of every relation to the caller.</summary>
public sealed class DepthTests(SecuredOrganization organization) : IClassFixture<SecuredOrganization>
{
    private const int None = 0, Basic = PrivilegeGrant.Basic, Local = PrivilegeGrant.Local, Deep = PrivilegeGrant.Deep, Global = PrivilegeGrant.Global;

    public enum Owner { Self, Colleague, ChildUnit, SiblingUnit, ParentUnit, OwnTeam }

    public static TheoryData<AccessRights, int, Owner, bool> Reaches
    {
        get
        {
            var data = new TheoryData<AccessRights, int, Owner, bool>();
            foreach (var right in new[] { AccessRights.ReadAccess, AccessRights.WriteAccess, AccessRights.DeleteAccess, AccessRights.AssignAccess, AccessRights.CreateAccess })
            {
                foreach (var (owner, least) in new Dictionary<Owner, int>
                {
                    [Owner.Self] = Basic,
                    [Owner.OwnTeam] = Basic,
                    [Owner.Colleague] = Local,
                    [Owner.ChildUnit] = Deep,
                    [Owner.SiblingUnit] = Global,
                    [Owner.ParentUnit] = Global,
                })
                {
                    foreach (var depth in new[] { None, Basic, Local, Deep, Global })
                    {
                        // Who cannot read owns nothing, and what a team can read its members can.
                        if (owner is Owner.Self or Owner.OwnTeam && right == AccessRights.ReadAccess && depth == None) continue;
                        data.Add(right, depth, owner, depth >= least);
                    }
                }
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(Reaches))]
    public void ARight_ReachesAsFarAsItsDepth(AccessRights right, int depth, Owner owner, bool expected)
    {
        var everyone = organization.Role(Global, "prvReadAccount");
        var user = organization.User(organization.North, organization.Role(Global, "prvReadContact"));
        if (right != AccessRights.ReadAccess) organization.Give("systemuser", user, organization.Role(Basic, "prvReadAccount"));
        if (depth != None) organization.Give("systemuser", user, organization.Role(depth, SecuredOrganization.Privilege(right, "Account")));
        var (id, table) = owner switch
        {
            Owner.Self => (user, "systemuser"),
            Owner.Colleague => (organization.User(organization.North, everyone), "systemuser"),
            Owner.ChildUnit => (organization.User(organization.Fjord, everyone), "systemuser"),
            Owner.SiblingUnit => (organization.User(organization.South, everyone), "systemuser"),
            Owner.ParentUnit => (organization.User(organization.Root, everyone), "systemuser"),
            _ => (organization.Team(organization.South, [user], organization.Role(Basic, "prvReadAccount")), "team"),
        };

        var refusal = depth == None ? SecuredOrganization.PrivilegeDenied : SecuredOrganization.AccessDenied;
        Assert.Equal(expected ? 0 : refusal, SecuredOrganization.Code(() => Do(user, right, id, table)));
    }

    private void Do(Guid user, AccessRights right, Guid owner, string ownerTable)
    {
        var service = organization.Dataverse.ServiceFor(user);
        if (right == AccessRights.CreateAccess)
        {
            service.Create(new Entity("account") { ["name"] = "New", ["ownerid"] = new EntityReference(ownerTable, owner) });
            return;
        }
        var account = organization.Account(owner, ownerTable);
        switch (right)
        {
            case AccessRights.ReadAccess:
                service.Retrieve("account", account, new ColumnSet("name"));
                break;
            case AccessRights.WriteAccess:
                service.Update(new Entity("account", account) { ["name"] = "Other" });
                break;
            case AccessRights.DeleteAccess:
                service.Delete("account", account);
                break;
            default:
                service.Update(new Entity("account", account) { ["ownerid"] = new EntityReference("systemuser", organization.Dataverse.AdministratorId) });
                break;
        }
    }

    [Theory]
    [InlineData(Basic, "own team")]
    [InlineData(Local, "own colleague team")]
    [InlineData(Deep, "own colleague child team")]
    [InlineData(Global, "own colleague child sibling parent team")]
    public void AQuery_ReturnsTheRowsTheDepthReaches(int depth, string expected)
    {
        var everyone = organization.Role(Global, "prvReadAccount");
        var user = organization.User(organization.North, organization.Role(depth, "prvReadAccount"));
        var rows = new Dictionary<Guid, string>
        {
            [organization.Account(user)] = "own",
            [organization.Account(organization.User(organization.North, everyone))] = "colleague",
            [organization.Account(organization.User(organization.Fjord, everyone))] = "child",
            [organization.Account(organization.User(organization.South, everyone))] = "sibling",
            [organization.Account(organization.User(organization.Root, everyone))] = "parent",
            [organization.Account(organization.Team(organization.South, [user], organization.Role(Basic, "prvReadAccount")), "team")] = "team",
        };

        var seen = organization.Seen(user);

        foreach (var (id, relation) in rows) Assert.Equal(expected.Split(' ').AsSpan().Contains(relation), seen.Contains(id));
    }

    [Fact]
    public void AUserWithoutRoles_IsRefused() =>
        Assert.Equal(unchecked((int)0x80042F09), SecuredOrganization.Code(() => organization.Seen(organization.User(organization.North))));

    [Fact]
    public void ADisabledUser_IsRefused_AlsoTheOneWhoMayDoEverything()
    {
        var user = organization.User(organization.North, organization.Role(Global, "prvReadAccount"));
        organization.Admin.Update(new Entity("systemuser", user) { ["isdisabled"] = true });

        Assert.Equal(unchecked((int)0x80040225), SecuredOrganization.Code(() => organization.Seen(user)));
    }

    [Fact]
    public void AMissingPrivilege_IsNamed()
    {
        var user = organization.User(organization.North, organization.Role(Global, "prvReadContact"));

        var fault = SecuredOrganization.Refused(() => organization.Seen(user));

        Assert.Equal(SecuredOrganization.PrivilegeDenied, fault.ErrorCode);
        Assert.Contains("is missing prvReadAccount privilege", fault.Message, StringComparison.Ordinal);
        Assert.Contains("on OTC=1 for entity 'account'", fault.Message, StringComparison.Ordinal);
    }
}
