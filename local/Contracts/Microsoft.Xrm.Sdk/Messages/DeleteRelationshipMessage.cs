using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class DeleteRelationshipRequest : OrganizationRequest
{
    public DeleteRelationshipRequest()
    {
        RequestName = "DeleteRelationship";
        Name = default;
    }

    public string Name
    {
        get => Parameters.ValueOrDefault<string>("Name");
        set => Parameters["Name"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class DeleteRelationshipResponse : OrganizationResponse
{
}
