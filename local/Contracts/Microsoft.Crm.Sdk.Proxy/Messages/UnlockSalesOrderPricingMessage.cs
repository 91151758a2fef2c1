using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class UnlockSalesOrderPricingRequest : OrganizationRequest
{
    public UnlockSalesOrderPricingRequest()
    {
        RequestName = "UnlockSalesOrderPricing";
        SalesOrderId = default;
    }

    public Guid SalesOrderId
    {
        get => Parameters.ValueOrDefault<Guid>("SalesOrderId");
        set => Parameters["SalesOrderId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class UnlockSalesOrderPricingResponse : OrganizationResponse
{
}
