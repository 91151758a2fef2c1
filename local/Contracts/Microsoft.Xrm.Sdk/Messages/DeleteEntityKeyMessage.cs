using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class DeleteEntityKeyRequest : OrganizationRequest
{
    public DeleteEntityKeyRequest()
    {
        RequestName = "DeleteEntityKey";
        EntityLogicalName = default;
        Name = default;
    }

    public string EntityLogicalName
    {
        get => Parameters.ValueOrDefault<string>("EntityLogicalName");
        set => Parameters["EntityLogicalName"] = value;
    }

    public string Name
    {
        get => Parameters.ValueOrDefault<string>("Name");
        set => Parameters["Name"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class DeleteEntityKeyResponse : OrganizationResponse
{
}
