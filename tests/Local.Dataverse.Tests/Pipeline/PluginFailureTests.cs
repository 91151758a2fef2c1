using System;
using System.Threading;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

public sealed class PluginFailureTests : IDisposable
{
    private readonly TestOrganization organization = new(TimeSpan.FromSeconds(1));

    public void Dispose() => organization.Dispose();

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void ARefusal_TakesTheRowAndWhatOtherPluginsWroteBack(int stage)
    {
        organization.Step("CreateContact", "Create", "account", 20, new StepOptions { Rank = 1 });
        organization.Step("Refuse", "Create", "account", stage, new StepOptions { Rank = 2, Configuration = "Not on a Monday." });

        var fault = TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Equal(unchecked((int)0x80040265), fault.ErrorCode);
        Assert.Equal("Not on a Monday.", fault.Message);
        Assert.Contains("about to refuse", fault.TraceText, StringComparison.Ordinal);
        Assert.Empty(organization.Rows("account"));
        Assert.Empty(organization.Rows("contact"));
    }

    [Fact]
    public void WhatAPreValidationPluginWrote_StaysWhenTheRequestFailsLater()
    {
        organization.Step("CreateContact", "Create", "account", 10);
        organization.Step("Refuse", "Create", "account", 40, new StepOptions { Configuration = "No." });

        TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Single(organization.Rows("contact"));
    }

    [Fact]
    public void ARefusalWithHttpStatusAndDetails_KeepsBoth()
    {
        organization.Step("RefuseInDetail", "Create", "account", 20);

        var fault = TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Equal(unchecked((int)0x80048D0B), fault.ErrorCode);
        Assert.Equal("too cheap", fault.Message);
        Assert.Equal("KAM-PRC-003", fault.ErrorDetails["reason"]);
        Assert.Equal("400", fault.ErrorDetails["ApiExceptionHttpStatusCode"]);
    }

    [Fact]
    public void ARefusalWithAnErrorCode_KeepsItAsSubErrorCode()
    {
        organization.Step("RefuseInDetail", "Delete", "account", 20);
        var id = organization.Account("Muster AG");

        var fault = TestOrganization.Refused(() => organization.Service.Delete("account", id));

        Assert.Equal(unchecked((int)0x80040265), fault.ErrorCode);
        Assert.Equal("12345", fault.ErrorDetails["SubErrorCode"]);
        Assert.Equal("1", fault.ErrorDetails["OperationStatus"]);
    }

    [Fact]
    public void AnotherException_IsUnexpectedAndNamesPluginAndException()
    {
        organization.Step("Crash", "Create", "account", 20);

        var fault = TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Equal(unchecked((int)0x80040224), fault.ErrorCode);
        Assert.Equal(
            "An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): "
            + "Local.Dataverse.Tests.Plugins.Crash: System.InvalidOperationException: no such thing",
            fault.Message);
    }

    [Fact]
    public void ASwallowedFailureInsideTheTransaction_FailsTheRequest()
    {
        organization.Step("Swallow", "Create", "account", 40);

        var fault = TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Equal(unchecked((int)0x8009000C), fault.ErrorCode);
        Assert.Empty(organization.Rows("account"));
    }

    [Fact]
    public void ASwallowedFailureBeforeTheTransaction_DoesNoHarm()
    {
        organization.Step("Swallow", "Create", "account", 10);

        organization.Account("Muster AG");

        Assert.Single(organization.Rows("account"));
    }

    [Fact]
    public void APluginThatCallsItselfForever_IsStoppedAtDepthEight()
    {
        organization.Step("CountUp", "Update", "account", 40, new StepOptions { FilteringColumns = "numberofemployees" });
        var id = organization.Account("Muster AG");
        var deepest = 0;
        using var watching = organization.Dataverse.ObserveRequests(r => deepest = Math.Max(deepest, r.Depth));

        var fault = TestOrganization.Refused(() => organization.Service.Update(new Entity("account", id) { ["numberofemployees"] = 0 }));

        Assert.Equal(unchecked((int)0x80044182), fault.ErrorCode);
        Assert.Equal(8, deepest);
        Assert.False(organization.Service.Retrieve("account", id, new("numberofemployees")).Contains("numberofemployees"));
    }

    [Fact]
    public void APluginThatNeverEnds_FailsItsRequestAndNothingElse()
    {
        organization.Step("LoopForever", "Create", "account", 40);

        var fault = TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Equal(unchecked((int)0x80044172), fault.ErrorCode);
        Assert.Empty(organization.Rows("account"));
        organization.Service.Create(new Entity("contact") { ["lastname"] = "Muster" });
        Assert.Single(organization.Rows("contact"));
    }

    [Fact]
    public void APluginThatWakesAfterItsTimeLimit_CannotWriteAnyMore()
    {
        organization.Step("SleepThenCreate", "Create", "account", 40, new StepOptions { Configuration = "1500" });

        TestOrganization.Refused(() => organization.Account("Muster AG"));
        Thread.Sleep(1000);

        Assert.Empty(organization.Rows("contact"));
        Assert.Empty(organization.Rows("account"));
    }

    [Fact]
    public void ADllWithoutStrongName_IsNotRegistered()
    {
        var fault = TestOrganization.Refused(() => organization.Assembly(Unsigned(TestOrganization.PluginDll)));

        Assert.Equal(unchecked((int)0x8004416C), fault.ErrorCode);
        Assert.Empty(organization.Rows("pluginassembly"));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 77, 90, 0, 1, 2, 3 })]
    public void BytesThatAreNoAssembly_AreNotRegistered(byte[] content) =>
        Assert.Equal(unchecked((int)0x8004024E), TestOrganization.Refused(() => organization.Assembly(content)).ErrorCode);

    [Theory]
    [InlineData("NotAPlugin", 0x8004A200)]
    [InlineData("ConfiguredPlugin", 0x8004A200)]
    [InlineData("Missing", 0x8004024E)]
    public void ATypeThatIsNoPluginOrMissing_IsRefusedByName(string type, uint code)
    {
        organization.Step(type, "Create", "account", 20);

        var fault = TestOrganization.Refused(() => organization.Account("Muster AG"));

        Assert.Equal(unchecked((int)code), fault.ErrorCode);
        Assert.Contains(type, fault.Message, StringComparison.Ordinal);
    }

    // The same DLL with its public key blanked out in the assembly definition.
    private static byte[] Unsigned(byte[] dll)
    {
        using var assembly = Mono.Cecil.AssemblyDefinition.ReadAssembly(new System.IO.MemoryStream(dll));
        assembly.Name.PublicKey = [];
        assembly.Name.HasPublicKey = false;
        assembly.MainModule.Attributes &= ~Mono.Cecil.ModuleAttributes.StrongNameSigned;
        using var unsigned = new System.IO.MemoryStream();
        assembly.Write(unsigned);
        return unsigned.ToArray();
    }
}
