using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveMetadataChangesRequest : OrganizationRequest
{
    public RetrieveMetadataChangesRequest()
    {
        RequestName = "RetrieveMetadataChanges";
        Query = default;
        RetrieveAllSettings = default;
    }

    public DeletedMetadataFilters DeletedMetadataFilters
    {
        get => Parameters.ValueOrDefault<DeletedMetadataFilters>("DeletedMetadataFilters");
        set => Parameters["DeletedMetadataFilters"] = value;
    }

    public EntityQueryExpression Query
    {
        get => Parameters.ValueOrDefault<EntityQueryExpression>("Query");
        set => Parameters["Query"] = value;
    }

    public bool RetrieveAllSettings
    {
        get => Parameters.ValueOrDefault<bool>("RetrieveAllSettings");
        set => Parameters["RetrieveAllSettings"] = value;
    }

    public string ClientVersionStamp
    {
        get => Parameters.ValueOrDefault<string>("ClientVersionStamp");
        set => Parameters["ClientVersionStamp"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class RetrieveMetadataChangesResponse : OrganizationResponse
{
    public EntityMetadataCollection EntityMetadata => Results.ValueOrDefault<EntityMetadataCollection>("EntityMetadata");

    public DeletedMetadataCollection DeletedMetadata => Results.ValueOrDefault<DeletedMetadataCollection>("DeletedMetadata");

    public string ServerVersionStamp => Results.ValueOrDefault<string>("ServerVersionStamp");
}
