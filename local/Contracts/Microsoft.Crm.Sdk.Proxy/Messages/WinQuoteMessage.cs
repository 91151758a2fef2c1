using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class WinQuoteRequest : OrganizationRequest
{
    public WinQuoteRequest()
    {
        RequestName = "WinQuote";
        QuoteClose = default;
        Status = default;
    }

    public Entity QuoteClose
    {
        get => Parameters.ValueOrDefault<Entity>("QuoteClose");
        set => Parameters["QuoteClose"] = value;
    }

    public OptionSetValue Status
    {
        get => Parameters.ValueOrDefault<OptionSetValue>("Status");
        set => Parameters["Status"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class WinQuoteResponse : OrganizationResponse
{
}
