using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class GrantAccessRequest : OrganizationRequest
{
    public GrantAccessRequest()
    {
        RequestName = "GrantAccess";
        PrincipalAccess = default;
        Target = default;
    }

    public PrincipalAccess PrincipalAccess
    {
        get => Parameters.ValueOrDefault<PrincipalAccess>("PrincipalAccess");
        set => Parameters["PrincipalAccess"] = value;
    }

    public EntityReference Target
    {
        get => Parameters.ValueOrDefault<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class GrantAccessResponse : OrganizationResponse
{
}
