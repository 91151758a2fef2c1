using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveSharedPrincipalsAndAccessRequest : OrganizationRequest
{
    public RetrieveSharedPrincipalsAndAccessRequest()
    {
        RequestName = "RetrieveSharedPrincipalsAndAccess";
        Target = default;
    }

    public EntityReference Target
    {
        get => Parameters.ValueOrDefault<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveSharedPrincipalsAndAccessResponse : OrganizationResponse
{
    public PrincipalAccess[] PrincipalAccesses => Results.ValueOrDefault<PrincipalAccess[]>("PrincipalAccesses");
}
