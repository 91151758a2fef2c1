using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ExecuteByIdUserQueryRequest : OrganizationRequest
{
    public ExecuteByIdUserQueryRequest()
    {
        RequestName = "ExecuteByIdUserQuery";
        EntityId = default;
    }

    public EntityReference EntityId
    {
        get => Parameters.ValueOrDefault<EntityReference>("EntityId");
        set => Parameters["EntityId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ExecuteByIdUserQueryResponse : OrganizationResponse
{
    public string String => Results.ValueOrDefault<string>("String");
}
