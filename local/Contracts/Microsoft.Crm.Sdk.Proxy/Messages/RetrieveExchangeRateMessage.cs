using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveExchangeRateRequest : OrganizationRequest
{
    public RetrieveExchangeRateRequest()
    {
        RequestName = "RetrieveExchangeRate";
        TransactionCurrencyId = default;
    }

    public Guid TransactionCurrencyId
    {
        get => Parameters.ValueOrDefault<Guid>("TransactionCurrencyId");
        set => Parameters["TransactionCurrencyId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveExchangeRateResponse : OrganizationResponse
{
    public decimal ExchangeRate => Results.ValueOrDefault<decimal>("ExchangeRate");
}
