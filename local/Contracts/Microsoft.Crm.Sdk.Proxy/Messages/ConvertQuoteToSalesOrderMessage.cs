using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ConvertQuoteToSalesOrderRequest : OrganizationRequest
{
    public ConvertQuoteToSalesOrderRequest()
    {
        RequestName = "ConvertQuoteToSalesOrder";
        ColumnSet = default;
        QuoteId = default;
    }

    public EntityReference ProcessInstanceId
    {
        get => Parameters.ValueOrDefault<EntityReference>("ProcessInstanceId");
        set => Parameters["ProcessInstanceId"] = value;
    }

    public OptionSetValue QuoteCloseStatus
    {
        get => Parameters.ValueOrDefault<OptionSetValue>("QuoteCloseStatus");
        set => Parameters["QuoteCloseStatus"] = value;
    }

    public ColumnSet ColumnSet
    {
        get => Parameters.ValueOrDefault<ColumnSet>("ColumnSet");
        set => Parameters["ColumnSet"] = value;
    }

    public DateTime QuoteCloseDate
    {
        get => Parameters.ValueOrDefault<DateTime>("QuoteCloseDate");
        set => Parameters["QuoteCloseDate"] = value;
    }

    public Guid QuoteId
    {
        get => Parameters.ValueOrDefault<Guid>("QuoteId");
        set => Parameters["QuoteId"] = value;
    }

    public string QuoteCloseDescription
    {
        get => Parameters.ValueOrDefault<string>("QuoteCloseDescription");
        set => Parameters["QuoteCloseDescription"] = value;
    }

    public string QuoteCloseSubject
    {
        get => Parameters.ValueOrDefault<string>("QuoteCloseSubject");
        set => Parameters["QuoteCloseSubject"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ConvertQuoteToSalesOrderResponse : OrganizationResponse
{
    public Entity Entity => Results.ValueOrDefault<Entity>("Entity");
}
