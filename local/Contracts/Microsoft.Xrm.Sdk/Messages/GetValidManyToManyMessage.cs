using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class GetValidManyToManyRequest : OrganizationRequest
{
    public GetValidManyToManyRequest()
    {
        RequestName = "GetValidManyToMany";
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class GetValidManyToManyResponse : OrganizationResponse
{
    public string[] EntityNames => Results.ValueOrDefault<string[]>("EntityNames");
}
