using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi;

/// <summary>The platform's errors about OData itself: requests, URLs and bodies that cannot be read.</summary>
/// <remarks>Codes as "Troubleshoot Dataverse Web API client errors" shows them.</remarks>
public static class ODataFaults
{
    /// <summary>A query, property or path that the model does not have (400).</summary>
    public const uint InvalidQuery = 0x80060888;

    /// <summary>A segment of the path that the model does not have (404).</summary>
    public const uint ResourceNotFound = 0x8006088a;

    /// <summary>A body that cannot be read (400).</summary>
    public const uint InvalidPayload = 0x80048d19;

    /// <summary>A lookup's value property was written instead of its navigation property (400).</summary>
    public const uint DirectLookupUpdate = 0x80048d19;

    /// <summary>A value that is missing or out of place (400).</summary>
    public const uint InvalidArgument = 0x80040203;

    public static FaultException<OrganizationServiceFault> Of(uint code, string message)
    {
        var fault = new OrganizationServiceFault { ErrorCode = unchecked((int)code), Message = message, Timestamp = DateTime.UtcNow };
        return new FaultException<OrganizationServiceFault>(fault, new FaultReason(message));
    }

    public static FaultException<OrganizationServiceFault> SegmentNotFound(string segment) => Of(ResourceNotFound, $"Resource not found for the segment '{segment}'.");

    public static FaultException<OrganizationServiceFault> PropertyNotFound(string property, string table) =>
        Of(InvalidQuery, $"Could not find a property named '{property}' on type 'Microsoft.Dynamics.CRM.{table}'.");

    /// <summary>A body that cannot be read.</summary>
    /// <param name="entitySet">Set the body is for; empty where it is for none.</param>
    /// <param name="why">A sentence.</param>
    public static FaultException<OrganizationServiceFault> Payload(string entitySet, string why) => Of(
        InvalidPayload,
        $"Error identified in Payload provided by the user for Entity :'{entitySet}', For more information on this error please follow this help link " +
        $"https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : Microsoft.OData.ODataException: {why}");

    public static FaultException<OrganizationServiceFault> NotSupportedHere(string what) => Of(0x80044180, $"Not supported here: {what}");
}
