using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class GenerateQuoteFromOpportunityRequest : OrganizationRequest
{
    public GenerateQuoteFromOpportunityRequest()
    {
        RequestName = "GenerateQuoteFromOpportunity";
        ProcessInstanceId = default;
        ColumnSet = default;
        OpportunityId = default;
    }

    public EntityReference ProcessInstanceId
    {
        get => Parameters.ValueOrDefault<EntityReference>("ProcessInstanceId");
        set => Parameters["ProcessInstanceId"] = value;
    }

    public ColumnSet ColumnSet
    {
        get => Parameters.ValueOrDefault<ColumnSet>("ColumnSet");
        set => Parameters["ColumnSet"] = value;
    }

    public Guid OpportunityId
    {
        get => Parameters.ValueOrDefault<Guid>("OpportunityId");
        set => Parameters["OpportunityId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class GenerateQuoteFromOpportunityResponse : OrganizationResponse
{
    public Entity Entity => Results.ValueOrDefault<Entity>("Entity");
}
