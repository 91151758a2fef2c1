using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class GetNextAutoNumberValueRequest : OrganizationRequest
{
    public GetNextAutoNumberValueRequest()
    {
        RequestName = "GetNextAutoNumberValue";
        AttributeName = default;
        EntityName = default;
    }

    public string AttributeName
    {
        get => Parameters.ValueOrDefault<string>("AttributeName");
        set => Parameters["AttributeName"] = value;
    }

    public string EntityName
    {
        get => Parameters.ValueOrDefault<string>("EntityName");
        set => Parameters["EntityName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class GetNextAutoNumberValueResponse : OrganizationResponse
{
    public long NextAutoNumberValue => Results.ValueOrDefault<long>("NextAutoNumberValue");
}
