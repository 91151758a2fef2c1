using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class GetValidReferencingEntitiesRequest : OrganizationRequest
{
    public GetValidReferencingEntitiesRequest()
    {
        RequestName = "GetValidReferencingEntities";
        ReferencedEntityName = default;
    }

    public string ReferencedEntityName
    {
        get => Parameters.ValueOrDefault<string>("ReferencedEntityName");
        set => Parameters["ReferencedEntityName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class GetValidReferencingEntitiesResponse : OrganizationResponse
{
    public string[] EntityNames => Results.ValueOrDefault<string[]>("EntityNames");
}
