using System;
using System.Linq;
using Local.Dataverse.Security;
using Local.Dataverse.Tests.Import;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Security;

public sealed class RoleTests : IDisposable
{
    private readonly SecuredOrganization organization = new();

    [Fact]
    public void ARole_IsCopiedToEveryUnit_AlsoToALaterOne()
    {
        var role = organization.Role(PrivilegeGrant.Local, "prvReadAccount");
        var late = organization.Unit("Late", organization.Fjord);

        var copies = Copies(role);

        Assert.Equal(
            new[] { organization.Root, organization.North, organization.South, organization.Fjord, late }.Order(),
            copies.Select(c => c.GetAttributeValue<EntityReference>("businessunitid").Id).Order());
    }

    [Fact]
    public void ACopyOfARole_GivesWhatTheRoleGives_CountedFromTheUsersUnit()
    {
        var role = organization.Role(PrivilegeGrant.Local, "prvReadAccount");
        var copy = Copies(role).Single(c => c.GetAttributeValue<EntityReference>("businessunitid").Id == organization.Fjord).Id;
        var user = organization.User(organization.Fjord, copy);
        var here = organization.Account(organization.User(organization.Fjord, copy));
        var above = organization.Account(organization.User(organization.North, role));

        var seen = organization.Seen(user);

        Assert.Contains(here, seen);
        Assert.DoesNotContain(above, seen);
    }

