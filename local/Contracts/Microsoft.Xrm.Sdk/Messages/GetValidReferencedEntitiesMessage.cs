using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class GetValidReferencedEntitiesRequest : OrganizationRequest
{
    public GetValidReferencedEntitiesRequest()
    {
        RequestName = "GetValidReferencedEntities";
        ReferencingEntityName = default;
    }

    public string ReferencingEntityName
    {
        get => Parameters.ValueOrDefault<string>("ReferencingEntityName");
        set => Parameters["ReferencingEntityName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class GetValidReferencedEntitiesResponse : OrganizationResponse
{
    public string[] EntityNames => Results.ValueOrDefault<string[]>("EntityNames");
}
