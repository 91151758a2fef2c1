using System.Collections.Generic;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Contracts.Tests;

public sealed class PluginExceptionTests
{
    [Fact]
    public void ARefusalWithAMessage_HasNoCodeStatusOrDetails()
    {
        var refusal = new InvalidPluginExecutionException("Below the lowest price.");

        Assert.Equal("Below the lowest price.", refusal.Message);
        Assert.Equal((OperationStatus.Failed, 0, PluginHttpStatusCode.NotSet), (refusal.Status, refusal.ErrorCode, refusal.HttpStatus));
        Assert.Empty(refusal.ExceptionDetails);
    }

    [Fact]
    public void ARefusalWithDetails_CarriesThem()
    {
        var details = new Dictionary<string, string> { ["code"] = "KAM-PRC-003" };

        var refusal = new InvalidPluginExecutionException("Below the lowest price.", PluginHttpStatusCode.BadRequest, details);

        Assert.Equal("KAM-PRC-003", refusal.ExceptionDetails["code"]);
        Assert.Equal(PluginHttpStatusCode.BadRequest, refusal.HttpStatus);
    }

    [Fact]
    public void ARefusalWithACode_CarriesIt()
    {
        var refusal = new InvalidPluginExecutionException(OperationStatus.Canceled, 4711, "Stopped.");

        Assert.Equal((OperationStatus.Canceled, 4711), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public void AFaultOfTheService_IsCaughtByItsDetail()
    {
        var error = Assert.Throws<FaultException<OrganizationServiceFault>>(Refuse);
        Assert.Equal(unchecked((int)0x80040220), error.Detail.ErrorCode);
    }

    private static void Refuse()
    {
        var fault = new OrganizationServiceFault { ErrorCode = unchecked((int)0x80040220), Message = "Principal user is missing prvReadAccount privilege" };
        throw new FaultException<OrganizationServiceFault>(fault, new FaultReason(fault.Message));
    }
}
