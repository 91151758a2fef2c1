using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveManagedPropertyRequest : OrganizationRequest
{
    public RetrieveManagedPropertyRequest()
    {
        RequestName = "RetrieveManagedProperty";
        MetadataId = default;
        LogicalName = default;
    }

    public Guid MetadataId
    {
        get => Parameters.ValueOrDefault<Guid>("MetadataId");
        set => Parameters["MetadataId"] = value;
    }

    public string LogicalName
    {
        get => Parameters.ValueOrDefault<string>("LogicalName");
        set => Parameters["LogicalName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveManagedPropertyResponse : OrganizationResponse
{
    public ManagedPropertyMetadata ManagedPropertyMetadata => Results.ValueOrDefault<ManagedPropertyMetadata>("ManagedPropertyMetadata");
}
