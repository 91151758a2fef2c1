using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ExecuteByIdSavedQueryRequest : OrganizationRequest
{
    public ExecuteByIdSavedQueryRequest()
    {
        RequestName = "ExecuteByIdSavedQuery";
        EntityId = default;
    }

    public Guid EntityId
    {
        get => Parameters.ValueOrDefault<Guid>("EntityId");
        set => Parameters["EntityId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ExecuteByIdSavedQueryResponse : OrganizationResponse
{
    public string String => Results.ValueOrDefault<string>("String");
}
