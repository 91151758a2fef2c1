using System;
using System.Linq;
using Local.Dataverse.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Security;

/// <summary>Rows shared with users and teams, by hand and along relationships. Whoever owns the rows is a colleague in another unit.</summary>
public sealed class SharingTests : IDisposable
{
    private readonly SecuredOrganization organization = new();
    private readonly Guid owner, user, account;

    public SharingTests()
    {
        var everything = organization.Role(PrivilegeGrant.Basic, [.. Privileges("Account"), .. Privileges("Contact")]);
        owner = organization.User(organization.South, everything);
        user = organization.User(organization.North, everything);
        account = organization.Account(owner);
    }

    public static TheoryData<AccessRights> Rights => [AccessRights.ReadAccess, AccessRights.WriteAccess, AccessRights.DeleteAccess, AccessRights.AssignAccess, AccessRights.ShareAccess];

    private IOrganizationService Owner => organization.Dataverse.ServiceFor(owner);

    private IOrganizationService User => organization.Dataverse.ServiceFor(user);

    [Theory, MemberData(nameof(Rights))]
    public void AShare_GivesTheRightItNames_AndNoOther(AccessRights shared)
    {
        Grant(account, user, shared);

        foreach (var right in new[] { AccessRights.ReadAccess, AccessRights.ShareAccess, AccessRights.WriteAccess, AccessRights.AssignAccess, AccessRights.DeleteAccess })
        {
            Assert.Equal(right == shared ? 0 : SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => Use(right)));
        }
    }

    [Fact]
    public void AShareWithATeam_ReachesItsMembers_AlsoOfAnAccessTeam()
    {
        var team = organization.Admin.Create(new Entity("team")
        {
            ["name"] = "Access",
            ["teamtype"] = new OptionSetValue(1),
            ["businessunitid"] = new EntityReference("businessunit", organization.Root),
        });
        organization.Join(team, user);
        Grant(account, team, AccessRights.ReadAccess, "team");

        Assert.Contains(account, organization.Seen(user));
        Assert.Equal(AccessRights.ReadAccess, AccessOf(user));
    }

    [Fact]
    public void AShare_NeedsThePrivilegeOfWhoItIsWith()
    {
        var other = organization.User(organization.North, organization.Role(PrivilegeGrant.Global, "prvReadContact"));
        Grant(account, other, AccessRights.ReadAccess);

        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => organization.Seen(other)));
    }

    [Fact]
    public void GrantsAddUp_ModifyReplaces_RevokeTakesAll()
    {
        Grant(account, user, AccessRights.ReadAccess);
        Grant(account, user, AccessRights.WriteAccess);
        Assert.Equal(AccessRights.ReadAccess | AccessRights.WriteAccess, AccessOf(user));

        Owner.Execute(new ModifyAccessRequest { Target = Row(account), PrincipalAccess = Access(user, AccessRights.ReadAccess | AccessRights.DeleteAccess) });
        Assert.Equal(AccessRights.ReadAccess | AccessRights.DeleteAccess, AccessOf(user));
        var shared = (RetrieveSharedPrincipalsAndAccessResponse)Owner.Execute(new RetrieveSharedPrincipalsAndAccessRequest { Target = Row(account) });
        Assert.Equal((user, AccessRights.ReadAccess | AccessRights.DeleteAccess), (shared.PrincipalAccesses.Single().Principal.Id, shared.PrincipalAccesses.Single().AccessMask));

        Owner.Execute(new RevokeAccessRequest { Target = Row(account), Revokee = new EntityReference("systemuser", user) });
        Assert.Equal(AccessRights.None, AccessOf(user));
        Assert.DoesNotContain(account, organization.Seen(user));
    }

    [Fact]
    public void NobodySharesARowHeMayNotShare_OrARightHeHasNot()
    {
        Grant(account, user, AccessRights.ReadAccess);
        Assert.Equal(SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => Share(User, account, owner, AccessRights.ReadAccess)));

        Grant(account, user, AccessRights.ShareAccess);
        Share(User, account, owner, AccessRights.ReadAccess);
        Assert.Equal(SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => Share(User, account, owner, AccessRights.WriteAccess)));
    }

    [Fact]
    public void AShareOfARow_IsOneOfTheRowsBelow_AndGoesWithIt()
    {
        var contact = Owner.Create(new Entity("contact") { ["lastname"] = "Below", ["parentcustomerid"] = Row(account) });

        Grant(account, user, AccessRights.ReadAccess);
        Assert.Contains(contact, organization.Seen(user, "contact"));
        Assert.Equal(SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => User.Update(new Entity("contact", contact) { ["firstname"] = "X" })));

        Owner.Execute(new RevokeAccessRequest { Target = Row(account), Revokee = new EntityReference("systemuser", user) });
        Assert.DoesNotContain(contact, organization.Seen(user, "contact"));
    }

    [Fact]
    public void ARowPutBelowASharedOne_IsSharedToo_UntilItIsTakenAway()
    {
        Grant(account, user, AccessRights.ReadAccess);

        var contact = Owner.Create(new Entity("contact") { ["lastname"] = "Later", ["parentcustomerid"] = Row(account) });
        Assert.Contains(contact, organization.Seen(user, "contact"));

        Owner.Update(new Entity("contact", contact) { ["parentcustomerid"] = null });
        Assert.DoesNotContain(contact, organization.Seen(user, "contact"));
    }

    [Fact]
    public void TheOwnerOfTheRowAbove_ReachesTheRowBelow()
    {
        var contact = organization.Admin.Create(new Entity("contact") { ["lastname"] = "Hers", ["ownerid"] = new EntityReference("systemuser", user) });
        Assert.DoesNotContain(contact, organization.Seen(owner, "contact"));

        organization.Admin.Update(new Entity("contact", contact) { ["parentcustomerid"] = Row(account) });
        Assert.Contains(contact, organization.Seen(owner, "contact"));
        Owner.Update(new Entity("contact", contact) { ["firstname"] = "X" });

        organization.Admin.Execute(new AssignRequest { Target = Row(account), Assignee = new EntityReference("systemuser", organization.Dataverse.AdministratorId) });
        Assert.DoesNotContain(contact, organization.Seen(owner, "contact"));
    }

    [Fact]
    public void ACallerReadsTheSharesThatAreHis()
    {
        Grant(account, user, AccessRights.ReadAccess);
        Grant(organization.Account(owner), organization.Dataverse.AdministratorId, AccessRights.ReadAccess);

        var seen = User.RetrieveMultiple(new QueryExpression("principalobjectaccess") { ColumnSet = new ColumnSet("objectid") }).Entities;

        Assert.Equal([account], seen.Select(s => s.GetAttributeValue<Guid>("objectid")));
    }

    [Fact]
    public void WhatIsOwnedByTheOrganization_CannotBeShared() => Assert.Equal(
        unchecked((int)0x80040800),
        SecuredOrganization.Code(() => organization.Admin.Execute(new GrantAccessRequest
        {
            Target = new EntityReference("transactioncurrency", organization.Dataverse.BaseCurrencyId),
            PrincipalAccess = Access(user, AccessRights.ReadAccess),
        })));

    private static string[] Privileges(string noun) => [.. new[]
    {
        AccessRights.CreateAccess, AccessRights.ReadAccess, AccessRights.WriteAccess, AccessRights.DeleteAccess, AccessRights.AppendAccess, AccessRights.AppendToAccess,
        AccessRights.AssignAccess, AccessRights.ShareAccess,
    }.Select(r => SecuredOrganization.Privilege(r, noun))];

    private static EntityReference Row(Guid id) => new("account", id);

    private static PrincipalAccess Access(Guid principal, AccessRights rights, string table = "systemuser") => new() { Principal = new EntityReference(table, principal), AccessMask = rights };

    private static void Share(IOrganizationService service, Guid row, Guid principal, AccessRights rights, string table = "systemuser") =>
        service.Execute(new GrantAccessRequest { Target = Row(row), PrincipalAccess = Access(principal, rights, table) });

    private void Grant(Guid row, Guid principal, AccessRights rights, string table = "systemuser") => Share(Owner, row, principal, rights, table);

    private AccessRights AccessOf(Guid principal) => ((RetrievePrincipalAccessResponse)Owner.Execute(new RetrievePrincipalAccessRequest
    {
        Target = Row(account),
        Principal = new EntityReference("systemuser", principal),
    })).AccessRights;

    private void Use(AccessRights right)
    {
        switch (right)
        {
            case AccessRights.ReadAccess:
                User.Retrieve("account", account, new ColumnSet("name"));
                break;
            case AccessRights.WriteAccess:
                User.Update(new Entity("account", account) { ["name"] = "Other" });
                break;
            case AccessRights.AssignAccess:
                User.Update(new Entity("account", account) { ["ownerid"] = new EntityReference("systemuser", owner) });
                break;
            case AccessRights.ShareAccess:
                Share(User, account, user, AccessRights.None);
                break;
            default:
                User.Delete("account", account);
                break;
        }
    }

    public void Dispose() => organization.Dispose();
}
