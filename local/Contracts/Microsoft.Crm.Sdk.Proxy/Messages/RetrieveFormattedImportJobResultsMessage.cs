using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveFormattedImportJobResultsRequest : OrganizationRequest
{
    public RetrieveFormattedImportJobResultsRequest()
    {
        RequestName = "RetrieveFormattedImportJobResults";
        ImportJobId = default;
    }

    public Guid ImportJobId
    {
        get => Parameters.ValueOrDefault<Guid>("ImportJobId");
        set => Parameters["ImportJobId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveFormattedImportJobResultsResponse : OrganizationResponse
{
    public string FormattedResults => Results.ValueOrDefault<string>("FormattedResults");
}
