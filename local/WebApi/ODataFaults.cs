using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi;

/// <summary>The platform's errors about OData itself; names and codes as in "Web service error codes".</summary>
public static class ODataFaults
{
    /// <summary>UnsupportedODataQuery and its like: what cannot be read as a request.</summary>
    public const uint BadRequest = 0x80060888;

    /// <summary>A query option or property that does not exist.</summary>
    public const uint InvalidQuery = 0x80060888;

    public static FaultException<OrganizationServiceFault> Of(uint code, string message)
    {
        var fault = new OrganizationServiceFault { ErrorCode = unchecked((int)code), Message = message, Timestamp = DateTime.UtcNow };
        return new FaultException<OrganizationServiceFault>(fault, new FaultReason(message));
    }
}
