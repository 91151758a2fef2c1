using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

public sealed class StageTests : IDisposable
{
    private const string None = "";
    private readonly TestOrganization organization = new TestOrganization().Tracing();

    public void Dispose() => organization.Dispose();

    // message, stage | in transaction, row known, output, pre-image, post-image
    public static TheoryData<string, int, bool, bool, string, string, string> Stages => new()
    {
        { "Create", 10, false, false, None, None, None },
        { "Create", 20, true, false, None, None, None },
        { "Create", 40, true, true, "id", None, "after{name:Muster AG}" },
        { "Update", 10, false, true, None, "before{name:Muster AG}", None },
        { "Update", 20, true, true, None, "before{name:Muster AG}", None },
        { "Update", 40, true, true, None, "before{name:Muster AG}", "after{name:Neu AG}" },
        { "Delete", 10, false, true, None, "before{name:Neu AG}", None },
        { "Delete", 20, true, true, None, "before{name:Neu AG}", None },
        { "Delete", 40, true, true, None, "before{name:Neu AG}", None },
    };

    [Theory, MemberData(nameof(Stages))]
    public void AStage_SeesWhatThePlatformShowsThere(
        string message, int stage, bool inTransaction, bool rowKnown, string output, string preImage, string postImage)
    {
        var images = message == "Create"
            ? [new ImageOptions("after", 1, "name")]
            : message == "Delete" ? new[] { new ImageOptions("before", 0, "name") } : [new ImageOptions("before", 0, "name"), new ImageOptions("after", 1, "name")];
        organization.Step("Recorder", message, "account", stage, new StepOptions { Images = images, Configuration = "open", SecureConfiguration = "secret" });

        var id = organization.Account("Muster AG");
        organization.Service.Update(new Entity("account", id) { ["name"] = "Neu AG" });
        organization.Service.Delete("account", id);

        var seen = Assert.Single(organization.Traces());
        Assert.Equal("open/secret", seen["Configuration"]);
        Assert.Equal($"{message} of account", seen["Message"]);
        Assert.Equal($"{stage} Mode=0 Depth=1", seen["Stage"]);
        Assert.Equal(inTransaction.ToString(), seen["InTransaction"]);
        Assert.Equal(rowKnown ? id : Guid.Empty, Guid.Parse(seen["Row"]));
        Assert.Equal("Target", seen["Input"]);
        Assert.Equal(output, seen["Output"]);
        Assert.Equal(preImage, seen["Pre"]);
        Assert.Equal(postImage, seen["Post"]);
        Assert.Equal(stage == 10 ? None : message, seen["Parents"]);
        Assert.Equal($"{organization.Dataverse.AdministratorId} Initiating={organization.Dataverse.AdministratorId}", seen["User"]);
        Assert.Equal($"Recorder: {message} of account", seen["Extension"]);
    }

    [Theory]
    [InlineData(10, 10, "first", None)]
    [InlineData(10, 20, None, "first")]
    [InlineData(10, 40, None, "first")]
    [InlineData(20, 40, "first", None)]
    public void AVariableSharedInPreValidation_IsFoundInTheParentContextAfterwards(int sharedIn, int seenIn, string shared, string inParent)
    {
        organization.Step("Share", "Create", "account", sharedIn, new StepOptions { Rank = 1, Configuration = "first" });
        organization.Step("Recorder", "Create", "account", seenIn, new StepOptions { Rank = 2 });

        organization.Account("Muster AG");

        var seen = organization.Traces().Single(t => t.ContainsKey("Shared"));
        Assert.Equal(shared, seen["Shared"]);
        Assert.Equal(inParent, seen["ParentShared"]);
    }

    [Fact]
    public void StepsOfOneStage_RunInTheOrderOfTheirRank()
    {
        foreach (var rank in new[] { 30, 10, 20 })
        {
            organization.Step("Recorder", "Create", "account", 40, new StepOptions { Rank = rank, Configuration = $"{rank}" });
        }

        organization.Account("Muster AG");

        Assert.Equal(["10/", "20/", "30/"], organization.Traces().Select(t => t["Configuration"]));
    }

    [Theory]
    [InlineData("telephone1", 0)]
    [InlineData("name", 1)]
    public void AnUpdateStepWithFilteringColumns_WakesOnlyForOneOfThem(string column, int runs)
    {
        organization.Step("Recorder", "Update", "account", 20, new StepOptions { FilteringColumns = "name,websiteurl" });
        var id = organization.Account("Muster AG");

        organization.Service.Update(new Entity("account", id) { [column] = "x" });

        Assert.Equal(runs, organization.Traces().Count);
    }

    [Fact]
    public void AColumnSetBeforeTheMainOperation_IsStored()
    {
        organization.Step("Describe", "Create", "account", 20);

        var id = organization.Account("Muster AG");

        Assert.Equal("plugin saw Muster AG", organization.Service.Retrieve("account", id, new("description"))["description"]);
    }

    [Fact]
    public void TheSendersOwnObject_IsNotChangedByPlugins()
    {
        organization.Step("Describe", "Create", "account", 20);
        var account = new Entity("account") { ["name"] = "Muster AG" };

        organization.Service.Create(account);

        Assert.False(account.Contains("description"));
        Assert.Equal(Guid.Empty, account.Id);
    }

    [Theory]
    [InlineData("Retrieve")]
    [InlineData("RetrieveMultiple")]
    public void APostOperationStepOnRetrieve_ChangesWhatTheCallerGets(string message)
    {
        organization.Step("HideNames", message, "account", 40);
        var id = organization.Account("Muster AG");

        var name = message == "Retrieve"
            ? organization.Service.Retrieve("account", id, new("name"))["name"]
            : organization.Rows("account").Single()["name"];

        Assert.Equal("hidden", name);
    }

    [Fact]
    public void AStepThatIsDisabled_DoesNotRun()
    {
        var step = organization.Step("Describe", "Create", "account", 20);
        organization.Service.Update(new Entity("sdkmessageprocessingstep", step) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });

        var id = organization.Account("Muster AG");

        Assert.False(organization.Service.Retrieve("account", id, new("description")).Contains("description"));
    }

    [Fact]
    public void AStateSetWithOtherColumns_RunsUpdateStepsTwice()
    {
        organization.Step("Recorder", "Update", "account", 20);
        var id = organization.Account("Muster AG");

        organization.Service.Update(new Entity("account", id) { ["name"] = "Neu AG", ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });

        Assert.Equal(["name:Neu AG", "statecode:1,statuscode:2"], organization.Traces().Select(t => t["Target"]));
    }
}
