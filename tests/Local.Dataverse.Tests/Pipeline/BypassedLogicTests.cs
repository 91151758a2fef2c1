using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

public sealed class BypassedLogicTests : IDisposable
{
    private readonly TestOrganization organization = new TestOrganization().Tracing();

    public BypassedLogicTests()
    {
        organization.Step("Recorder", "Create", "account", 20);
        organization.Step("Recorder", "Create", "account", 40, new StepOptions { IsAsynchronous = true });
    }

    public void Dispose() => organization.Dispose();

    [Theory]
    [InlineData("CustomAsync", 1, 0)]
    [InlineData("CustomSync", 0, 1)]
    [InlineData("CustomSync,CustomAsync", 0, 0)]
    public void ARequestThatBypassesLogic_LeavesOutStepsOfThatKindOnly(string bypassed, int synchronous, int asynchronous)
    {
        Create(bypassed);

        Assert.Equal(synchronous, organization.Traces().Count);
        Assert.Equal(asynchronous, organization.Dataverse.RunAsyncJobs());
    }

    [Fact]
    public void TheNextRequest_RunsAllStepsAgain()
    {
        Create("CustomSync,CustomAsync");
        Create(null);

        Assert.Single(organization.Traces());
        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
    }

    [Fact]
    public void WhatAPluginDoesMeanwhile_IsNotBypassed()
    {
        organization.Step("CreateContact", "Create", "account", 20);
        organization.Step("Recorder", "Create", "contact", 40, new StepOptions { IsAsynchronous = true });

        Create("CustomAsync");

        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
    }

    [Theory]
    [InlineData("BypassBusinessLogicExecution", "Everything")]
    [InlineData("BypassCustomPluginExecution", "yes")]
    [InlineData("BypassBusinessLogicExecutionStepIds", "first")]
    public void AParameterThatIsNotUnderstood_IsRefusedByName(string parameter, object value)
    {
        var fault = TestOrganization.Refused(() => organization.Service.Execute(
            new CreateRequest { Target = new Entity("account") { ["name"] = "Muster AG" }, [parameter] = value }));

        Assert.Contains(parameter, fault.Message, StringComparison.Ordinal);
        Assert.Empty(organization.Rows("account"));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void BypassingCustomPlugins_LeavesOutSynchronousSteps(bool bypass, int synchronous)
    {
        organization.Service.Execute(new CreateRequest { Target = new Entity("account") { ["name"] = "Muster AG" }, ["BypassCustomPluginExecution"] = bypass });

        Assert.Equal(synchronous, organization.Traces().Count);
        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
    }

    [Fact]
    public void StepsThatAreNamed_AreLeftOutAlone()
    {
        var named = organization.Step("Recorder", "Create", "account", 40, new StepOptions { Configuration = "named" });

        organization.Service.Execute(
            new CreateRequest { Target = new Entity("account") { ["name"] = "Muster AG" }, ["BypassBusinessLogicExecutionStepIds"] = named.ToString() });

        Assert.Equal("/", Assert.Single(organization.Traces())["Configuration"]);
        Assert.Equal(1, organization.Dataverse.RunAsyncJobs());
    }

    private void Create(string? bypassed)
    {
        var request = new CreateRequest { Target = new Entity("account") { ["name"] = "Muster AG" } };
        if (bypassed is not null) request["BypassBusinessLogicExecution"] = bypassed;
        organization.Service.Execute(request);
    }
}
