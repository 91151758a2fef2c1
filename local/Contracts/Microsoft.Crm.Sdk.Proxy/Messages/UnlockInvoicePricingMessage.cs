using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class UnlockInvoicePricingRequest : OrganizationRequest
{
    public UnlockInvoicePricingRequest()
    {
        RequestName = "UnlockInvoicePricing";
        InvoiceId = default;
    }

    public Guid InvoiceId
    {
        get => Parameters.ValueOrDefault<Guid>("InvoiceId");
        set => Parameters["InvoiceId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class UnlockInvoicePricingResponse : OrganizationResponse
{
}
