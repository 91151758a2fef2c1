using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrievePrincipalAccessRequest : OrganizationRequest
{
    public RetrievePrincipalAccessRequest()
    {
        RequestName = "RetrievePrincipalAccess";
        Principal = default;
        Target = default;
    }

    public EntityReference Principal
    {
        get => Parameters.ValueOrDefault<EntityReference>("Principal");
        set => Parameters["Principal"] = value;
    }

    public EntityReference Target
    {
        get => Parameters.ValueOrDefault<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrievePrincipalAccessResponse : OrganizationResponse
{
    public AccessRights AccessRights => Results.ValueOrDefault<AccessRights>("AccessRights");
}
