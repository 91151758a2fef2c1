using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveLocLabelsRequest : OrganizationRequest
{
    public RetrieveLocLabelsRequest()
    {
        RequestName = "RetrieveLocLabels";
        EntityMoniker = default;
        IncludeUnpublished = default;
        AttributeName = default;
    }

    public EntityReference EntityMoniker
    {
        get => Parameters.ValueOrDefault<EntityReference>("EntityMoniker");
        set => Parameters["EntityMoniker"] = value;
    }

    public bool IncludeUnpublished
    {
        get => Parameters.ValueOrDefault<bool>("IncludeUnpublished");
        set => Parameters["IncludeUnpublished"] = value;
    }

    public string AttributeName
    {
        get => Parameters.ValueOrDefault<string>("AttributeName");
        set => Parameters["AttributeName"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RetrieveLocLabelsResponse : OrganizationResponse
{
    public Label Label => Results.ValueOrDefault<Label>("Label");
}
