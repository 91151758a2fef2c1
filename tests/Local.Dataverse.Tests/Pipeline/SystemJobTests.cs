using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Tests.Import;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

/// <summary>The rows of system jobs: where they stand, what may be done to them, and in which order they run.</summary>
public sealed class SystemJobTests : IDisposable
{
    private const int Ready = 0, Suspended = 1, Locked = 2, Completed = 3;
    private const int InProgress = 20, Pausing = 21, Canceling = 22, Succeeded = 30, Failed = 31, Canceled = 32;
    private readonly TestOrganization organization = new TestOrganization().Tracing();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void AJob_IsReadyThenLockedWhileItRunsThenCompleted()
    {
        organization.Step("ChangeOwnJob", "Create", "account", 40, new StepOptions { IsAsynchronous = true, Configuration = "look" });
        organization.Account("Muster AG");
        Assert.Equal((Ready, 0), StateOf(Job()));

        organization.Dataverse.RunAsyncJobs();

        var seen = organization.Traces().Single();
        Assert.Equal(("2", "20"), (seen["State"], seen["Status"]));
        Assert.Equal("True", seen["Started"]);
        var job = Job();
        Assert.Equal((Completed, Succeeded), StateOf(job));
        Assert.True(job.GetAttributeValue<DateTime>("startedon") < job.GetAttributeValue<DateTime>("completedon"));
        Assert.Equal((job.GetAttributeValue<DateTime>("completedon") - job.GetAttributeValue<DateTime>("startedon")).TotalSeconds, job["executiontimespan"]);
    }

    // what a running job does to its own row | the status reason it then has | state and status reason in the end
    public static TheoryData<string, string?, int, int> AskedWhileRunning => new()
    {
        { "cancel", $"{Canceling}", Completed, Canceled },
        { "cancel, retry", $"{Canceling}", Completed, Canceled },
        { "pause", $"{Pausing}", Completed, Succeeded },
        { "pause, retry", $"{Pausing}", Suspended, 10 },
        { "retry", null, Suspended, 10 },
    };

    [Theory, MemberData(nameof(AskedWhileRunning))]
    public void AJobThatIsCanceledOrPausedWhileItRuns_EndsAsAskedWhenItsStepHasEnded(string asked, string? then, int state, int status)
    {
        organization.Step("ChangeOwnJob", "Create", "account", 40, new StepOptions { IsAsynchronous = true, Configuration = asked });
        organization.Account("Muster AG");

        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());

