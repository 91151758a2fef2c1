using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

public sealed class TraceLogTests : IDisposable
{
    private const int Off = 0, Failures = 1, All = 2;
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    [Theory]
    [InlineData(Off, 0)]
    [InlineData(Failures, 1)]
    [InlineData(All, 2)]
    public void TheTraceLog_KeepsAsMuchAsTheOrganisationWantsAlthoughTheRequestWasUndone(int setting, int kept)
    {
        organization.Service.Update(new Entity("organization", organization.Dataverse.OrganizationId) { ["plugintracelogsetting"] = new OptionSetValue(setting) });
        organization.Step("Recorder", "Create", "account", 20);
        organization.Step("Refuse", "Create", "account", 40, new StepOptions { Configuration = "No." });

        TestOrganization.Refused(() => organization.Account("Muster AG"));

        var rows = organization.Rows("plugintracelog");
        Assert.Equal(kept, rows.Count);
        if (kept == 0) return;
        var failure = rows.Single(r => r.Contains("exceptiondetails"));
        Assert.Equal("Local.Dataverse.Tests.Plugins.Refuse", failure["typename"]);
        Assert.Equal("about to refuse\r\n", failure["messageblock"]);
        Assert.Contains("No.", failure.GetAttributeValue<string>("exceptiondetails"), StringComparison.Ordinal);
    }

    [Fact]
    public void ALongTrace_KeepsItsLastTenThousandCharacters()
    {
        organization.Tracing();
        organization.Step("Chatter", "Create", "account", 20, new StepOptions { Configuration = "2000" });

        organization.Account("Muster AG");

        var text = organization.Rows("plugintracelog").Single().GetAttributeValue<string>("messageblock");
        Assert.Equal(10 * 1024, text.Length);
        Assert.EndsWith("line 2000 of many\r\n", text, StringComparison.Ordinal);
    }

    // lines, and characters of two code units before each; each run traces more than two megabytes
    [Theory]
    [InlineData("110000", 110_000)]
    [InlineData("3 x 400000", 3)]
    [InlineData("1 x 1200001", 1)]
    public void MegabytesOfTrace_FillNoRowAndLeaveItsNewestText(string configuration, int lines)
    {
        organization.Tracing();
        organization.Step("Chatter", "Create", "account", 20, new StepOptions { Configuration = configuration });

        var account = organization.Account("Muster AG");

        Assert.Equal(account, organization.Rows("account").Single().Id);
        var text = organization.Rows("plugintracelog").Single().GetAttributeValue<string>("messageblock");
        Assert.InRange(text.Length, 10 * 1024 - 1, 10 * 1024);
        Assert.EndsWith($"line {lines} of many\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', text);
    }

    [Fact]
    public void MegabytesOfTraceInAFailure_LeaveTheReasonOfTheRefusal()
    {
        organization.Tracing();
        organization.Step("Chatter", "Create", "account", 20, new StepOptions { Configuration = "110000" });
        organization.Step("Refuse", "Create", "account", 40, new StepOptions { Configuration = "No." });

        Assert.Equal("No.", TestOrganization.Refused(() => organization.Account("Muster AG")).Message);

        Assert.Empty(organization.Rows("account"));
        Assert.All(organization.Rows("plugintracelog"), row => Assert.InRange(row.GetAttributeValue<string>("messageblock").Length, 1, 10 * 1024));
        Assert.Equal(2, organization.Rows("plugintracelog").Count);
    }

    [Fact]
    public void ALongFailure_IsCutAndReachesTheCallerWhole()
    {
        organization.Tracing();
        var reason = new string('x', 20_000);
        organization.Step("Refuse", "Create", "account", 20, new StepOptions { Configuration = reason });

        Assert.Equal(reason, TestOrganization.Refused(() => organization.Account("Muster AG")).Message);

        Assert.Equal(10 * 1024, organization.Rows("plugintracelog").Single().GetAttributeValue<string>("exceptiondetails").Length);
    }
}
