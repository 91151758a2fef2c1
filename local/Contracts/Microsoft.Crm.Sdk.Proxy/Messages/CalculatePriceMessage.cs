using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CalculatePriceRequest : OrganizationRequest
{
    public CalculatePriceRequest()
    {
        RequestName = "CalculatePrice";
        Target = default;
        ParentId = default;
    }

    public EntityReference Target
    {
        get => Parameters.ValueOrDefault<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public Guid ParentId
    {
        get => Parameters.ValueOrDefault<Guid>("ParentId");
        set => Parameters["ParentId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CalculatePriceResponse : OrganizationResponse
{
}