        Assert.Equal(then, organization.Traces().Single().GetValueOrDefault("Then"));
        Assert.Equal((state, status), StateOf(Job()));
    }

    [Fact]
    public void AJobThatDeletesItsOwnRow_LeavesNone()
    {
        organization.Step("ChangeOwnJob", "Create", "account", 40, new StepOptions { IsAsynchronous = true, Configuration = "delete" });
        organization.Account("Muster AG");

        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());

        Assert.Empty(organization.Rows("asyncoperation"));
    }

    [Fact]
    public void AJobPausedWhileItRan_WaitsUntilItIsResumed()
    {
        organization.Step("ChangeOwnJob", "Create", "account", 40, new StepOptions { IsAsynchronous = true, Configuration = "pause, retry" });
        organization.Account("Muster AG");
        organization.Dataverse.RunAsyncJobs();
        organization.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, organization.Dataverse.RunAsyncJobs());

        Change(Job().Id, Ready, 0);

        Assert.Equal((Ready, 0), StateOf(Job()));
        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
    }

    // state it is in | what is asked | code of the refusal
    public static TheoryData<int, int, int?, uint> Refusals => new()
    {
        { Ready, Suspended, 10, 0x80044167 },     // it has not begun
        { Ready, Locked, 20, 0x80044162 },
        { Ready, Completed, Succeeded, 0x80044165 },
        { Ready, Completed, Failed, 0x80044165 },
        { Completed, Ready, 0, 0x80044166 },
        { Completed, Suspended, 10, 0x80044167 },
        { Completed, Completed, Canceled, 0x80044165 },
        { Completed, Completed, Succeeded, 0 },   // nothing changes
        { Suspended, Locked, 20, 0x80044162 },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void AChangeOfStateThePlatformDoesNotAllow_IsRefusedWithItsCode(int from, int to, int? status, uint code)
    {
        organization.Step("Recorder", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Account("Muster AG");
        if (from == Completed) organization.Dataverse.RunAsyncJobs();
        if (from == Suspended) organization.Service.Update(new Entity("asyncoperation", Job().Id) { ["postponeuntil"] = Now().AddHours(1) });
        var before = StateOf(Job());
        Assert.Equal(from, before.State);

        if (code == 0) Change(Job().Id, to, status);
        else Assert.Equal(unchecked((int)code), TestOrganization.Refused(() => Change(Job().Id, to, status)).ErrorCode);

        Assert.Equal(before, StateOf(Job()));
    }

    [Fact]
    public void APatternOnAJobThatDoesNotRecur_IsRefused()
    {
        organization.Step("Recorder", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Account("Muster AG");

        var fault = TestOrganization.Refused(() => organization.Service.Update(new Entity("asyncoperation", Job().Id) { ["recurrencepattern"] = "FREQ=DAILY;" }));

        Assert.Equal(unchecked((int)0x80044168), fault.ErrorCode);
    }

    [Fact]
    public void AJobOfThePlatform_CannotBeCanceled()
    {
        var id = organization.Write(new Entity("asyncoperation") { ["name"] = "Statistics", ["operationtype"] = new OptionSetValue(16) });

        Assert.Equal(unchecked((int)0x80044F00), TestOrganization.Refused(() => Change(id, Completed, Canceled)).ErrorCode);
    }

    [Fact]
    public void PostponeUntilAlone_SuspendsTheJobUntilThen()
    {
        organization.Step("Recorder", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Account("Muster AG");

        organization.Service.Update(new Entity("asyncoperation", Job().Id) { ["postponeuntil"] = Now().AddHours(1) });

        Assert.Equal((Suspended, 10), StateOf(Job()));
        Assert.Equal(0, organization.Dataverse.RunAsyncJobs());
        organization.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
        Assert.Equal((Completed, Succeeded), StateOf(Job()));
    }

    [Fact]
    public void JobsWithOneDependencyToken_WaitForThePostponedOneAndKeepTheirOrder()
    {
        organization.Step("Recorder", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        foreach (var name in new[] { "Eins", "Zwei", "Drei", "Vier" }) organization.Account(name);
        var jobs = organization.Rows("asyncoperation").OrderBy(j => j["sequence"]).ToArray();
        foreach (var job in jobs.Where((_, i) => i != 1)) Depend(job.Id, "together");
        organization.Service.Update(new Entity("asyncoperation", jobs[0].Id) { ["postponeuntil"] = Now().AddHours(1) });

        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
        Assert.Equal(["name:Zwei"], organization.Traces().Select(t => t["Target"]));

        organization.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, organization.Dataverse.RunAsyncJobs());
        Assert.Equal(["name:Zwei", "name:Eins", "name:Drei", "name:Vier"], organization.Traces().Select(t => t["Target"]));
    }

    [Fact]
    public void AJobThatWaitsForOneThatAsksForAnotherTry_RunsAfterIt()
    {
        organization.Step("SucceedAtThirdTry", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
        organization.Step("Recorder", "Create", "contact", 40, new StepOptions { IsAsynchronous = true });
        organization.Account("Muster AG");
        organization.Service.Create(new Entity("contact") { ["lastname"] = "Muster" });
        foreach (var job in organization.Rows("asyncoperation")) Depend(job.Id, "together");

        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
        organization.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
        organization.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(2, organization.Dataverse.RunAsyncJobs());

        Assert.All(organization.Rows("asyncoperation"), job => Assert.Equal((Completed, Succeeded), StateOf(job)));
    }

    [Fact]
    public void AJobThatWasRunningWhenTheProcessDied_RunsAgain()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var before = new TestOrganization(path: path))
            {
                before.Step("CreateContact", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
                before.Account("Muster AG");
                Write(before, new Entity("asyncoperation", before.Rows("asyncoperation").Single().Id) { ["statecode"] = new OptionSetValue(Locked), ["statuscode"] = new OptionSetValue(InProgress) });
            }

            using var after = new TestOrganization(path: path);

            Assert.Equal(1, after.Dataverse.RunAsyncJobs());
            Assert.Single(after.Rows("contact"));
            Assert.Equal((Completed, Succeeded), StateOf(after.Rows("asyncoperation").Single()));
        }
        finally
        {
            foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*")) File.Delete(file);
        }
    }

    [Fact]
    public void ExecuteAsync_QueuesAJobThatCarriesTheRequestOut()
    {
        var (kept, gone) = (organization.Account("Kept"), organization.Account("Gone"));
        var merge = new MergeRequest { Target = new EntityReference("account", kept), SubordinateId = gone, UpdateContent = new Entity("account") { ["telephone1"] = "+41 44 000 00 00" } };

        var id = ((ExecuteAsyncResponse)organization.Service.Execute(new ExecuteAsyncRequest { Request = merge })).AsyncJobId;

        Assert.Equal(54, Job().GetAttributeValue<OptionSetValue>("operationtype").Value);
        Assert.Equal(id, Job().Id);
        Assert.Equal(0, organization.Rows("account", "name", "Gone").Single().GetAttributeValue<OptionSetValue>("statecode").Value);

        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());

        Assert.Equal((Completed, Succeeded), StateOf(Job()));
        Assert.Equal(1, organization.Rows("account", "name", "Gone").Single().GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal("+41 44 000 00 00", organization.Rows("account", "name", "Kept").Single()["telephone1"]);
    }

    [Fact]
    public void ASolutionImportedByAJob_IsThereAfterwards()
    {
        var import = new ImportSolutionRequest { CustomizationFile = new TestSolution().Zip().ToArray() };
        organization.Service.Execute(new ExecuteAsyncRequest { Request = import });
        var before = organization.Dataverse.Schema.Tables.Count;

        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());

        Assert.Equal((Completed, Succeeded), StateOf(Job()));
        Assert.True(organization.Dataverse.Schema.Tables.Count > before);
    }

    [Fact]
    public void AJobWhoseRequestIsRefused_SaysWhy()
    {
        var account = organization.Account("Muster AG");
        organization.Service.Execute(new ExecuteAsyncRequest { Request = new MergeRequest { Target = new EntityReference("account", account), SubordinateId = account } });

        organization.Dataverse.RunAsyncJobs();

        Assert.Equal((Completed, Failed), StateOf(Job()));
        Assert.NotEqual(0, Job()["errorcode"]);
    }

    [Fact]
    public void ARequestThatCannotBeExecutedAsynchronously_IsRefusedAtOnce()
    {
        var fault = TestOrganization.Refused(() => organization.Service.Execute(new ExecuteAsyncRequest { Request = new WhoAmIRequest() }));

        Assert.Equal(unchecked((int)0x80040203), fault.ErrorCode);
        Assert.Contains("WhoAmI", fault.Message, StringComparison.Ordinal);
        Assert.Empty(organization.Rows("asyncoperation"));
    }

    private Entity Job() => organization.Rows("asyncoperation").Single();

    private DateTime Now() => organization.Clock.GetUtcNow().UtcDateTime;

    private void Change(Guid job, int state, int? status)
    {
        var change = new Entity("asyncoperation", job) { ["statecode"] = new OptionSetValue(state) };
        if (status is { } reason) change["statuscode"] = new OptionSetValue(reason);
        organization.Service.Update(change);
    }

    // "Dependencies are established when a system job is created", and those of steps have none: the platform's own write is the only way to one.
    private void Depend(Guid job, string token) => Write(organization, new Entity("asyncoperation", job) { ["dependencytoken"] = token });

    private static void Write(TestOrganization organization, Entity change)
    {
        using var unit = new UnitOfWork(organization.Dataverse.Organization, new RequestRun());
        unit.Update(organization.Dataverse.Organization.PlatformContext(), change);
        unit.Commit();
    }

    private static (int State, int Status) StateOf(Entity job) =>
        (job.GetAttributeValue<OptionSetValue>("statecode").Value, job.GetAttributeValue<OptionSetValue>("statuscode").Value);
}
