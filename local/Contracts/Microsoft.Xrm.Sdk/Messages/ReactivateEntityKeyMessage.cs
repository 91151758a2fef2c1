using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ReactivateEntityKeyRequest : OrganizationRequest
{
    public ReactivateEntityKeyRequest()
    {
        RequestName = "ReactivateEntityKey";
        EntityKeyLogicalName = default;
        EntityLogicalName = default;
    }

    public string EntityKeyLogicalName
    {
        get => Parameters.ValueOrDefault<string>("EntityKeyLogicalName");
        set => Parameters["EntityKeyLogicalName"] = value;
    }

    public string EntityLogicalName
    {
        get => Parameters.ValueOrDefault<string>("EntityLogicalName");
        set => Parameters["EntityLogicalName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ReactivateEntityKeyResponse : OrganizationResponse
{
}
