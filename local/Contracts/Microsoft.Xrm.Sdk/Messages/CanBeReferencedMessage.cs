using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CanBeReferencedRequest : OrganizationRequest
{
    public CanBeReferencedRequest()
    {
        RequestName = "CanBeReferenced";
        EntityName = default;
    }

    public string EntityName
    {
        get => Parameters.ValueOrDefault<string>("EntityName");
        set => Parameters["EntityName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class CanBeReferencedResponse : OrganizationResponse
{
    public bool CanBeReferenced => Results.ValueOrDefault<bool>("CanBeReferenced");
}
