using System;
using Local.Dataverse.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Security;

/// <summary>A manager in North, below him a report, a report of the report, and one more: the manager model of hierarchy security.</summary>
public sealed class HierarchyTests : IDisposable
{
    private readonly SecuredOrganization organization = new();
    private readonly Guid manager, direct, indirect, third;

    public HierarchyTests()
    {
        var role = organization.Role(PrivilegeGrant.Basic, "prvReadAccount", "prvWriteAccount", "prvDeleteAccount");
        manager = organization.User(organization.North, role);
        direct = Report(manager, organization.North, role);
        indirect = Report(direct, organization.Fjord, role);
        third = Report(indirect, organization.North, role);
    }

    [Fact]
    public void WithoutTheModel_AManagerSeesOnlyHisOwn()
    {
        organization.Account(direct);

        Assert.Empty(organization.Seen(manager));
    }

    [Fact]
    public void AManager_ReadsDownToTheDepth_AndWritesWhatHisDirectReportsOwn()
    {
        TurnOn(depth: 2);
        Guid ofDirect = organization.Account(direct), ofIndirect = organization.Account(indirect), ofThird = organization.Account(third);

        var seen = organization.Seen(manager);

        Assert.Contains(ofDirect, seen);
        Assert.Contains(ofIndirect, seen);
        Assert.DoesNotContain(ofThird, seen);
        Assert.Equal(0, Write(ofDirect));
        Assert.Equal(SecuredOrganization.AccessDenied, Write(ofIndirect));
        Assert.Equal(SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(manager).Delete("account", ofDirect)));
        Assert.Equal(SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(direct).Retrieve("account", organization.Account(manager), new ColumnSet())));
    }

    [Fact]
    public void AReportInAnotherBranch_IsOutOfReach()
    {
        TurnOn(depth: 3);
        var account = organization.Account(Report(manager, organization.South, organization.Role(PrivilegeGrant.Basic, "prvReadAccount")));

        Assert.DoesNotContain(account, organization.Seen(manager));
    }

    private int Write(Guid account) => SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(manager).Update(new Entity("account", account) { ["name"] = "Other" }));

    private void TurnOn(int depth) => organization.Admin.Update(new Entity("organization", organization.Dataverse.OrganizationId)
    {
        ["ishierarchicalsecuritymodelenabled"] = true,
        ["maxdepthforhierarchicalsecuritymodel"] = depth,
    });

    private Guid Report(Guid to, Guid unit, Guid role)
    {
        var user = organization.User(unit, role);
        organization.Admin.Update(new Entity("systemuser", user) { ["parentsystemuserid"] = new EntityReference("systemuser", to) });
        return user;
    }

    public void Dispose() => organization.Dispose();
}
