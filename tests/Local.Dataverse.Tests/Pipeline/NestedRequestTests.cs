using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

public sealed class NestedRequestTests : IDisposable
{
    private readonly TestOrganization organization = new TestOrganization().Tracing();

    public void Dispose() => organization.Dispose();

    [Theory]
    [InlineData(20, true)]
    [InlineData(40, true)]
    public void ARequestOfAPlugin_IsOneDeeperAndKnowsItsParent(int stage, bool inTransaction)
    {
        organization.Step("CreateContact", "Create", "account", stage);
        organization.Step("Recorder", "Create", "contact", 40);

        organization.Account("Muster AG");

        var seen = organization.Traces().Single(t => t.ContainsKey("Stage"));
        Assert.Equal("40 Mode=0 Depth=2", seen["Stage"]);
        Assert.Equal("Create<Create<Create", seen["Parents"]);
        Assert.Equal(inTransaction.ToString(), seen["InTransaction"]);
    }

    [Fact]
    public void ObserversSee_WhoSentEachRequestAndHowDeep()
    {
        organization.Step("CreateContact", "Create", "account", 40);
        var seen = new List<RequestObservation>();
        using (organization.Dataverse.ObserveRequests(seen.Add)) organization.Account("Muster AG");

        organization.Account("Unseen AG");

        Assert.Equal(
            [new RequestObservation("Create", "account", 1, null), new RequestObservation("Create", "contact", 2, "Local.Dataverse.Tests.Plugins.CreateContact")],
            seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnObserver_MaySendRequestsWhileAPluginRuns(bool isAsynchronous)
    {
        using var hurried = new TestOrganization(pluginTimeout: TimeSpan.FromSeconds(20));
        hurried.Step("CreateContact", "Create", "account", 40, new StepOptions { IsAsynchronous = isAsynchronous });
        var seen = new List<int>();
        using (hurried.Dataverse.ObserveRequests(request =>
        {
            if (request.MessageName == "Create" && request.Table == "contact") seen.Add(hurried.Rows("account").Count);
        }))
        {
            hurried.Account("Muster AG");
            hurried.Dataverse.RunAsyncJobs();
        }

        Assert.Equal([1], seen);
        Assert.Single(hurried.Rows("contact"));
    }

    [Fact]
    public void AStepThatRunsAsAnotherUser_ActsInHisName()
    {
        var deputy = organization.User("Dora");
        organization.Step("CreateContact", "Create", "account", 40, new StepOptions { ImpersonatedUser = deputy, Configuration = "user" });
        organization.Step("Recorder", "Create", "contact", 40);

        var account = organization.Account("Muster AG");

        Assert.Equal(deputy, organization.Rows("contact").Single().GetAttributeValue<EntityReference>("createdby").Id);
        Assert.Equal(organization.Dataverse.AdministratorId, organization.Rows("account", "accountid", account).Single().GetAttributeValue<EntityReference>("createdby").Id);
        Assert.Equal($"{deputy} Initiating={deputy}", organization.Traces().Single(t => t.ContainsKey("User"))["User"]);
    }

    [Fact]
    public void APluginThatActsAsSystem_WritesAsSystem()
    {
        var user = organization.User("Uwe");
        organization.Step("CreateContact", "Create", "account", 40, new StepOptions { Configuration = "system" });

        organization.Dataverse.ServiceFor(user).Create(new Entity("account") { ["name"] = "Muster AG" });

        Assert.Equal("SYSTEM", organization.Rows("contact").Single().GetAttributeValue<EntityReference>("createdby").Name);
    }

    [Fact]
    public void ARefusalFurtherDown_ReachesTheCallerAsItIs()
    {
        organization.Step("CreateContact", "Create", "account", 40);
        organization.Step("Refuse", "Create", "contact", 20, new StepOptions { Configuration = "No contacts." });

        var fault = TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Equal(unchecked((int)0x80040265), fault.ErrorCode);
        Assert.Equal("No contacts.", fault.Message);
    }

    [Fact]
    public void APlatformErrorAPluginDoesNotCatch_IsUnexpectedWithTheErrorInside()
    {
        organization.Step("CountUp", "Delete", "account", 40);
        var id = organization.Account("Muster AG");

        var fault = TestOrganization.Refused(() => organization.Service.Delete("account", id));

        Assert.Equal(unchecked((int)0x80040224), fault.ErrorCode);
        Assert.Equal(unchecked((int)0x80040217), fault.InnerFault.ErrorCode);
        Assert.Single(organization.Rows("account"));
    }

    [Fact]
    public void AUserWhoDoesNotExist_CannotSendRequests()
    {
        var nobody = organization.Dataverse.ServiceFor(Guid.NewGuid());

        Assert.Equal(unchecked((int)0x80040217), TestOrganization.Refused(() => nobody.Create(new Entity("account") { ["name"] = "x" })).ErrorCode);
    }
}
