using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CalculateActualValueOpportunityRequest : OrganizationRequest
{
    public CalculateActualValueOpportunityRequest()
    {
        RequestName = "CalculateActualValueOpportunity";
        OpportunityId = default;
    }

    public Guid OpportunityId
    {
        get => Parameters.ValueOrDefault<Guid>("OpportunityId");
        set => Parameters["OpportunityId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CalculateActualValueOpportunityResponse : OrganizationResponse
{
    public decimal Value => Results.ValueOrDefault<decimal>("Value");
}
