using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CanManyToManyRequest : OrganizationRequest
{
    public CanManyToManyRequest()
    {
        RequestName = "CanManyToMany";
        EntityName = default;
    }

    public string EntityName
    {
        get => Parameters.ValueOrDefault<string>("EntityName");
        set => Parameters["EntityName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CanManyToManyResponse : OrganizationResponse
{
    public bool CanManyToMany => Results.ValueOrDefault<bool>("CanManyToMany");
}
