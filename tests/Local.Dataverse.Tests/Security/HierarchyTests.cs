using System;
using System.Linq;
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

    [Fact]
    public void AHigherPosition_ReachesLowerOnesInEveryUnit_AndNobodyBesideIt()
    {
        TurnOn(depth: 2, byPosition: true);
        var role = organization.Role(PrivilegeGrant.Basic, "prvReadAccount", "prvWriteAccount");
        var lead = Position("Lead", null);
        var below = Position("Below", lead);
        Take(manager, lead);
        Guid beside = InPosition(lead, role), elsewhere = InPosition(below, role), deeper = InPosition(Position("Deeper", below), role);
        var deepest = InPosition(Position("Deepest", Position("Empty", below)), role);
        Guid ofBeside = organization.Account(beside), ofElsewhere = organization.Account(elsewhere), ofDeeper = organization.Account(deeper);
        Guid[] others = [ofBeside, organization.Account(deepest), organization.Account(direct)];

        var seen = organization.Seen(manager);

        Assert.Equal(new[] { ofElsewhere, ofDeeper }.Order(), seen.Order());
        Assert.Equal(0, Write(ofElsewhere));
        Assert.Equal(SecuredOrganization.AccessDenied, Write(ofDeeper));
        Assert.All(others, account => Assert.DoesNotContain(account, seen));
        Assert.Equal(new[] { ofElsewhere, ofDeeper, organization.Account(manager) }.Order(), OfHisPeople(manager).Order());
    }

    [Fact]
    public void WithTheManagerModel_HisPeopleAreWhoReportsToHim()
    {
        TurnOn(depth: 2);
        Take(manager, Position("Lead", null));

        Assert.Equal(new[] { organization.Account(direct), organization.Account(indirect) }.Order(), OfHisPeople(manager).Order());
    }

    private Guid[] OfHisPeople(Guid user)
    {
        var query = new QueryExpression("account");
        query.Criteria.AddCondition("ownerid", ConditionOperator.EqualUserOrUserHierarchy);
        return [.. organization.Dataverse.ServiceFor(user).RetrieveMultiple(query).Entities.Select(a => a.Id)];
    }

    [Fact]
    public void APositionThatMoves_TakesItsPeopleAlong()
    {
        TurnOn(depth: 3, byPosition: true);
        Guid lead = Position("Lead", null), other = Position("Other", null);
        Take(manager, lead);
        Take(direct, other);
        var account = organization.Account(direct);
        Assert.DoesNotContain(account, organization.Seen(manager));

        organization.Admin.Update(new Entity("position", other) { ["parentpositionid"] = new EntityReference("position", lead) });

        Assert.Contains(account, organization.Seen(manager));
    }

    private Guid Position(string name, Guid? above) => organization.Admin.Create(new Entity("position")
    {
        ["name"] = name,
        ["parentpositionid"] = above is { } parent ? new EntityReference("position", parent) : null,
    });

    private Guid InPosition(Guid position, Guid role)
    {
        var user = organization.User(organization.South, role);
        Take(user, position);
        return user;
    }

    private void Take(Guid user, Guid position) => organization.Admin.Update(new Entity("systemuser", user) { ["positionid"] = new EntityReference("position", position) });

    private int Write(Guid account) => SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(manager).Update(new Entity("account", account) { ["name"] = "Other" }));

    private void TurnOn(int depth, bool byPosition = false) => organization.Admin.Update(new Entity("organization", organization.Dataverse.OrganizationId)
    {
        ["ishierarchicalsecuritymodelenabled"] = true,
        ["maxdepthforhierarchicalsecuritymodel"] = depth,
        ["usepositionhierarchy"] = byPosition,
    });

    private Guid Report(Guid to, Guid unit, Guid role)
    {
        var user = organization.User(unit, role);
        organization.Admin.Update(new Entity("systemuser", user) { ["parentsystemuserid"] = new EntityReference("systemuser", to) });
        return user;
    }

    public void Dispose() => organization.Dispose();
}
