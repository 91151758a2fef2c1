using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class SetLocLabelsRequest : OrganizationRequest
{
    public SetLocLabelsRequest()
    {
        RequestName = "SetLocLabels";
        EntityMoniker = default;
        Labels = default;
        AttributeName = default;
    }

    public EntityReference EntityMoniker
    {
        get => Parameters.ValueOrDefault<EntityReference>("EntityMoniker");
        set => Parameters["EntityMoniker"] = value;
    }

    public LocalizedLabel[] Labels
    {
        get => Parameters.ValueOrDefault<LocalizedLabel[]>("Labels");
        set => Parameters["Labels"] = value;
    }

    public string AttributeName
    {
        get => Parameters.ValueOrDefault<string>("AttributeName");
        set => Parameters["AttributeName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class SetLocLabelsResponse : OrganizationResponse
{
}
