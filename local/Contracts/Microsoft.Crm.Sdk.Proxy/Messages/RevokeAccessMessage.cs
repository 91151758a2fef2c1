using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RevokeAccessRequest : OrganizationRequest
{
    public RevokeAccessRequest()
    {
        RequestName = "RevokeAccess";
        Revokee = default;
        Target = default;
    }

    public EntityReference Revokee
    {
        get => Parameters.ValueOrDefault<EntityReference>("Revokee");
        set => Parameters["Revokee"] = value;
    }

    public EntityReference Target
    {
        get => Parameters.ValueOrDefault<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RevokeAccessResponse : OrganizationResponse
{
}
