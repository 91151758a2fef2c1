using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class GetAutoNumberSeedRequest : OrganizationRequest
{
    public GetAutoNumberSeedRequest()
    {
        RequestName = "GetAutoNumberSeed";
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
public sealed class GetAutoNumberSeedResponse : OrganizationResponse
{
    public long AutoNumberSeedValue => Results.ValueOrDefault<long>("AutoNumberSeedValue");
}
