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
