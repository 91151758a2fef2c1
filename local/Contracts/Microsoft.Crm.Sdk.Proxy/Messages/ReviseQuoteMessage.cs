using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ReviseQuoteRequest : OrganizationRequest
{
    public ReviseQuoteRequest()
    {
        RequestName = "ReviseQuote";
        ColumnSet = default;
        QuoteId = default;
    }

    public ColumnSet ColumnSet
    {
        get => Parameters.ValueOrDefault<ColumnSet>("ColumnSet");
        set => Parameters["ColumnSet"] = value;
    }

    public Guid QuoteId
    {
        get => Parameters.ValueOrDefault<Guid>("QuoteId");
        set => Parameters["QuoteId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ReviseQuoteResponse : OrganizationResponse
{
    public Entity Entity => Results.ValueOrDefault<Entity>("Entity");
}
