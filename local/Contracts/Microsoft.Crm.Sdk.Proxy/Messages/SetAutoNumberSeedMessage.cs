using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class SetAutoNumberSeedRequest : OrganizationRequest
{
    public SetAutoNumberSeedRequest()
    {
        RequestName = "SetAutoNumberSeed";
        Value = default;
        AttributeName = default;
        EntityName = default;
    }

    public long Value
    {
        get => Parameters.ValueOrDefault<long>("Value");
        set => Parameters["Value"] = value;
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
public sealed class SetAutoNumberSeedResponse : OrganizationResponse
{
}
