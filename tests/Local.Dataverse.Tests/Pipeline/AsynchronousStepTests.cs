using System;
using System.IO;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

public sealed class AsynchronousStepTests : IDisposable
{
    private const int Succeeded = 30, Failed = 31;
    private readonly TestOrganization organization = new TestOrganization().Tracing();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void AnAsynchronousStep_RunsOnlyWhenJobsRun_WithWhatItSawThen()
    {
        organization.Step("Recorder", "Update", "account", 40, new StepOptions
        {
            IsAsynchronous = true,
            Images = [new ImageOptions("before", 0, "name"), new ImageOptions("after", 1, "name")],
        });
        var id = organization.Account("Muster AG");
        organization.Service.Update(new Entity("account", id) { ["name"] = "Neu AG" });
        organization.Service.Delete("account", id);
        Assert.Empty(organization.Traces());

        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());

        var seen = organization.Traces().Single();
        Assert.Equal("40 Mode=1 Depth=1", seen["Stage"]);
        Assert.Equal("False", seen["InTransaction"]);
        Assert.Equal(id, Guid.Parse(seen["Row"]));
        Assert.Equal("before{name:Muster AG}", seen["Pre"]);
        Assert.Equal("after{name:Neu AG}", seen["Post"]);
        Assert.Equal("name:Neu AG", seen["Target"]);
        Assert.Equal("Update", seen["Parents"]);
    }

    [Fact]
    public void Jobs_RunInTheOrderTheyWereQueued()
    {
        organization.Step("Recorder", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        foreach (var name in new[] { "Eins", "Zwei", "Drei" }) organization.Account(name);

        Assert.Equal(3, organization.Dataverse.RunAsyncJobs());

        Assert.Equal(["name:Eins", "name:Zwei", "name:Drei"], organization.Traces().Select(t => t["Target"]));
        Assert.Equal(0, organization.Dataverse.RunAsyncJobs());
    }

    [Fact]
    public void AJobOfARequestThatFailed_IsNotThere()
    {
        organization.Step("Recorder", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Step("CreateContact", "Create", "contact", 40, new StepOptions { IsAsynchronous = true });
        organization.Step("Refuse", "Create", "account", 40, new StepOptions { Configuration = "No." });

        TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Empty(organization.Rows("asyncoperation"));
    }

    [Fact]
    public void AJobThatFails_SaysWhyAndIsNotTriedAgain()
    {
        organization.Step("Refuse", "Create", "account", 40, new StepOptions { IsAsynchronous = true, Configuration = "Not today." });
        organization.Account("Muster AG");

        organization.Dataverse.RunAsyncJobs();

        var job = organization.Rows("asyncoperation").Single();
        Assert.Equal(Failed, job.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal("Not today.", job["friendlymessage"]);
        Assert.Contains("about to refuse", job.GetAttributeValue<string>("message"), StringComparison.Ordinal);
        Assert.Equal(unchecked((int)0x80040265), job["errorcode"]);
        Assert.Equal(0, organization.Dataverse.RunAsyncJobs());
    }

    [Fact]
    public void AJobThatAsksForIt_IsTriedAgainLater()
    {
        organization.Step("SucceedAtThirdTry", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Account("Muster AG");

        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
        Assert.Equal(0, organization.Dataverse.RunAsyncJobs());
        organization.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
        organization.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());

        var job = organization.Rows("asyncoperation").Single();
        Assert.Equal(Succeeded, job.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(2, job["retrycount"]);
    }

    [Fact]
    public void AJobThatAsksAgainAndAgain_IsGivenUpAfterThreeTries()
    {
        organization.Step("RetryForever", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Account("Muster AG");

        for (var minutes = 0; minutes < 10; minutes++)
        {
            organization.Dataverse.RunAsyncJobs();
            organization.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var job = organization.Rows("asyncoperation").Single();
        Assert.Equal(Failed, job.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(3, job["retrycount"]);
    }

    // what somebody writes to a waiting job | whether it runs at once, and after an hour
    public static TheoryData<string, int, int> Interventions => new()
    {
        { "nothing", 1, 0 },
        { "cancel", 0, 0 },
        { "postpone", 0, 1 },
        { "postpone and resume", 1, 0 },
    };

    [Theory, MemberData(nameof(Interventions))]
    public void AWaitingJob_CanBeCanceledPostponedAndResumed(string intervention, int atOnce, int afterAnHour)
    {
        organization.Step("Recorder", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Account("Muster AG");
        var job = organization.Rows("asyncoperation").Single().Id;
        if (intervention == "cancel") Change(job, 3, 32, null);
        if (intervention.StartsWith("postpone", StringComparison.Ordinal)) Change(job, 1, 10, organization.Clock.GetUtcNow().UtcDateTime.AddMinutes(30));
        if (intervention.EndsWith("resume", StringComparison.Ordinal)) Change(job, 0, 0, null);

        Assert.Equal(atOnce, organization.Dataverse.RunAsyncJobs());
        organization.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(afterAnHour, organization.Dataverse.RunAsyncJobs());
    }

    private void Change(Guid job, int state, int status, DateTime? until)
    {
        var change = new Entity("asyncoperation", job) { ["statecode"] = new OptionSetValue(state), ["statuscode"] = new OptionSetValue(status) };
        if (until is not null) change["postponeuntil"] = until;
        organization.Service.Update(change);
    }

    [Fact]
    public void AJobAboutARowThatWasDeleted_RegardsNothingAndRuns()
    {
        organization.Step("Recorder", "Delete", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Service.Delete("account", organization.Account("Muster AG"));

        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());

        Assert.False(organization.Rows("asyncoperation").Single().Contains("regardingobjectid"));
    }

    [Fact]
    public void AJobOfAStepThatWasSwitchedOff_IsCanceled()
    {
        var step = organization.Step("Recorder", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Account("Muster AG");
        organization.Service.Update(new Entity("sdkmessageprocessingstep", step) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });

        organization.Dataverse.RunAsyncJobs();

        Assert.Equal(32, organization.Rows("asyncoperation").Single().GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Empty(organization.Traces());
    }

    [Fact]
    public void AJobToBeDeletedWhenDone_LeavesNoRow()
    {
        organization.Step("Recorder", "Create", "account", 40, new StepOptions { IsAsynchronous = true, DeleteJobWhenDone = true });
        organization.Account("Muster AG");

        organization.Dataverse.RunAsyncJobs();

        Assert.Empty(organization.Rows("asyncoperation"));
    }

    [Fact]
    public void AJobThatQueuesItselfForever_IsStoppedByTheLoopGuard()
    {
        organization.Step("CountUp", "Update", "account", 40, new StepOptions { IsAsynchronous = true, FilteringColumns = "numberofemployees" });
        var id = organization.Account("Muster AG");
        organization.Service.Update(new Entity("account", id) { ["numberofemployees"] = 0 });

        Assert.Equal(8, organization.Dataverse.RunAsyncJobs());

        var jobs = organization.Rows("asyncoperation");
        Assert.Equal(7, jobs.Count(j => j.GetAttributeValue<OptionSetValue>("statuscode").Value == Succeeded));
        Assert.Equal(unchecked((int)0x80044182), jobs.Single(j => j.GetAttributeValue<OptionSetValue>("statuscode").Value == Failed)["errorcode"]);
        Assert.Equal(7, organization.Rows("account").Single()["numberofemployees"]);
    }

    [Fact]
    public void AJobInAFile_RunsAfterTheOrganisationWasClosed()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var before = new TestOrganization(path: path))
            {
                before.Step("CreateContact", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
                before.Account("Muster AG");
            }

            using var after = new TestOrganization(path: path);

            Assert.Equal(1, after.Dataverse.RunAsyncJobs());
            Assert.Equal("of Create", after.Rows("contact").Single()["lastname"]);
        }
        finally
        {
            foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*")) File.Delete(file);
        }
    }

    [Fact]
    public void AJobThatFails_DoesNotTakeTheRowThatCausedItBack()
    {
        organization.Step("CreateContact", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Step("Refuse", "Create", "contact", 40, new StepOptions { Configuration = "No." });
        organization.Account("Muster AG");

        organization.Dataverse.RunAsyncJobs();

        Assert.Empty(organization.Rows("contact"));
        Assert.Single(organization.Rows("account"));
        Assert.Equal(Failed, organization.Rows("asyncoperation").Single().GetAttributeValue<OptionSetValue>("statuscode").Value);
    }
}
