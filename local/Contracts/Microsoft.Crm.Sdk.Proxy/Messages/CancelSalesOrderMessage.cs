using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CancelSalesOrderRequest : OrganizationRequest
{
    public CancelSalesOrderRequest()
    {
        RequestName = "CancelSalesOrder";
        OrderClose = default;
        Status = default;
    }

    public Entity OrderClose
    {
        get => Parameters.ValueOrDefault<Entity>("OrderClose");
        set => Parameters["OrderClose"] = value;
    }

    public OptionSetValue Status
    {
        get => Parameters.ValueOrDefault<OptionSetValue>("Status");
        set => Parameters["Status"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CancelSalesOrderResponse : OrganizationResponse
{
}
