using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class GenerateSalesOrderFromOpportunityRequest : OrganizationRequest
{
    public GenerateSalesOrderFromOpportunityRequest()
    {
        RequestName = "GenerateSalesOrderFromOpportunity";
        ColumnSet = default;
        OpportunityId = default;
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
public sealed class GenerateSalesOrderFromOpportunityResponse : OrganizationResponse
{
    public Entity Entity => Results.ValueOrDefault<Entity>("Entity");
}
