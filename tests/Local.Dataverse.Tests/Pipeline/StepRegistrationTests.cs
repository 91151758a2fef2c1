using System;
using System.Linq;
using Local.Dataverse.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

public sealed class StepRegistrationTests : IDisposable
{
    private readonly TestOrganization organization = new TestOrganization().Tracing();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void AStep_IsSwitchedOffAndOnAtRunTime()
    {
        var step = organization.Step("Recorder", "Create", "account", 40);
        void Switch(int state, int status) =>
            organization.Service.Update(new Entity("sdkmessageprocessingstep", step) { ["statecode"] = new OptionSetValue(state), ["statuscode"] = new OptionSetValue(status) });

        organization.Account("Eins AG");
        Switch(1, 2);
        organization.Account("Zwei AG");
        Switch(0, 1);
        organization.Account("Drei AG");

        Assert.Equal(["name:Eins AG", "name:Drei AG"], organization.Traces().Select(t => t["Target"]));
    }

    [Fact]
    public void ASecureConfiguration_ReachesThePlugInOfACallerWhoMayNotReadIt()
    {
        organization.Step("Recorder", "Create", "account", 40, new StepOptions { Configuration = "open", SecureConfiguration = "secret" });
        var secret = organization.Rows("sdkmessageprocessingstepsecureconfig").Single();
        Assert.Equal("secret", secret["secureconfig"]);
        var clerk = organization.Dataverse.ServiceFor(Clerk("prvCreateAccount", "prvReadAccount", "prvReadSdkMessageProcessingStep"));

        clerk.Create(new Entity("account") { ["name"] = "Muster AG" });

        Assert.Equal("open/secret", Assert.Single(organization.Traces())["Configuration"]);
        var query = new QueryExpression("sdkmessageprocessingstepsecureconfig") { ColumnSet = new ColumnSet("secureconfig") };
        Assert.Equal(unchecked((int)0x80040220), TestOrganization.Refused(() => clerk.RetrieveMultiple(query)).ErrorCode);
        Assert.Equal(unchecked((int)0x80040220), TestOrganization.Refused(() => clerk.Retrieve(secret.LogicalName, secret.Id, new ColumnSet("secureconfig"))).ErrorCode);
    }

    [Fact]
    public void LeavingOutLogic_NeedsAPrivilege()
    {
        organization.Step("Recorder", "Create", "account", 40);
        var may = organization.Dataverse.ServiceFor(Clerk("prvCreateAccount", "prvReadAccount", "prvBypassCustomBusinessLogic"));
        var mayNot = organization.Dataverse.ServiceFor(Clerk("prvCreateAccount", "prvReadAccount"));

        may.Execute(Bypassing("Muster AG"));

        Assert.Empty(organization.Traces());
        Assert.Equal(unchecked((int)0x80040220), TestOrganization.Refused(() => mayNot.Execute(Bypassing("Neu AG"))).ErrorCode);
        Assert.Single(organization.Rows("account"));
    }

    private static OrganizationRequest Bypassing(string name) =>
        new Microsoft.Xrm.Sdk.Messages.CreateRequest { Target = new Entity("account") { ["name"] = name }, ["BypassBusinessLogicExecution"] = "CustomSync" };

    private Guid Clerk(params string[] privileges)
    {
        var unit = new EntityReference("businessunit", organization.Dataverse.RootBusinessUnitId);
        var user = organization.Service.Create(new Entity("systemuser") { ["firstname"] = "Anna", ["lastname"] = "Muster", ["domainname"] = Guid.NewGuid().ToString("N"), ["businessunitid"] = unit });
        var role = organization.Service.Create(new Entity("role") { ["name"] = Guid.NewGuid().ToString("N"), ["businessunitid"] = unit });
        var core = organization.Dataverse.Organization;
        StandardRoles.Grant(core.Store, role, privileges.ToDictionary(p => p, _ => PrivilegeGrant.Global));
        core.Security.Forget();
        organization.Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        return user;
    }
}
