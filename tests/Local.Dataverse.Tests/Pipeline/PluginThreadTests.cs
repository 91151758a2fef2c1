using System;
using System.Linq;
using System.Threading;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

/// <summary>Plug-ins that start threads, and what a plug-in may see of the process it runs in.</summary>
public sealed class PluginThreadTests : IDisposable
{
    private readonly TestOrganization organization = new(TimeSpan.FromSeconds(20));

    public void Dispose() => organization.Dispose();

    [Fact]
    public void ThreadsOfAPlugin_WriteOneAfterTheOtherInItsTransaction_AndWakeTheirOwnPlugins()
    {
        organization.Step("CreateInParallel", "Create", "account", 40, new StepOptions { Configuration = "16" });
        organization.Step("Describe", "Create", "contact", 20);

        organization.Account("Muster AG");

        var contacts = organization.Rows("contact");
        Assert.Equal(16, contacts.Select(c => c["lastname"]).Distinct().Count());
        Assert.All(contacts, c => Assert.Equal("plugin saw ", c["description"]));
    }

    [Fact]
    public void ThreadsOfAPluginThatIsRefusedLater_LeaveNothing()
    {
        organization.Step("CreateInParallel", "Create", "account", 40, new StepOptions { Configuration = "4", Rank = 1 });
        organization.Step("Refuse", "Create", "account", 40, new StepOptions { Configuration = "No.", Rank = 2 });

        TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Empty(organization.Rows("contact"));
    }

    [Fact]
    public void AThreadThatOutlivesItsPlugin_CannotWriteAnyMore()
    {
        organization.Step("WriteLater", "Create", "account", 40);
        organization.Step("WriteLater", "Update", "account", 40);
        var id = organization.Account("Muster AG");

        var fault = TestOrganization.Refused(() => organization.Service.Update(new Entity("account", id) { ["name"] = "Muster & Co" }));

        Assert.Equal("The plug-in has ended; its organization service cannot be used any more.", fault.Message);
        Assert.Empty(organization.Rows("contact"));
    }

    [Fact]
    public void ALibraryThatOnlyTheHostHas_IsNotFound()
    {
        organization.Step("UseForeignLibrary", "Create", "account", 20);

        var fault = TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Contains("Could not load file or assembly 'Mono.Cecil", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SixteenThreads_WorkOnOneOrganizationWithoutLosingAWrite()
    {
        organization.Step("CreateContact", "Create", "account", 40);
        var failures = 0;
        var threads = Enumerable.Range(0, 16).Select(t => new Thread(() =>
        {
            for (var i = 0; i < 20; i++)
            {
                try
                {
                    var id = organization.Account($"{t}-{i}");
                    organization.Service.Update(new Entity("account", id) { ["numberofemployees"] = i });
                }
                catch (System.ServiceModel.FaultException<OrganizationServiceFault>)
                {
                    Interlocked.Increment(ref failures);
                }
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        var accounts = organization.Rows("account");
        Assert.Equal(0, failures);
        Assert.Equal(320, accounts.Select(a => a["name"]).Distinct().Count());
        Assert.Equal(320, accounts.Select(a => a.RowVersion).Distinct().Count());
        Assert.Equal(16 * Enumerable.Range(0, 20).Sum(), accounts.Sum(a => a.GetAttributeValue<int>("numberofemployees")));
        Assert.Equal(320, organization.Rows("contact").Count);
    }
}
