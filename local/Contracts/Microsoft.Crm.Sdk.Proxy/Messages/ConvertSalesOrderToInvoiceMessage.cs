using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ConvertSalesOrderToInvoiceRequest : OrganizationRequest
{
    public ConvertSalesOrderToInvoiceRequest()
    {
        RequestName = "ConvertSalesOrderToInvoice";
        ColumnSet = default;
        SalesOrderId = default;
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

    public Guid SalesOrderId
    {
        get => Parameters.ValueOrDefault<Guid>("SalesOrderId");
        set => Parameters["SalesOrderId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ConvertSalesOrderToInvoiceResponse : OrganizationResponse
{
    public Entity Entity => Results.ValueOrDefault<Entity>("Entity");
}
