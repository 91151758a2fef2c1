using System;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Local.Dataverse;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Local.Reliability.Tests.Limits;

/// <summary>Service protection limits, each user in a sliding window of five minutes, with the platform's codes and words.</summary>
public sealed class ServiceProtectionTests : IDisposable
{
    private readonly SteppingClock clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly Dataverse.LocalDataverse dataverse;

    public ServiceProtectionTests() =>
        dataverse = Dataverse.LocalDataverse.Open(new LocalDataverseOptions { Clock = clock, ServiceProtection = ServiceProtectionLimits.Platform });

    private IOrganizationService Service => dataverse.AdministratorService;

    public void Dispose() => dataverse.Dispose();

    [Fact]
    public void TheRequestAfterSixThousand_IsRefusedUntilTheFirstLeavesTheWindow()
    {
        Ask();
        clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 1; i < 6000; i++) Ask();
        Refused(0x80072322, "Number of requests exceeded the limit of 6000 over the time window of 300 seconds.", TimeSpan.FromMinutes(4));
        clock.Advance(TimeSpan.FromMinutes(4));
        Ask();
        Refused(0x80072322, "Number of requests exceeded the limit of 6000 over the time window of 300 seconds.", TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void AnotherUser_HasLimitsOfHisOwn()
    {
        for (var i = 0; i < 6000; i++) Ask();
        Assert.Equal(dataverse.Organization.SystemUserId, ((WhoAmIResponse)dataverse.ServiceFor(dataverse.Organization.SystemUserId).Execute(new WhoAmIRequest())).UserId);
    }

    [Fact]
    public void ABatch_CountsOnce()
    {
        var batch = new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings(), Requests = [.. Enumerable.Range(0, 1000).Select(_ => new WhoAmIRequest())] };
        for (var i = 0; i < 7; i++) Assert.False(((ExecuteMultipleResponse)Service.Execute(batch)).IsFaulted);
    }

    [Fact]
    public void TwentyMinutesOfExecution_AreEnoughForOneWindow()
    {
        using (dataverse.ObserveRequests(_ => clock.Advance(TimeSpan.FromSeconds(30))))
        {
            for (var i = 0; i < 10; i++) Ask();
        }
        using (dataverse.ObserveRequests(_ => clock.Advance(TimeSpan.FromMinutes(18)))) Ask();
        // The ten before have left the window meanwhile, so that two minutes are left; they are used up to the last second.
        using (dataverse.ObserveRequests(_ => clock.Advance(TimeSpan.FromMinutes(2)))) Ask();
        Refused(
            0x80072321,
            "Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.",
            TimeSpan.FromMinutes(3));
        clock.Advance(TimeSpan.FromMinutes(3));
        Ask();
    }

    [Fact]
    public async Task TheFiftyThirdRequestAtATime_IsRefusedAtOnce()
    {
        using var go = new ManualResetEventSlim();
        using var observation = dataverse.ObserveRequests(_ => go.Wait(TestContext.Current.CancellationToken));
        var refused = new CountdownEvent(1);
        var answered = 0;
        var clients = Enumerable.Range(0, 53).Select(_ => Task.Factory.StartNew(
            () =>
            {
                try
                {
                    Ask();
                    Interlocked.Increment(ref answered);
                    return null;
                }
                catch (FaultException<OrganizationServiceFault> fault)
                {
                    refused.Signal();
                    return fault.Detail;
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        // One is refused while the other 52 still wait: the first for the observer, the rest for the first.
        Assert.True(refused.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(0, answered);
        go.Set();
        var faults = (await Task.WhenAll(clients)).OfType<OrganizationServiceFault>().ToList();
        Assert.Equal((unchecked((int)0x80072326), "Number of concurrent requests exceeded the limit of 52."), (Assert.Single(faults).ErrorCode, faults[0].Message));
        Assert.True((TimeSpan)faults[0].ErrorDetails["Retry-After"] > TimeSpan.Zero);
        Ask();
    }

    [Fact]
    public void WithoutTheSwitch_NothingIsLimited()
    {
        using var free = Dataverse.LocalDataverse.Open(new LocalDataverseOptions { Clock = clock });
        for (var i = 0; i < 6001; i++) free.AdministratorService.Execute(new WhoAmIRequest());
    }

    private void Ask() => Service.Execute(new WhoAmIRequest());

    private void Refused(uint code, string message, TimeSpan wait)
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(Ask).Detail;
        Assert.Equal((unchecked((int)code), message, wait), (fault.ErrorCode, fault.Message, (TimeSpan)fault.ErrorDetails["Retry-After"]));
    }
}
