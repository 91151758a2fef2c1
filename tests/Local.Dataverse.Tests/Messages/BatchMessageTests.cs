using System;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Local.Dataverse.Tests.Messages;

public sealed class BatchMessageTests : IDisposable
{
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    [Theory]
    [InlineData(true, true, 2, new[] { 0, 1, 2 })]
    [InlineData(true, false, 2, new[] { 1 })]
    [InlineData(false, true, 1, new[] { 0, 1 })]
    [InlineData(false, false, 1, new[] { 1 })]
    public void ExecuteMultiple_KeepsWhatSucceededAndReportsAsAsked(bool continueOnError, bool returnResponses, int created, int[] reported)
    {
        var request = new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = continueOnError, ReturnResponses = returnResponses },
            Requests = [Create("Eins AG"), Create(null), Create("Drei AG")],
        };

        var response = (ExecuteMultipleResponse)organization.Service.Execute(request);

        Assert.True(response.IsFaulted);
        Assert.Equal(created, organization.Rows("account").Count);
        Assert.Equal(reported, response.Responses.Select(r => r.RequestIndex));
        Assert.NotNull(response.Responses.Single(r => r.RequestIndex == 1).Fault);
    }

    [Fact]
    public void ExecuteTransaction_UndoesAllAndNamesTheRequestThatFailed()
    {
        var request = new ExecuteTransactionRequest { ReturnResponses = true, Requests = [Create("Eins AG"), Create(null)] };

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => organization.Service.Execute(request));

        Assert.Equal(1, Assert.IsType<ExecuteTransactionFault>(fault.Detail).FaultedRequestIndex);
        Assert.Empty(organization.Rows("account"));
    }

    [Fact]
    public void ExecuteTransaction_AnswersInTheOrderOfItsRequests()
    {
        var request = new ExecuteTransactionRequest { ReturnResponses = true, Requests = [Create("Eins AG"), new WhoAmIRequest()] };

        var response = (ExecuteTransactionResponse)organization.Service.Execute(request);

        Assert.Collection(response.Responses, r => Assert.IsType<CreateResponse>(r), r => Assert.IsType<WhoAmIResponse>(r));
    }

    [Fact]
    public void AnExecuteMultipleInAnother_IsAFaultOfThatRequest()
    {
        var inner = new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings(), Requests = [] };
        var request = new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings { ContinueOnError = true }, Requests = [inner, Create("Zwei AG")] };

        var response = (ExecuteMultipleResponse)organization.Service.Execute(request);

        Assert.Equal(0, Assert.Single(response.Responses).RequestIndex);
        Assert.Single(organization.Rows("account"));
    }

    [Fact]
    public void AnExecuteTransactionInAnExecuteMultiple_IsAllowed()
    {
        var inner = new ExecuteTransactionRequest { Requests = [Create("Eins AG"), Create("Zwei AG")] };

        organization.Service.Execute(new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings(), Requests = [inner] });

        Assert.Equal(2, organization.Rows("account").Count);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void ABatch_TakesAThousandRequests(int count, bool accepted)
    {
        var request = new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings(), Requests = [] };
        for (var i = 0; i < count; i++) request.Requests.Add(new WhoAmIRequest());

        if (accepted) organization.Service.Execute(request);
        else Assert.Equal(1000, TestOrganization.Refused(() => organization.Service.Execute(request)).ErrorDetails["MaxBatchSize"]);
    }

    // Without a name the value has the wrong type.
    private static CreateRequest Create(string? name) => new() { Target = new Entity("account") { ["name"] = name is null ? 5 : name } };
}
