using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveEntityRequest : OrganizationRequest
{
    public RetrieveEntityRequest()
    {
        RequestName = "RetrieveEntity";
        EntityFilters = default;
        RetrieveAsIfPublished = default;
        MetadataId = default;
        LogicalName = default;
    }

    public EntityFilters EntityFilters
    {
        get => Parameters.ValueOrDefault<EntityFilters>("EntityFilters");
        set => Parameters["EntityFilters"] = value;
    }

    public bool RetrieveAsIfPublished
    {
        get => Parameters.ValueOrDefault<bool>("RetrieveAsIfPublished");
        set => Parameters["RetrieveAsIfPublished"] = value;
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
public sealed class RetrieveEntityResponse : OrganizationResponse
{
    public EntityMetadata EntityMetadata => Results.ValueOrDefault<EntityMetadata>("EntityMetadata");
}