    [Fact]
    public void ARoleOfTheZip_Works()
    {
        using (var zip = new TestSolution { WithStep = false }.Zip()) organization.Dataverse.ImportSolution(zip);
        var machine = organization.Admin.Create(new Entity("tst_machine") { ["tst_name"] = "Press" });
        var user = organization.User(organization.North, new Guid(TestSolution.RoleId));

        Assert.Equal([machine], organization.Seen(user, "tst_machine"));
        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(user).Delete("tst_machine", machine)));
        Assert.Equal(4, Copies(new Guid(TestSolution.RoleId)).Length);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void ATeamsRoleAtUserLevel_IsItsMembersOwn_WhenTheRoleSaysSo(int isInherited, bool expected)
    {
        var role = organization.Role(PrivilegeGrant.Basic, "prvReadAccount", "prvCreateAccount");
        organization.Admin.Update(new Entity("role", role) { ["isinherited"] = new OptionSetValue(isInherited) });
        var user = organization.User(organization.North, organization.Role(PrivilegeGrant.Global, "prvReadContact"));
        var team = organization.Team(organization.South, [user], role);
        var service = organization.Dataverse.ServiceFor(user);

        Assert.Equal(expected ? 0 : SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => service.Create(new Entity("account") { ["name"] = "Own" })));
        var ofTeam = service.Create(new Entity("account") { ["name"] = "Team's", ["ownerid"] = new EntityReference("team", team) });
        Assert.Contains(ofTeam, organization.Seen(user));
    }

    [Fact]
    public void ATeamsRole_ReachesTheTeamsUnit()
    {
        var user = organization.User(organization.North, organization.Role(PrivilegeGrant.Global, "prvReadContact"));
        organization.Team(organization.South, [user], organization.Role(PrivilegeGrant.Local, "prvReadAccount"));
        var reader = organization.Role(PrivilegeGrant.Basic, "prvReadAccount");
        var south = organization.Account(organization.User(organization.South, reader));
        var north = organization.Account(organization.User(organization.North, reader));

        var seen = organization.Seen(user);

        Assert.Contains(south, seen);
        Assert.DoesNotContain(north, seen);
    }

    [Fact]
    public void PrivilegesOfARole_AreAddedReplacedRemovedAndTold()
    {
        var role = organization.Role(PrivilegeGrant.Basic, "prvReadAccount");
        var user = organization.User(organization.North, role);

        organization.Admin.Execute(new AddPrivilegesRoleRequest { RoleId = role, Privileges = [Privilege("prvReadAccount", PrivilegeDepth.Deep), Privilege("prvReadContact", PrivilegeDepth.Local)] });
        Assert.Equal(["prvReadAccount Deep", "prvReadContact Local"], OfRole(role));

        organization.Admin.Execute(new ReplacePrivilegesRoleRequest { RoleId = role, Privileges = [Privilege("prvReadLead", PrivilegeDepth.Global)] });
        Assert.Equal(["prvReadLead Global"], OfRole(role));
        Assert.Equal(["prvReadLead Global"], Told(((RetrieveUserPrivilegesResponse)organization.Admin.Execute(new RetrieveUserPrivilegesRequest { UserId = user })).RolePrivileges));

        organization.Admin.Execute(new RemovePrivilegeRoleRequest { RoleId = role, PrivilegeId = organization.PrivilegeId("prvReadLead") });
        Assert.Empty(OfRole(role));
    }

    [Fact]
    public void ATeamTellsItsPrivileges()
    {
        var team = organization.Team(organization.South, [], organization.Role(PrivilegeGrant.Deep, "prvReadAccount"));

        Assert.Equal(["prvReadAccount Deep"], Told(((RetrieveTeamPrivilegesResponse)organization.Admin.Execute(new RetrieveTeamPrivilegesRequest { TeamId = team })).RolePrivileges));
    }

    [Theory]
    [InlineData("account", "prvReadAccount", 8)]
    [InlineData("salesorderdetail", "prvWriteOrder", 8)]
    [InlineData("task", "prvAppendToActivity", 8)]
    [InlineData("systemuser", "prvCreateUser", 6)]
    [InlineData("pricelevel", "prvReadProduct", 6)]
    public void ATable_NamesItsPrivileges(string table, string one, int count)
    {
        var metadata = ((RetrieveEntityResponse)organization.Admin.Execute(new RetrieveEntityRequest { LogicalName = table, EntityFilters = EntityFilters.Privileges })).EntityMetadata;

        Assert.Contains(metadata.Privileges, p => p.Name == one && p.PrivilegeId == organization.PrivilegeId(one));
        Assert.Equal(count, metadata.Privileges.Length);
    }

    [Fact]
    public void SystemAdministrator_HasEveryPrivilege()
    {
        var told = ((RetrieveUserPrivilegesResponse)organization.Admin.Execute(new RetrieveUserPrivilegesRequest { UserId = organization.Dataverse.AdministratorId })).RolePrivileges;

        Assert.Contains(told, p => p is { PrivilegeName: "prvAppendToOrder", Depth: PrivilegeDepth.Global });
        Assert.DoesNotContain(told, p => p.Depth != PrivilegeDepth.Global);
    }

    [Fact]
    public void ABasicUser_WorksWithHisOwnRows()
    {
        var basic = organization.User(organization.North, StandardRole("Basic User"));
        var service = organization.Dataverse.ServiceFor(basic);

        var account = service.Create(new Entity("account") { ["name"] = "Mine" });
        service.Create(new Entity("task") { ["subject"] = "Call", ["regardingobjectid"] = new EntityReference("account", account) });

        Assert.Equal([account], organization.Seen(basic));
        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => service.Create(new Entity("businessunit") { ["name"] = "Mine" })));
    }

    [Fact]
    public void AUserOfAnotherUnit_LosesHisRoles_AndTakesHisRowsAlong()
    {
        var role = organization.Role(PrivilegeGrant.Local, "prvReadAccount");
        var user = organization.User(organization.North, role);
        var colleague = organization.User(organization.South, role);
        var account = organization.Account(user);

        organization.Admin.Update(new Entity("systemuser", user) { ["businessunitid"] = new EntityReference("businessunit", organization.South) });

        Assert.Equal(unchecked((int)0x80042F09), SecuredOrganization.Code(() => organization.Seen(user)));
        Assert.Contains(account, organization.Seen(colleague));
    }

    [Fact]
    public void NobodyIsGivenARowHeCouldNotRead()
    {
        var blind = organization.User(organization.North, organization.Role(PrivilegeGrant.Global, "prvReadContact"));

        var fault = SecuredOrganization.Refused(() => organization.Account(blind));

        Assert.Equal(SecuredOrganization.PrivilegeDenied, fault.ErrorCode);
        Assert.StartsWith("Read Privilege Check For Owner failed with exception: Principal user", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANewRole_CountsAtOnce_AndATakenOneNoLonger()
    {
        var role = organization.Role(PrivilegeGrant.Global, "prvReadAccount");
        var user = organization.User(organization.North, organization.Role(PrivilegeGrant.Global, "prvReadContact"));
        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => organization.Seen(user)));

        organization.Give("systemuser", user, role);
        Assert.Equal(0, SecuredOrganization.Code(() => organization.Seen(user)));

        organization.Admin.Disassociate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => organization.Seen(user)));
    }

    private Guid StandardRole(string name)
    {
        var query = new QueryExpression("role");
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        query.Criteria.AddCondition("businessunitid", ConditionOperator.Equal, organization.Root);
        return Assert.Single(organization.Admin.RetrieveMultiple(query).Entities).Id;
    }

    private Entity[] Copies(Guid role)
    {
        var query = new QueryExpression("role") { ColumnSet = new ColumnSet("businessunitid") };
        query.Criteria.AddCondition("parentrootroleid", ConditionOperator.Equal, role);
        return [.. organization.Admin.RetrieveMultiple(query).Entities];
    }

    private RolePrivilege Privilege(string name, PrivilegeDepth depth) => new(depth, organization.PrivilegeId(name), organization.Root);

    private string[] OfRole(Guid role) => Told(((RetrieveRolePrivilegesRoleResponse)organization.Admin.Execute(new RetrieveRolePrivilegesRoleRequest { RoleId = role })).RolePrivileges);

    private static string[] Told(RolePrivilege[] privileges) => [.. privileges.Select(p => $"{p.PrivilegeName} {p.Depth}").Order(StringComparer.Ordinal)];

    public void Dispose() => organization.Dispose();
}
