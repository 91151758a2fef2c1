using System.ServiceModel;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Queries;

/// <summary>The refusals of a query URL, with the code the platform answers them with: 0x80060888.</summary>
internal static class QueryErrors
{
    private const uint TooManyConditions = 0x8004430C, UnsupportedHere = 0x80044180;

    /// <summary>The URL cannot be understood or asks what the Web API does not do.</summary>
    public static FaultException<OrganizationServiceFault> Invalid(string message) => ODataFaults.Of(ODataFaults.InvalidQuery, message);

    /// <summary>"The query node SingleValueOpenPropertyAccess is not supported" ("Aggregate data using OData").</summary>
    public static FaultException<OrganizationServiceFault> Node(QueryNodeKind kind) => Invalid($"The query node {kind} is not supported");

    /// <summary>In the words of OData's own parser, which the platform passes on.</summary>
    public static FaultException<OrganizationServiceFault> NoProperty(string property, string table) =>
        Invalid($"Could not find a property named '{property}' on type 'Microsoft.Dynamics.CRM.{table}'.");

    /// <summary>More conditions than a query may have: not even parsed.</summary>
    public static FaultException<OrganizationServiceFault> TooLong() => ODataFaults.Of(TooManyConditions, "Number of conditions in query exceeded maximum limit.");

    /// <summary>The platform does it and this one does not.</summary>
    public static FaultException<OrganizationServiceFault> NotSupportedHere(string what) => ODataFaults.Of(UnsupportedHere, "Not supported here: " + what);
}
