using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Security;

/// <summary>A caller who may create accounts and nothing else, and a step that creates a contact for each.</summary>
public sealed class PluginRightsTests : IDisposable
{
    private readonly TestOrganization organization = new();
    private readonly Guid caller;

    public PluginRightsTests()
    {
        var role = organization.Service.Create(new Entity("role") { ["name"] = "Accounts", ["businessunitid"] = new EntityReference("businessunit", organization.Dataverse.RootBusinessUnitId) });
        organization.Service.Execute(new AddPrivilegesRoleRequest
        {
            RoleId = role,
            Privileges = [.. new[] { "prvCreateAccount", "prvReadAccount" }.Select(p => new RolePrivilege(PrivilegeDepth.Global, organization.Rows("privilege", "name", p).Single().Id, Guid.Empty))],
        });
        caller = organization.Write(new Entity("systemuser")
        {
            ["lastname"] = "Muster",
            ["domainname"] = "muster@local",
            ["businessunitid"] = new EntityReference("businessunit", organization.Dataverse.RootBusinessUnitId),
        });
        organization.Service.Associate("systemuser", caller, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
    }

    [Fact]
    public void AStep_HasTheRightsOfItsCaller_AndItsRefusalTakesAllBack()
    {
        organization.Step("CreateContact", "Create", "account", 40, new StepOptions { Configuration = "user" });

        var fault = TestOrganization.Refused(Create);

        // The plug-in did not expect it: decision 0005.
        Assert.Equal(unchecked((int)0x80040224), fault.ErrorCode);
        Assert.Contains("prvCreateContact", fault.Message, StringComparison.Ordinal);
        Assert.Empty(organization.Rows("account"));
    }

    [Fact]
    public void AStepThatRunsAsAnotherUser_HasHisRights()
    {
        organization.Step("CreateContact", "Create", "account", 40, new StepOptions { Configuration = "user", ImpersonatedUser = organization.User("Dora") });

        Create();

        Assert.Single(organization.Rows("contact"));
    }

    [Fact]
    public void AStepThatActsAsSystem_MayDoEverything()
    {
        organization.Step("CreateContact", "Create", "account", 40, new StepOptions { Configuration = "system" });

        Create();

        Assert.Single(organization.Rows("contact"));
    }

    [Fact]
    public void TheStepsOfTheTransaction_DoNotRun_WhenTheCallerMayNot()
    {
        organization.Step("Refuse", "Create", "contact", 20, new StepOptions { Configuration = "Too late." });

        var fault = TestOrganization.Refused(() => organization.Dataverse.ServiceFor(caller).Create(new Entity("contact") { ["lastname"] = "A" }));

        Assert.Equal(SecuredOrganization.PrivilegeDenied, fault.ErrorCode);
    }

    [Fact]
    public void StepsBeforeTheTransaction_RunBeforeTheCheck()
    {
        organization.Step("Refuse", "Create", "contact", 10, new StepOptions { Configuration = "Not today." });

        Assert.Equal("Not today.", TestOrganization.Refused(() => organization.Dataverse.ServiceFor(caller).Create(new Entity("contact") { ["lastname"] = "A" })).Message);
    }

    [Theory]
    [InlineData("prvReadAccount", 0)]
    [InlineData("prvReadContact", SecuredOrganization.PrivilegeDenied)]
    public void ACustomApi_AsksForItsPrivilege(string privilege, int expected)
    {
        organization.CustomApi("tst_Nothing", "DoNothing", 0, 0, [], []);
        organization.Service.Update(new Entity("customapi", organization.Rows("customapi").Single().Id) { ["executeprivilegename"] = privilege });

        Assert.Equal(expected, SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(caller).Execute(new OrganizationRequest("tst_Nothing"))));
        organization.Service.Execute(new OrganizationRequest("tst_Nothing"));
    }

    private void Create() => organization.Dataverse.ServiceFor(caller).Create(new Entity("account") { ["name"] = "Muster AG" });

    public void Dispose() => organization.Dispose();
}
