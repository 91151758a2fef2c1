using System;
using Local.Dataverse.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Security;

public sealed class RecordTeamTests : IDisposable
{
    private readonly SecuredOrganization organization = new();
    private readonly Guid owner, colleague, template, account;

    public RecordTeamTests()
    {
        var role = organization.Role(PrivilegeGrant.Basic, "prvReadAccount", "prvWriteAccount", "prvShareAccount", "prvReadTeamTemplate", "prvReadUser");
        var reader = organization.Role((Privilege: "prvReadUser", Depth: PrivilegeGrant.Global));
        owner = organization.User(organization.North, role, reader);
        colleague = organization.User(organization.South, role);
        template = Template(AccessRights.ReadAccess | AccessRights.WriteAccess);
        account = organization.Account(owner);
    }

    public void Dispose() => organization.Dispose();

    [Fact]
    public void WhoIsAddedToTheTeamOfARow_ReachesItAsTheTemplateSays()
    {
        Assert.Empty(organization.Seen(colleague));

        var team = Add(colleague, owner);

        Assert.Equal([account], organization.Seen(colleague));
        Assert.Equal(0, SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(colleague).Update(new Entity("account", account) { ["telephone1"] = "1" })));
        var row = organization.Admin.Retrieve("team", team, new ColumnSet("teamtype", "systemmanaged", "teamtemplateid", "regardingobjectid"));
        Assert.Equal((1, true, template, account), (
            row.GetAttributeValue<OptionSetValue>("teamtype").Value, row.GetAttributeValue<bool>("systemmanaged"),
            row.GetAttributeValue<EntityReference>("teamtemplateid").Id, row.GetAttributeValue<EntityReference>("regardingobjectid").Id));
    }

    [Fact]
    public void TheTeamOfARow_IsTheSameForEverybodyWhoIsAdded()
    {
        var third = organization.User(organization.Fjord, organization.Role(PrivilegeGrant.Basic, "prvReadAccount", "prvWriteAccount"));

        Assert.Equal(Add(colleague, owner), Add(third, owner));
        Assert.Equal(Add(colleague, owner), Add(colleague, owner));

        Assert.Equal([account], organization.Seen(third));
    }

    [Fact]
    public void WhoIsRemoved_ReachesTheRowNoMore()
    {
        var team = Add(colleague, owner);

        var answer = (RemoveUserFromRecordTeamResponse)organization.Dataverse.ServiceFor(owner).Execute(
            new RemoveUserFromRecordTeamRequest { Record = new EntityReference("account", account), SystemUserId = colleague, TeamTemplateId = template });

        Assert.Equal(team, answer.AccessTeamId);
        Assert.Empty(organization.Seen(colleague));
    }

    [Fact]
    public void ADeletedRow_TakesItsTeamAlong()
    {
        var team = Add(colleague, owner);

        organization.Admin.Delete("account", account);

        Assert.Equal(SecuredOrganization.DoesNotExist, SecuredOrganization.Code(() => organization.Admin.Retrieve("team", team, new ColumnSet())));
    }

    [Fact]
    public void WhoMayNotShareTheRow_AddsNobody()
    {
        var other = organization.User(organization.North, organization.Role(PrivilegeGrant.Global, "prvReadAccount", "prvReadUser", "prvReadTeamTemplate"));

        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => Add(colleague, other)));
        Assert.Empty(organization.Seen(colleague));
    }

    [Fact]
    public void WhoHasNotThePrivilegesOfTheTemplate_IsNotAdded()
    {
        var reader = organization.User(organization.South, organization.Role(PrivilegeGrant.Basic, "prvReadAccount"));

        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => Add(reader, owner)));
        Assert.Empty(organization.Seen(reader));
    }

    [Fact]
    public void ATemplateOfAnotherTable_IsRefused()
    {
        var contact = organization.Admin.Create(new Entity("contact") { ["lastname"] = "Muster" });

        Assert.Equal(unchecked((int)0x80040203), SecuredOrganization.Code(() => organization.Admin.Execute(
            new AddUserToRecordTeamRequest { Record = new EntityReference("contact", contact), SystemUserId = colleague, TeamTemplateId = template })));
    }

    private Guid Add(Guid user, Guid by) => ((AddUserToRecordTeamResponse)organization.Dataverse.ServiceFor(by).Execute(
        new AddUserToRecordTeamRequest { Record = new EntityReference("account", account), SystemUserId = user, TeamTemplateId = template })).AccessTeamId;

    private Guid Template(AccessRights rights) => organization.Admin.Create(new Entity("teamtemplate")
    {
        ["teamtemplatename"] = "Account team",
        ["objecttypecode"] = 1,
        ["defaultaccessrightsmask"] = (int)rights,
    });
}
