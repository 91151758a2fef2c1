using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

public sealed class CustomApiTests : IDisposable
{
    private const int Integer = 7, Text = 10;
    private const int InvalidArgument = unchecked((int)0x80040203);
    private readonly TestOrganization organization = new TestOrganization().Tracing();

    public CustomApiTests()
    {
        organization.CustomApi("test_Multiply", "Multiply", binding: 0, allowedSteps: 2, [("test_Factor", Integer, false), ("test_Other", Integer, true)], [("test_Product", Integer)]);
        organization.CustomApi("test_NameOf", "NameOfTarget", binding: 1, allowedSteps: 0, [], [("test_Name", Text)]);
    }

    public void Dispose() => organization.Dispose();

    [Theory]
    [InlineData(6, 7, 42)]
    [InlineData(6, null, 60)]
    public void ACustomApi_AnswersWithWhatItDeclares(int factor, int? other, int product)
    {
        var request = new OrganizationRequest("test_Multiply") { ["test_Factor"] = factor };
        if (other is not null) request["test_Other"] = other;

        var response = organization.Service.Execute(request);

        Assert.Equal("test_Multiply", response.ResponseName);
        Assert.Equal("test_Product", Assert.Single(response.Results).Key);
        Assert.Equal(product, response["test_Product"]);
        Assert.Equal("30 InTransaction=True", organization.Traces().Single()["Stage"]);
    }

    public static TheoryData<string, object, string> BadParameters => new()
    {
        { "test_Other", 7, "test_Factor" },
        { "test_Factor", "six", "test_Factor" },
        { "test_Factor", 6m, "test_Factor" },
        { "test_Unknown", 6, "test_Unknown" },
    };

    [Theory, MemberData(nameof(BadParameters))]
    public void AMissingUnknownOrMistypedParameter_IsRefusedByName(string name, object value, string named)
    {
        var fault = TestOrganization.Refused(() => organization.Service.Execute(new OrganizationRequest("test_Multiply") { [name] = value }));

        Assert.Equal(InvalidArgument, fault.ErrorCode);
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACustomApiThatRefuses_GivesItsMessage()
    {
        var fault = TestOrganization.Refused(() => organization.Service.Execute(new OrganizationRequest("test_Multiply") { ["test_Factor"] = -1 }));

        Assert.Equal("Factor must not be negative.", fault.Message);
    }

    [Fact]
    public void StepsRunAroundACustomApi_WhenItAllowsThem()
    {
        organization.Step("Recorder", "test_Multiply", null, 40);

        organization.Service.Execute(new OrganizationRequest("test_Multiply") { ["test_Factor"] = 2 });

        var seen = organization.Traces().Single(t => t.ContainsKey("Input"));
        Assert.Equal("test_Factor", seen["Input"]);
        Assert.Equal("test_Product,test_Undeclared", seen["Output"]);
    }

    [Fact]
    public void AStepOnACustomApiThatAllowsNone_IsRefused()
    {
        organization.Step("Recorder", "test_NameOf", "account", 40);
        var account = organization.Account("Muster AG");

        var fault = TestOrganization.Refused(() => organization.Service.Execute(
            new OrganizationRequest("test_NameOf") { ["Target"] = new EntityReference("account", account) }));

        Assert.Equal(unchecked((int)0x80044187), fault.ErrorCode);
    }

    [Fact]
    public void ABoundCustomApi_IsToldItsRow()
    {
        var account = organization.Account("Muster AG");

        var response = organization.Service.Execute(new OrganizationRequest("test_NameOf") { ["Target"] = new EntityReference("account", account) });

        Assert.Equal("Muster AG", response["test_Name"]);
    }

    [Fact]
    public void ABoundCustomApiForARowOfAnotherTable_IsRefused() => Assert.Equal(
        InvalidArgument,
        TestOrganization.Refused(() => organization.Service.Execute(
            new OrganizationRequest("test_NameOf") { ["Target"] = new EntityReference("contact", Guid.NewGuid()) })).ErrorCode);

    [Fact]
    public void AMessageNobodyKnows_IsRefusedByName() => Assert.Equal(
        "Not supported here: message test_Nothing",
        TestOrganization.Refused(() => organization.Service.Execute(new OrganizationRequest("test_Nothing"))).Message);

    // what the API allows (0 none, 1 asynchronous only, 2 both), whether the step is asynchronous | taken
    [Theory]
    [InlineData(0, false, false)]
    [InlineData(0, true, false)]
    [InlineData(1, false, false)]
    [InlineData(1, true, true)]
    [InlineData(2, false, true)]
    [InlineData(2, true, true)]
    public void AStep_RunsWhereTheCustomApiAllowsItsKind(int allowed, bool isAsynchronous, bool taken)
    {
        organization.CustomApi("test_Guarded", "Multiply", binding: 0, allowedSteps: allowed, [("test_Factor", Integer, false)], [("test_Product", Integer)]);
        organization.Tracing();
        organization.Step("Recorder", "test_Guarded", null, 40, new StepOptions { IsAsynchronous = isAsynchronous });
        void Call() => organization.Service.Execute(new OrganizationRequest("test_Guarded") { ["test_Factor"] = 3 });

        if (!taken)
        {
            Assert.Equal(unchecked((int)0x80044187), TestOrganization.Refused(Call).ErrorCode);
            return;
        }
        Call();
        organization.Dataverse.RunAsyncJobs();

        var seen = organization.Traces().Single(t => t.ContainsKey("Types"));
        Assert.Equal("test_Factor:Int32", seen["Types"]);
        Assert.Equal("test_Product,test_Undeclared", seen["Output"]);
        Assert.Equal("test_Guarded of none", seen["Message"]);
    }

    [Fact]
    public void AnOptionalParameterOfEveryRequest_IsNoParameterOfTheCustomApi()
    {
        var request = new OrganizationRequest("test_Multiply") { ["test_Factor"] = 6, ["tag"] = "x", ["BypassBusinessLogicExecution"] = "CustomAsync" };

        Assert.Equal(60, organization.Service.Execute(request)["test_Product"]);
    }
}
