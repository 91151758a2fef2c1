using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class MergeRequest : OrganizationRequest
{
    public MergeRequest()
    {
        RequestName = "Merge";
        UpdateContent = default;
        Target = default;
        PerformParentingChecks = default;
        SubordinateId = default;
    }

    public Entity UpdateContent
    {
        get => Parameters.ValueOrDefault<Entity>("UpdateContent");
        set => Parameters["UpdateContent"] = value;
    }

    public EntityReference Target
    {
        get => Parameters.ValueOrDefault<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public bool PerformParentingChecks
    {
        get => Parameters.ValueOrDefault<bool>("PerformParentingChecks");
        set => Parameters["PerformParentingChecks"] = value;
    }

    public Guid SubordinateId
    {
        get => Parameters.ValueOrDefault<Guid>("SubordinateId");
        set => Parameters["SubordinateId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class MergeResponse : OrganizationResponse
{
}
